/** Ends the program when the option is no whole number. */
export function readNumber(name: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  console.error(`--${name} ${text} is not a whole number`);
  process.exit(1);
}
