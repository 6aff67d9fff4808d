/**
 * JSON as people write it. Some editors put a byte order mark in front, which is passed over. A field that stands twice is
 * refused: JSON.parse takes the last, and what somebody reads in the file would not hold.
 *
 * @throws SyntaxError
 */
export function parseWrittenJson(text: string): unknown {
  const json = text.replace(/^\uFEFF/, '');
  const value: unknown = JSON.parse(json);
  const repeated = repeatedField(json);
  if (repeated !== undefined) throw new SyntaxError(`${JSON.stringify(repeated)} stands there twice`);
  return value;
}

/** The brackets, and the names of fields: strings with a colon behind them. */
const TOKEN = /[[\]{}]|("(?:[^"\\]|\\.)*")(\s*:)?/g;

/** In JSON that can be parsed. */
function repeatedField(json: string): string | undefined {
  const open: Set<string>[] = [];
  for (const [token, text = '', colon] of json.matchAll(TOKEN)) {
    if (token === '{' || token === '[') open.push(new Set());
    if (token === '}' || token === ']') open.pop();
    if (colon === undefined) continue;
    const name = String(JSON.parse(text));
    const fields = open.at(-1);
    if (fields?.has(name)) return name;
    fields?.add(name);
  }
  return undefined;
}
