const maxBytes = 1 << 20;
const maxLines = 8192;

/**
 * A run of a stream's lines in the order of their line_nums: one buffer of content and typed arrays beside it, so that
 * a million lines cost little more than their bytes and a search reads bytes in a row. A segment is small enough to be
 * searched, or changed in its middle, within a few milliseconds.
 */
export class Segment {
  /** Every line followed by a line feed, which is part of it; past the last line's end there is room. */
  content: Buffer;
  /** Offset just past each line's line feed. */
  ends: Uint32Array;
  lineNums: BigInt64Array;
  /** The stream's number for each line's set of labels. */
  labelSets: Uint32Array;
  length = 0;

  /** A stream's first segment begins small and grows; those after it are going to be full. */
  constructor(size: 'small' | 'full') {
    const capacity = size === 'small' ? 16 : maxLines;
    this.content = Buffer.allocUnsafeSlow(size === 'small' ? 1024 : maxBytes);
    this.ends = new Uint32Array(capacity);
    this.lineNums = new BigInt64Array(capacity);
    this.labelSets = new Uint32Array(capacity);
  }

  get bytes(): number {
    return this.start(this.length);
  }

  /** Offset of a line's first byte; of the line after the last: the end of the content. */
  start(index: number): number {
    return index === 0 ? 0 : (this.ends[index - 1] as number);
  }

  /** A segment takes at least one line, however long it is. */
  hasRoomFor(line: Uint8Array): boolean {
    return this.length === 0 || (this.length < maxLines && this.bytes + line.length + 1 <= maxBytes);
  }

  /** Puts a line, given without its line feed, before the one at `index`; at `length`, it is appended. */
  insert(index: number, lineNum: bigint, line: Uint8Array, labelSet: number): void {
    const size = line.length + 1;
    const start = this.start(index);
    this.grow(this.bytes + size);
    if (index < this.length) this.shift(index, start, size);
    this.content.set(line, start);
    this.content[start + line.length] = 0x0a;
    this.ends[index] = start + size;
    this.lineNums[index] = lineNum;
    this.labelSets[index] = labelSet;
    this.length += 1;
  }

  /** Two segments with half of the lines each. This one stays as it is, for those who are reading it. */
  split(): [Segment, Segment] {
    const middle = this.length >> 1;
    return [this.copy(0, middle), this.copy(middle, this.length)];
  }

  /** The index of the first line whose line_num is `lineNum` or higher; `length` when there is none. */
  lowerBound(lineNum: bigint): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.lineNums[middle] as bigint) < lineNum) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private shift(index: number, start: number, size: number): void {
    this.content.copyWithin(start + size, start, this.bytes);
    for (let at = this.length; at > index; at -= 1) this.ends[at] = (this.ends[at - 1] as number) + size;
    this.lineNums.copyWithin(index + 1, index, this.length);
    this.labelSets.copyWithin(index + 1, index, this.length);
  }

  private copy(from: number, to: number): Segment {
    const copy = new Segment('full');
    for (let index = from; index < to; index += 1) {
      const line = this.content.subarray(this.start(index), this.start(index + 1) - 1);
      copy.insert(copy.length, this.lineNums[index] as bigint, line, this.labelSets[index] as number);
    }
    return copy;
  }

  private grow(bytes: number): void {
    if (bytes > this.content.length) {
      const content = Buffer.allocUnsafeSlow(Math.max(bytes, Math.min(this.content.length * 2, maxBytes)));
      this.content.copy(content, 0, 0, this.bytes);
      this.content = content;
    }
    if (this.length < this.ends.length) return;
    const capacity = this.ends.length * 2;
    this.ends = grown(this.ends, new Uint32Array(capacity));
    this.lineNums = grown(this.lineNums, new BigInt64Array(capacity));
    this.labelSets = grown(this.labelSets, new Uint32Array(capacity));
  }
}

function grown<T extends { set(from: T): void }>(from: T, to: T): T {
  to.set(from);
  return to;
}
