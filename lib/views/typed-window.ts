import type { TypedSearch } from '../commands/command.ts';
import type { Clock } from './times.ts';

/** A window that ends now is as long as it was, and ends when the line is typed. */
export function sameWindow(
  { start, end, endIsFixed }: Pick<TypedSearch, 'start' | 'end' | 'endIsFixed'>,
  clock: Clock,
): string {
  return endIsFixed ? fromTo(start, end, clock) : `since:${spanOf(end - start)}`;
}

export function fromTo(start: number, end: number, clock: Clock): string {
  return `from:${typedTime(start, clock)} to:${typedTime(end, clock)}`;
}

/** In the person's zone, and no longer than it must be. */
function typedTime(ms: number, clock: Clock): string {
  return clock
    .stamp(ms)
    .replace(' ', 'T')
    .replace(/\.000$/, '')
    .replace(/:00$/, '');
}

/** `1d2h30m`, to the minute and not shorter than `ms`. */
function spanOf(ms: number): string {
  const minutes = Math.max(1, Math.ceil(ms / 60_000));
  const parts = [
    [Math.floor(minutes / 1_440), 'd'],
    [Math.floor(minutes / 60) % 24, 'h'],
    [minutes % 60, 'm'],
  ] as const;
  return parts.map(([count, unit]) => (count > 0 ? `${count}${unit}` : '')).join('');
}
