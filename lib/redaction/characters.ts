/** A–Z, a–z, 0–9. */
export function isAlphanumeric(code: number): boolean {
  return (code >= 48 && code <= 57) || isLetter(code);
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

const HYPHEN = 45;
const UNDERSCORE = 95;

/**
 * Whether what stands at `index` begins a word of its own. `-` and `_` belong to words: so no run of them is looked at
 * from more than one place. The end of an escape does not: `\n`, `%3D`, `\u003d`.
 */
export function isAlone(line: string, index: number): boolean {
  if (index === 0) return true;
  const before = line.charCodeAt(index - 1);
  if (before === HYPHEN || before === UNDERSCORE) return false;
  return !isAlphanumeric(before) || ESCAPE.test(line.slice(Math.max(0, index - 6), index));
}

const ESCAPE = /(?:\\[nrtbf]|%[0-9A-Fa-f]{2}|\\u00[0-9A-Fa-f]{2})$/;

/** Whether so many characters of base64 stand in a row. Looks at one character of every `least`. */
export function hasBase64Run(line: string, least: number): boolean {
  for (let at = least - 1; at < line.length; at += least) {
    let end = at;
    while (end < line.length && end - at < least && isBase64(line.charCodeAt(end))) end += 1;
    if (end === at) continue;
    let start = at;
    while (start > 0 && end - start < least && isBase64(line.charCodeAt(start - 1))) start -= 1;
    if (end - start >= least) return true;
  }
  return false;
}

function isBase64(code: number): boolean {
  return isAlphanumeric(code) || code === 43 || code === 47;
}
