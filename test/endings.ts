const endings: (() => unknown)[] = [];

/** Runs after the last test of the file that is running, however many files a worker serves. */
export function atEndOfFile(end: () => unknown): void {
  endings.push(end);
}

export async function endFile(): Promise<void> {
  await Promise.all(endings.splice(0).map((end) => end()));
}
