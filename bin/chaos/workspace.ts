import * as z from 'zod/mini';
import {
  Acknowledgement,
  type Channel,
  Description,
  Files,
  type Group,
  Idle,
  LineNums,
  Messages,
  type Person,
  Request,
  View,
} from './schemas.ts';
import { type Seen, seenMessage } from './seen.ts';

/** Whatever the workspace is asked for has an answer by then. */
const PATIENCE_MS = 90_000;

export type Workspace = Awaited<ReturnType<typeof connect>>;

/** The local workspace as one meets it from outside: over HTTP alone. */
export async function connect(url: string) {
  const describe = async () => Description.parse(await get(`${url}/local.json`));
  const { slack, lts } = await describe();
  const { command, botUserId, users: people, channels } = slack;
  const emulator = `${lts.endpoint}/__emulator`;

  const read = async (channel: Channel, threadTs?: string) => {
    const thread = threadTs === undefined ? '' : `&threadTs=${threadTs}`;
    return Messages.parse(await get(`${url}/local/messages?channel=${channel.id}${thread}`)).messages;
  };

  async function lookInto(channel: Channel): Promise<Seen[]> {
    const { files } = Files.parse(await get(`${url}/local/files?channel=${channel.id}`));
    const contents = new Map(files.map(({ id, content }) => [id, content]));
    const top = await read(channel);
    const threads = top.map(async (parent) =>
      parent.visibleTo === null ? read(channel, parent.ts) : [parent],
    );
    const messages = (await Promise.all(threads)).flat();
    return messages.map((message) => seenMessage(message, channel, contents));
  }

  return {
    /** With its slash. */
    command,
    botUserId,
    // Guests are turned away: nothing is to come of what they do.
    people: people.filter(({ role }) => role !== 'guest'),
    channels,
    type: async (user: Person, channel: Channel, text: string) =>
      Acknowledgement.parse(await post(`${url}/local/type`, { user: user.id, channel: channel.id, text })),
    click: async (user: Person, channel: Channel, click: Click) =>
      Acknowledgement.parse(
        await post(`${url}/local/click`, { user: user.id, channel: channel.id, ...click }),
      ),
    submit: async (user: Person, viewId: string, values: Readonly<Record<string, string>>) =>
      Acknowledgement.parse(await post(`${url}/local/submit`, { user: user.id, viewId, values })),
    /** The modals of a person, the one on top first. */
    views: async (user: Person): Promise<View[]> =>
      z.array(View).parse(await get(`${url}/local/views?user=${user.id}`)),
    /** Every message there is, whoever sees it. */
    look: async (): Promise<Seen[]> => (await Promise.all(channels.map(lookInto))).flat(),
    /** What is still under way when nothing is any more, or the time is over. */
    waiting: async (timeoutMs: number): Promise<string[]> =>
      Idle.parse(await get(`${url}/local/idle?timeoutMs=${timeoutMs}`)).waiting ?? [],
    /** Lets something go wrong, in LTS for the target `lts`. */
    async arm({ target, ...fault }: Fault): Promise<void> {
      if (target === 'lts') await post(`${emulator}/faults`, fault);
      else await post(`${url}/local/faults`, { target, ...fault });
    },
    async disarm(): Promise<void> {
      for (const faults of [`${url}/local/faults`, `${emulator}/faults`]) await send('DELETE', faults);
    },
    /** Gives their numbers. */
    addLines: async (group: string, stream: string, lines: readonly NewLine[]): Promise<string[]> =>
      LineNums.parse(await post(`${emulator}/lines`, { group, stream, lines })).lineNums,
    groups: async (): Promise<Group[]> => (await describe()).lts.groups,
    /** The latest ones that LTS has had. */
    requests: async (): Promise<Request[]> => z.array(Request).parse(await get(`${emulator}/requests`)),
  };
}

interface Click {
  readonly messageTs: string;
  readonly actionId: string;
  readonly value?: string;
}

interface NewLine {
  readonly content: string;
  /** In ms. */
  readonly time: number;
}

/** As `POST /local/faults` takes it. */
export interface Fault {
  readonly target: 'lts' | 'slack' | 'dynamodb' | 'worker' | 'failed';
  readonly match?: { readonly method?: string; readonly path?: string; readonly bodyIncludes?: string };
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly delayMs?: number;
  readonly abort?: boolean;
  readonly truncate?: boolean;
  readonly kill?: 'beforeRun' | 'afterLts' | 'afterDeliver';
  readonly killAt?: string;
  readonly duplicate?: boolean;
  readonly times?: number;
}

const get = (url: string) => send('GET', url);
const post = (url: string, body: object) => send('POST', url, JSON.stringify(body));

/** @throws Error for what the workspace does not do: it is asked for nothing that is impossible. */
async function send(method: string, url: string, body?: string): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const response = await fetch(url, { method, headers, signal, ...(body !== undefined && { body }) });
  const answer: unknown = await response.json();
  // 408 says what is still under way.
  if (response.ok || response.status === 408) return answer;
  throw new Error(`${method} ${url} ${body ?? ''}: ${response.status} ${JSON.stringify(answer)}`);
}
