import { periodOf } from './periods.ts';

export const number = (value: number) => value.toLocaleString('zh-CN');

export function period(every: string): string {
  const { length, unit } = periodOf(every);
  return `每 ${length} ${unit === 'min' ? '分钟' : '小时'}`;
}
