import { grouped } from './grouped.ts';
import { periodOf } from './periods.ts';

/** `1 line`, `1,234 lines` */
export function count(number: number, one: string, other: string): string {
  return `${grouped(number)} ${number === 1 ? one : other}`;
}

export function period(every: string): string {
  const { length, unit } = periodOf(every);
  const noun = unit === 'min' ? 'minute' : 'hour';
  return length === 1 ? `every ${noun}` : `every ${length} ${noun}s`;
}
