/**
 * Whether a line of a function's log is for the person at the terminal: warnings and errors are, and whatever the
 * runtime says by itself. The day-to-day lines and the metrics are not.
 */
export function needsAttention(line: string): boolean {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return true;
  }
  if (typeof value !== 'object' || value === null) return true;
  const isCalm = 'level' in value && /^(TRACE|DEBUG|INFO)$/.test(String(value.level));
  return !isCalm && !('_aws' in value);
}
