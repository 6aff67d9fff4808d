import { MistakeError } from './mistake.ts';

const UNITS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;

/** LTS refuses a longer window (API reference, 5.3.1, table 5-49). */
export const MAX_WINDOW_MS = 30 * UNITS.d;

/** `15m`, `2h30m`, `1d` in milliseconds; more than 0 and at most 30 days. */
export function parseDuration(text: string): number {
  if (!/^(\d{1,6}[smhdw])+$/i.test(text)) throw new MistakeError({ kind: 'bad_duration', given: text });
  let total = 0;
  for (const [, count, unit] of text.toLowerCase().matchAll(/(\d+)([smhdw])/g)) {
    total += Number(count) * UNITS[unit as keyof typeof UNITS];
  }
  if (total === 0 || total > MAX_WINDOW_MS) throw new MistakeError({ kind: 'bad_duration', given: text });
  return total;
}
