/** A name as it has to be typed: in quotes when it holds blanks. */
export function asTyped(name: string): string {
  return /\s/.test(name) ? `"${name}"` : name;
}
