/** A word prepared for searching bytes, ignoring the case of ASCII letters. */
export interface Needle {
  /** In lower case. */
  readonly bytes: Uint8Array;
  /**
   * For each byte that may stand where the word's last byte would: how far to go on (Horspool's table). 0 for the
   * last byte itself, which asks for a closer look.
   */
  readonly skips: Uint32Array;
  /** How far to go on after a closer look. */
  readonly step: number;
}

const lowerCase = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte,
);
const upperCase = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x61 && byte <= 0x7a ? byte - 0x20 : byte,
);

export function toNeedle(text: string): Needle {
  const bytes = Uint8Array.from(Buffer.from(text), (byte) => lowerCase[byte] as number);
  const last = bytes.length - 1;
  const skips = new Uint32Array(256).fill(bytes.length);
  const skip = (byte: number, distance: number): void => {
    skips[byte] = distance;
    skips[upperCase[byte] as number] = distance;
  };
  for (let at = 0; at < last; at += 1) skip(bytes[at] as number, last - at);
  const lastByte = bytes[last] ?? 0;
  const step = skips[lastByte] as number;
  skip(lastByte, 0);
  return { bytes, skips, step };
}

/**
 * Where `needle` first stands in `content` between `from` and `to`, or -1. Written out instead of Buffer.indexOf
 * because that one minds case, and costs a call into native code for every hit.
 */
export function findNeedle(content: Uint8Array, needle: Needle, from: number, to: number): number {
  const { bytes, skips, step } = needle;
  const last = bytes.length - 1;
  for (let end = from + last; end < to; ) {
    const skip = skips[content[end] as number] as number;
    if (skip !== 0) {
      end += skip;
      continue;
    }
    if (standsAt(content, bytes, end - last)) return end - last;
    end += step;
  }
  return -1;
}

/** Whether `bytes`, which are in lower case, stand at `at`. */
export function standsAt(content: Uint8Array, bytes: Uint8Array, at: number): boolean {
  for (let index = 0; index < bytes.length; index += 1) {
    if (lowerCase[content[at + index] as number] !== bytes[index]) return false;
  }
  return true;
}
