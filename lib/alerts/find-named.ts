/** What stands between a name and its value: `host: web-1`, `"host":"web-1"`, `*Host*` and the value on the next line. */
const GAP = String.raw`[\s:=："'\`*_]{1,8}`;
/** Before the name of a value on the next line, a line begins. */
const LINE_START = /(?:^|\n)[\s*_"'`>•-]{0,8}$/;

interface Named {
  readonly value: string;
  /** Whether it ends its line: a value of one plain word is one only there. */
  readonly endsLine: boolean;
}

/**
 * The values that a text gives under certain names. Names and values are sources of regular expressions, without case;
 * a value that goes on beyond its pattern is none.
 */
export function findNamed(text: string, names: string, value: string): Named[] {
  const pattern = new RegExp(`(?<![A-Za-z0-9])(?:${names})(${GAP})(${value})(?![\\w-]|\\.\\w)`, 'gi');
  return Array.from(text.matchAll(pattern))
    .filter(({ 1: gap = '', 2: found = '', index }) => {
      if (/[:=：]/.test(gap)) return true;
      if (gap.includes('\n')) return LINE_START.test(text.slice(Math.max(0, index - 9), index));
      return needsNoSign(found);
    })
    .map(({ 0: whole, 2: found = '', index }) => ({
      value: found,
      endsLine: /^["'`*_\s]{0,4}(?:\n|$)/.test(text.slice(index + whole.length, index + whole.length + 5)),
    }));
}

/** Behind a blank alone, `node web-1 is slow`, a value must not look like the next word of a sentence. */
function needsNoSign(value: string): boolean {
  return /\d/.test(value) && (value.includes('-') || value.length >= 16);
}
