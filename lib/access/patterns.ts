/**
 * Patterns of names: `*` is any run of characters, an empty one too, and nothing else is special. They are matched by
 * hand, and never made into regular expressions: a name may hold any character, and some expressions take for ever.
 */

/** Whether a whole name is as the pattern says, upper and lower case told apart. */
export function matches(pattern: string, name: string): boolean {
  return pattern.includes('*') ? overlap(pattern, name, false) : pattern === name;
}

/** Whether some name is as both patterns say. */
export function overlaps(one: string, other: string): boolean {
  return one.includes('*') ? overlap(one, other, true) : matches(other, one);
}

/** Whether every name is as the pattern says. */
export function isAll(pattern: string): boolean {
  return /^\*+$/.test(pattern);
}

/**
 * Row by row: whether what is left of `one` from each place on can be the same text as what is left of `other`. A star
 * goes on alone, or swallows what stands at the other's place: a character, or a star with all that it stands for.
 */
function overlap(one: string, other: string, isPattern: boolean): boolean {
  const isStar = (at: number) => isPattern && other[at] === '*';
  let below: boolean[] = [];
  for (let i = one.length; i >= 0; i -= 1) {
    const row: boolean[] = [];
    for (let j = other.length; j >= 0; j -= 1) {
      const isEnd = i === one.length && j === other.length;
      const byOne = one[i] === '*' && (below[j] === true || (j < other.length && row[j + 1] === true));
      const byOther = isStar(j) && (row[j + 1] === true || (i < one.length && below[j] === true));
      const bySame = i < one.length && one[i] === other[j] && below[j + 1] === true;
      row[j] = isEnd || byOne || byOther || bySame;
    }
    below = row;
  }
  return below[0] === true;
}
