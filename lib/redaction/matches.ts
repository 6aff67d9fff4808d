/** All matches of a global pattern. Cheaper than `matchAll` where mostly there is none. */
export function matchesOf(pattern: RegExp, line: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(line); match; match = pattern.exec(line)) found.push(match);
  return found;
}

/** What a sticky pattern matches at `at`; its lastIndex then says where that ends. */
export function matchAt(pattern: RegExp, line: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(line);
}

/** Where what a sticky pattern matches at `at` ends. */
export function endOf(pattern: RegExp, line: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(line) ? pattern.lastIndex : undefined;
}
