import { periodOf } from './periods.ts';

export function period(every: string): string {
  const { length, unit } = periodOf(every);
  return `每 ${length} ${unit === 'min' ? '分钟' : '小时'}`;
}
