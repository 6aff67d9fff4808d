import { Segment } from './segment.ts';

/** Lines `from` (included) to `to` (excluded) of one segment. */
export interface Slice {
  readonly segment: Segment;
  readonly from: number;
  readonly to: number;
}

export type Labels = Readonly<Record<string, string>>;

const perMs = 1_000_000n;

/** The lowest and the highest line_num of a millisecond: a line_num is the ingest time and six more digits. */
export function firstLineNum(timeMs: number): bigint {
  return BigInt(timeMs) * perMs;
}

export function lastLineNum(timeMs: number): bigint {
  return BigInt(timeMs) * perMs + (perMs - 1n);
}

export function timeOf(lineNum: bigint): number {
  return Number(lineNum / perMs);
}

/** The lines of one stream, ordered by line_num. */
export class StreamLines {
  count = 0;
  private segments: readonly Segment[] = [];
  private readonly labelSets: Labels[] = [];
  private readonly labelSetIds = new Map<string, number>();

  /** Ingest times in milliseconds, null when there are no lines. */
  get startTime(): number | null {
    const first = this.segments[0];
    return first === undefined ? null : timeOf(first.lineNums[0] as bigint);
  }

  get endTime(): number | null {
    const last = this.segments.at(-1);
    return last === undefined ? null : timeOf(last.lineNums[last.length - 1] as bigint);
  }

  /**
   * Adds a line, given without its line feed, after all lines of its millisecond and before all later ones.
   * Returns its line_num; undefined when that millisecond has none left.
   */
  add(timeMs: number, line: Uint8Array, labels: Labels): bigint | undefined {
    const end = this.endTime ?? 0;
    const previous = timeMs < end ? this.highestUpTo(lastLineNum(timeMs)) : this.highestUpTo(null);
    const lineNum = nextLineNum(timeMs, previous);
    if (timeMs < end && timeOf(lineNum) !== timeMs) return undefined;
    return this.insert(lineNum, line, labels) ? lineNum : undefined;
  }

  /** Adds a line at the end: a time before the last line's counts as that line's. */
  append(timeMs: number, line: Uint8Array, labels: Labels): void {
    this.add(Math.max(timeMs, this.endTime ?? 0), line, labels);
  }

  /** Adds a line, given without its line feed, under a line_num of the caller's choice; false when it is taken. */
  insert(lineNum: bigint, line: Uint8Array, labels: Labels): boolean {
    const at = Math.max(0, lastStartingBy(this.segments, lineNum));
    const segment = this.segments[at];
    const index = segment?.lowerBound(lineNum) ?? 0;
    if (segment !== undefined && index < segment.length && segment.lineNums[index] === lineNum) return false;
    this.place(at, index, lineNum, line, this.labelSetId(labels));
    this.count += 1;
    return true;
  }

  labelsOf(labelSet: number): Labels {
    return this.labelSets[labelSet] ?? {};
  }

  /** For each label set's number: 1 when it holds every wanted label. */
  labelSetsWith(wanted: Labels): Uint8Array {
    const entries = Object.entries(wanted);
    return Uint8Array.from(this.labelSets, (labels) =>
      entries.every(([name, value]) => labels[name] === value) ? 1 : 0,
    );
  }

  /** The lines whose line_num lies between `low` and `high`, both included, a segment at a time. */
  *slices(low: bigint, high: bigint, newestFirst: boolean): Generator<Slice> {
    const segments = this.segments;
    const step = newestFirst ? -1 : 1;
    const first = lastStartingBy(segments, newestFirst ? high : low);
    for (let at = newestFirst ? first : Math.max(0, first); ; at += step) {
      const segment = segments[at];
      if (segment === undefined) return;
      const from = segment.lowerBound(low);
      const to = segment.lowerBound(high + 1n);
      if (from < to) yield { segment, from, to };
      else if (newestFirst || to < segment.length) return;
    }
  }

  /** The highest line_num that is not above `limit`; with null, the highest of all. */
  private highestUpTo(limit: bigint | null): bigint | undefined {
    const segment =
      limit === null ? this.segments.at(-1) : this.segments[lastStartingBy(this.segments, limit)];
    if (segment === undefined) return undefined;
    return segment.lineNums[(limit === null ? segment.length : segment.lowerBound(limit + 1n)) - 1];
  }

  private place(at: number, index: number, lineNum: bigint, line: Uint8Array, labelSet: number): void {
    const segment = this.segments[at];
    if (segment?.hasRoomFor(line)) {
      segment.insert(index, lineNum, line, labelSet);
      return;
    }
    if (segment === undefined || index === segment.length) {
      const fresh = new Segment(segment === undefined ? 'small' : 'full');
      fresh.insert(0, lineNum, line, labelSet);
      this.segments = this.segments.toSpliced(at + 1, 0, fresh);
      return;
    }
    const halves = segment.split();
    const half = index <= halves[0].length ? halves[0] : halves[1];
    half.insert(half === halves[0] ? index : index - halves[0].length, lineNum, line, labelSet);
    this.segments = this.segments.toSpliced(at, 1, ...halves);
  }

  private labelSetId(labels: Labels): number {
    const key = JSON.stringify(labels);
    const known = this.labelSetIds.get(key);
    if (known !== undefined) return known;
    const id = this.labelSets.push(labels) - 1;
    this.labelSetIds.set(key, id);
    return id;
  }
}

/** Rising and unique, but neither contiguous nor beginning at 0, as those of the service. */
function nextLineNum(timeMs: number, previous: bigint | undefined): bigint {
  const first = firstLineNum(timeMs) + BigInt(100_000 + (timeMs % 9973) * 30);
  return previous === undefined || previous < first ? first : previous + 1n + (previous % 3n);
}

/** The index of the last segment whose first line is `lineNum` or before; -1 when there is none. */
function lastStartingBy(segments: readonly Segment[], lineNum: bigint): number {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (((segments[middle] as Segment).lineNums[0] as bigint) <= lineNum) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
