import { periodOf } from './periods.ts';

/** `1 line`, `1,234 lines` */
export function count(number: number, one: string, other: string): string {
  const noun = new Intl.PluralRules('en').select(number) === 'one' ? one : other;
  return `${number.toLocaleString('en')} ${noun}`;
}

export function period(every: string): string {
  const { length, unit } = periodOf(every);
  const noun = unit === 'min' ? 'minute' : 'hour';
  return length === 1 ? `every ${noun}` : `every ${length} ${noun}s`;
}
