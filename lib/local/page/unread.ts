import { fetchNewest } from './api.ts';
import { startPoll } from './poll.ts';

/** What each person has read, by channel: the ts of the newest message when they last looked. */
export interface Unread {
  /** The ts until which the person had read the channel; empty when nothing of it. */
  readUntil(user: string, channel: string): string;
  /** Who looks, and at which channel; none in Home. Tells from now on which channels hold news for them. */
  follow(user: string, channel: string | undefined, tell: (unread: ReadonlySet<string>) => void): void;
  refresh(): void;
}

const KEY = 'read';

export function createUnread(): Unread {
  // A reload keeps it: what was read is not new again.
  const read = new Map<string, string>(JSON.parse(sessionStorage.getItem(KEY) ?? '[]'));
  let poll: ReturnType<typeof startPoll> | undefined;
  const keyOf = (user: string, channel: string): string => `${user}/${channel}`;
  const readUntil = (user: string, channel: string): string => read.get(keyOf(user, channel)) ?? '';

  return {
    readUntil,
    refresh: () => poll?.nudge(),
    follow(user, channel, tell): void {
      poll?.stop();
      poll = startPoll(async (signal) => {
        // What fails is told where the messages are.
        const newest = await fetchNewest(user, signal).catch(() => undefined);
        if (newest === undefined || signal.aborted) return;
        const seen = channel === undefined || document.hidden ? undefined : newest[channel];
        if (channel !== undefined && seen) read.set(keyOf(user, channel), seen);
        sessionStorage.setItem(KEY, JSON.stringify([...read]));
        const unread = Object.entries(newest).filter(([id, ts]) => (ts ?? '') > readUntil(user, id));
        tell(new Set(unread.map(([id]) => id)));
      });
    },
  };
}
