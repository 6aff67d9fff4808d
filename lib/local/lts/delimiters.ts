/**
 * The default delimiters of LTS: what stands between two of them is a word. So `-`, `_` and `.` belong to words:
 * `installed` does not find `half-installed`.
 */
const delimiters = ' \t\r\n,\'";=()[]{}@&<>/:\\?';

/** 1 for every byte that ends a word. Bytes of multi-byte characters never do. */
export const isDelimiterByte: Uint8Array = new Uint8Array(256);
for (const character of delimiters) isDelimiterByte[character.charCodeAt(0)] = 1;

export function isDelimiter(character: string): boolean {
  return delimiters.includes(character);
}
