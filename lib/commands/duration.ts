const UNITS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;

/** LTS refuses a longer window (API reference, 5.3.1, table 5-49). */
export const MAX_WINDOW_MS = 30 * UNITS.d;

/** `15m`, `2h30m`, `1d`, `1w` in milliseconds, in lower case; undefined for anything else. A day is 24 hours. */
export function readDuration(text: string): number | undefined {
  if (!/^(\d{1,6}[smhdw]){1,5}$/.test(text)) return undefined;
  let total = 0;
  for (const [, count, unit] of text.matchAll(/(\d+)([smhdw])/g)) {
    total += Number(count) * UNITS[unit as keyof typeof UNITS];
  }
  return total;
}
