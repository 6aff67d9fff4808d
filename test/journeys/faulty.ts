import { openJourney } from './journey.ts';
import { type Change, compare, type Placed } from './look.ts';

interface Request {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly status: number | null;
}

export type Faulty = Awaited<ReturnType<typeof openFaulty>>;

/** What somebody does, at the same time as others. */
export type Act = { readonly text: string } | { readonly page: Placed; readonly actionId: string };

/** A journey on which something goes wrong. */
export async function openFaulty() {
  const journey = await openJourney();
  const { slack, url, ltsUrl, post, get } = journey;
  const requests = async () =>
    (await (await fetch(`${ltsUrl}/__emulator/requests`)).json()) as readonly Request[];

  /** By the operator, who may do all of it. */
  async function act(what: Act): Promise<void> {
    const user = slack.users.find(({ role }) => role === 'operator')?.id;
    const channelName = 'page' in what ? what.page.channel : 'ops';
    const place = { user, channel: slack.channels.find(({ name }) => name === channelName)?.id };
    if ('text' in what) await post(`${url}/local/type`, { ...place, ...what });
    else await post(`${url}/local/click`, { ...place, messageTs: what.page.ts, actionId: what.actionId });
  }

  return {
    ...journey,
    /** Does all of it at once, waits until all that follows has ended, and gives what it brought, sorted. */
    async doAtOnce(acts: readonly Act[]): Promise<string[]> {
      const before = await journey.look();
      await Promise.all(acts.map(act));
      await get('/local/idle');
      return said(compare(before, await journey.look())).toSorted();
    },
    /** How LTS answered each write with this in it; null where it did not. */
    writesOf: async (part: string) =>
      (await requests())
        .filter(({ method, path, body }) => method === 'POST' && (path + body).includes(part))
        .map(({ status }) => status),
    asked: async () => (await requests()).length,
    deaths: () => journey.errors.filter((line) => line.includes('signal: SIGKILL')).length,
  };
}

/** What was posted or changed: where, for whom, and what it says. */
export function said(changes: readonly Change[]): string[] {
  return changes.map(({ how, message }) => {
    const { channel, threadTs, visibleTo, shown, file, text } = message;
    const where = [
      channel,
      threadTs ? ' thread' : '',
      visibleTo ? ' privately' : '',
      shown ? '' : ' unseen',
    ].join('');
    return `${where}${how === 'posted' ? '' : ` ${how}`}: ${file ? `[${file.name}]` : text}`;
  });
}
