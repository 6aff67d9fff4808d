/** A figure that is measured several times, and what the median should be. */
export interface Goal extends Omit<Figure, 'value'> {
  readonly measure: () => Promise<number[]>;
}

/** What came of it. */
export interface Figure {
  readonly value: number;
  readonly goal: number;
  readonly better: 'lower' | 'higher';
  readonly unit: string;
}

/** A value that is no number meets no goal. */
export function isMet({ value, goal, better }: Figure): boolean {
  return better === 'lower' ? value <= goal : value >= goal;
}

/** Of an odd number of values; to three places. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Number((sorted[Math.floor(sorted.length / 2)] ?? Number.NaN).toFixed(3));
}
