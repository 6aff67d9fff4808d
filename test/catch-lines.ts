import { onTestFinished, vi } from 'vitest';

/** What a function writes during a test, in place of writing it: an array of lines that grows. */
export function catchLines(): string[] {
  const lines: string[] = [];
  for (const stream of [process.stdout, process.stderr]) {
    const spy = vi.spyOn(stream, 'write').mockImplementation((text) => {
      lines.push(...String(text).trimEnd().split('\n'));
      return true;
    });
    onTestFinished(() => spy.mockRestore());
  }
  return lines;
}
