/** One of LTS's periods, such as `5min` or `1hour`, in its two parts. */
export function periodOf(every: string): { readonly length: number; readonly unit: 'min' | 'hour' } {
  return { length: Number.parseInt(every, 10), unit: every.endsWith('hour') ? 'hour' : 'min' };
}
