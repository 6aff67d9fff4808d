import { assertNever } from '../../errors.ts';
import type { Condition } from './keywords.ts';
import type { Slice } from './stream-lines.ts';
import { findTerm, type Term } from './terms.ts';

/** For each line of the slice: 1 when it meets the condition, else 0. */
export function matchLines(condition: Condition, slice: Slice): Uint8Array {
  switch (condition.kind) {
    case 'term':
      return matchTerm(condition.term, slice);
    case 'all':
      return combine(condition.of, slice, 1);
    case 'any':
      return combine(condition.of, slice, 0);
    case 'not':
      return matchLines(condition.of, slice).map((mark) => 1 - mark);
    default:
      return assertNever(condition);
  }
}

/** One scan over the bytes of all lines; from a hit it goes on at the next line. */
function matchTerm(term: Term, { segment, from, to }: Slice): Uint8Array {
  const marks = new Uint8Array(to - from);
  const { content, ends } = segment;
  const end = segment.start(to);
  let line = from;
  for (let at = findTerm(content, term, segment.start(from), end); at !== -1; ) {
    while ((ends[line] as number) <= at) line += 1;
    marks[line - from] = 1;
    at = findTerm(content, term, ends[line] as number, end);
  }
  return marks;
}

/** `all` (neutral 1) or `any` (neutral 0) of the conditions; stops when the rest cannot change the outcome. */
function combine(conditions: readonly Condition[], slice: Slice, neutral: 0 | 1): Uint8Array {
  const marks = new Uint8Array(slice.to - slice.from).fill(neutral);
  for (const condition of conditions) {
    const more = matchLines(condition, slice);
    for (let index = 0; index < marks.length; index += 1)
      if (more[index] !== neutral) marks[index] = 1 - neutral;
    if (!marks.includes(neutral)) break;
  }
  return marks;
}
