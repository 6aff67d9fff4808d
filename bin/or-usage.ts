/** Reads a program's options with a parser that throws. `--help`, and an option that it does not have, end it with `usage`. */
export function orUsage<T>(usage: string, read: () => T): T {
  if (process.argv.includes('--help')) {
    console.log(usage);
    process.exit(0);
  }
  try {
    return read();
  } catch (error) {
    const [problem] = String(error instanceof Error ? error.message : error).split('\n');
    console.error(`${problem}\n${usage}`);
    process.exit(1);
  }
}
