/**
 * What redaction is measured with. A corpus is one file that exports one of these, and may make its values with
 * `Random`. No secret may stand in the repository as it is, or what scans a Git host for secrets stops the push: put
 * each together from pieces, or make it up from a seed.
 */
export interface Corpus {
  readonly cases: readonly Case[];
  /** Lines that must come out as they are. They are taken as one page, in this order. */
  readonly harmless: readonly string[];
}

/** Lines of one page, mostly one, with secrets in them. */
export interface Case {
  /** What the secrets are, in any words: misses are counted by it. */
  readonly kind: string;
  readonly lines: readonly string[];
  /** The exact pieces of the lines that must not come out. Of a key in several lines, the piece in each. */
  readonly secrets: readonly string[];
}

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';

/** The same values for the same seed. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** At least 0, below `limit`. By mulberry32. */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }

  pick<T>(from: ArrayLike<T>): T {
    const picked = from[this.below(from.length)];
    if (picked === undefined) throw new Error('there is nothing to pick from');
    return picked;
  }

  text(alphabet: string, length: number): string {
    return Array.from({ length }, () => this.pick(alphabet)).join('');
  }

  digits(length: number): string {
    return this.text(DIGITS, length);
  }

  hex(length: number): string {
    return this.text(`${DIGITS}abcdef`, length);
  }

  upper(length: number): string {
    return this.text(LOWER.toUpperCase() + DIGITS, length);
  }

  alphanumeric(length: number): string {
    return this.text(LOWER + LOWER.toUpperCase() + DIGITS, length);
  }

  base64(length: number): string {
    return this.text(`${LOWER + LOWER.toUpperCase() + DIGITS}+/`, length);
  }

  base64url(length: number): string {
    return this.text(`${LOWER + LOWER.toUpperCase() + DIGITS}-_`, length);
  }

  uuid(): string {
    return [8, 4, 4, 4, 12].map((length) => this.hex(length)).join('-');
  }

  /** A password as people make them: a word, digits, perhaps a sign. */
  password(): string {
    const word = this.pick([
      'Sommer',
      'dragon',
      'Qwerty',
      'monkey',
      'letmein',
      'Zhongguo',
      'admin',
      'Trustno',
      'Huawei',
    ]);
    return `${word}${this.pick(['', '@', '_', '-', '#', '!'])}${this.digits(3 + this.below(3))}${this.pick(['', '!', '$', 'x'])}`;
  }
}
