import { randomBytes, randomInt } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** A new id as Slack writes them: the prefix, then capital letters and digits, 11 characters in all for `Ev`. */
export function newId(prefix: string, length = 11): string {
  let id = prefix;
  while (id.length < length) id += ALPHABET[randomInt(ALPHABET.length)];
  return id;
}

/** The id that Slack gives to a block or an element that came without one. */
export function newBlockId(): string {
  return randomBytes(4).toString('base64url').slice(0, 5);
}

export function newSecret(): string {
  return randomBytes(18).toString('base64url');
}

/** Changes with every change of a view: the second it was made in, and eight letters. */
export function newHash(now: number): string {
  return `${Math.floor(now / 1000)}.${randomBytes(6).toString('base64url')}`;
}

/** Lives three seconds at Slack, and opens one modal. */
export function newTriggerId(now: number): string {
  return `${now}.${randomInt(1e9, 1e10)}.${randomBytes(16).toString('hex')}`;
}

/** When a person did something, in seconds with six digits behind the point, as `ts` has them. */
export function timestampOf(now: number): string {
  return formatTimestamp(now * 1000);
}

/** Counts a channel's timestamps up: each is the current time, or a microsecond after the one before. */
export function createTimestamps(now: () => number): (channel: string) => string {
  const last = new Map<string, number>();
  return (channel) => {
    const micros = Math.max(now() * 1000, (last.get(channel) ?? 0) + 1);
    last.set(channel, micros);
    return formatTimestamp(micros);
  };
}

function formatTimestamp(micros: number): string {
  return `${Math.floor(micros / 1e6)}.${String(Math.floor(micros % 1e6)).padStart(6, '0')}`;
}
