/** JSON with a field a line; of a form its fields, and JSON in them as JSON. */
export function decoded(text: string): string {
  const json = asJson(text);
  if (json !== undefined) return JSON.stringify(json, null, 2);
  if (!/^[\w.-]+=/.test(text)) return text;
  const fields = [...new URLSearchParams(text)].map(([name, value]) => [name, asJson(value) ?? value]);
  return JSON.stringify(Object.fromEntries(fields), null, 2);
}

/** Only objects and lists: a number in a form is a text. */
function asJson(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
