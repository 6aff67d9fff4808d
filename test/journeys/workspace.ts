import type { KnownBlock } from '@slack/types';
import { inject, onTestFinished } from 'vitest';
import { installedApp } from '../../bin/installed-app.ts';
import { type LocalOptions, startLocalWorkspace } from '../../lib/local/start.ts';
import { en } from '../../lib/views/en.ts';
import { zh } from '../../lib/views/zh.ts';

export interface Shown {
  readonly ts: string;
  readonly threadTs: string | null;
  readonly from: string | null;
  readonly visibleTo: string | null;
  readonly text: string;
  readonly blocks: KnownBlock[];
  readonly edited: boolean;
  readonly deleted: boolean;
  /** False for a private reply that Slack takes and shows to nobody. */
  readonly shown: boolean;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly ms: number;
}

/** On a busy machine anything may take three seconds. */
const NOTES: readonly string[] = [en, zh].map(({ delivery }) => delivery.stillAtWork);

interface Description {
  readonly slack: {
    readonly users: readonly { readonly id: string; readonly name: string; readonly role: string }[];
    readonly channels: readonly { readonly id: string; readonly name: string; readonly isIm: boolean }[];
  };
  readonly lts: { readonly endpoint: string };
}

export type Workspace = Awaited<ReturnType<typeof startWorkspace>>;

/** A whole local workspace that ends with the test, driven as a person would drive it. */
export async function openWorkspace(options: Partial<LocalOptions> = {}): Promise<Workspace> {
  const workspace = await startWorkspace(options);
  onTestFinished(workspace.close);
  return workspace;
}

/** The same for whoever closes it. */
export async function startWorkspace(options: Partial<LocalOptions> = {}) {
  const errors: string[] = [];
  const server = await startLocalWorkspace({
    port: 0,
    logs: [],
    keepTimes: false,
    language: 'en',
    app: installedApp(),
    assembly: inject('assembly'),
    log: (name, line) => errors.push(`${name}: ${line}`),
    ...options,
  });

  async function get<T>(path: string): Promise<T> {
    return (await (await fetch(`${server.url}${path}`)).json()) as T;
  }
  async function post<T>(url: string, body: object): Promise<T> {
    const headers = { 'content-type': 'application/json' };
    return (await (await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })).json()) as T;
  }

  const { slack, lts } = await get<Description>('/local.json');

  return {
    url: server.url,
    close: () => server.close(),
    processes: () => server.processes(),
    slack,
    get,
    ltsUrl: lts.endpoint,
    errors,
    idle: () => get<{ idle?: boolean }>('/local/idle'),
    post,
    /** Lets something go wrong; once, unless `times` says otherwise. */
    async fault(fault: object): Promise<void> {
      const { error } = await post<{ error?: string }>(`${server.url}/local/faults`, fault);
      if (error !== undefined) throw new Error(error);
    },
    /** A person in a channel: each step waits until everything that it set off has ended. */
    person(role: string, channelName = 'ops') {
      const user = slack.users.find((candidate) => candidate.role === role)?.id;
      const channel = slack.channels.find(({ name }) => name === channelName)?.id;
      if (!user || !channel) throw new Error(`no ${role} in ${channelName}`);
      const act = async (path: string, body: object): Promise<Answer> => {
        const answer = await post<Answer>(`${server.url}/local/${path}`, { user, channel, ...body });
        await get('/local/idle');
        return answer;
      };
      const messages = async () =>
        (await get<{ messages: Shown[] }>(`/local/messages?channel=${channel}&user=${user}`)).messages.filter(
          ({ deleted }) => !deleted,
        );
      return {
        user,
        channel,
        messages,
        type: (text: string) => act('type', { text }),
        /** Of a select, `value` is that of one of its options. */
        click: (messageTs: string, actionId: string, value?: string) =>
          act('click', { messageTs, actionId, ...(value !== undefined && { value }) }),
        /** Types a command and gives the one message that it brought, besides a note that it takes longer. */
        async ask(text: string): Promise<Shown> {
          const before = new Set((await messages()).map(({ ts }) => ts));
          await act('type', { text });
          const [answer, ...more] = (await messages()).filter(
            ({ ts, text: said }) => !before.has(ts) && !NOTES.includes(said),
          );
          if (!answer || more.length > 0) throw new Error(`${more.length + 1} answers to ${text}: ${errors}`);
          return answer;
        },
      };
    },
  };
}

/** The log lines in a message, each with the time in front of it. */
export function linesOf({ blocks }: Pick<Shown, 'blocks'>): string[] {
  return blocks.flatMap((block) => {
    if (block.type !== 'rich_text') return [];
    return block.elements.flatMap((part) => {
      if (part.type !== 'rich_text_preformatted') return [];
      return part.elements.flatMap((element) => (element.type === 'text' ? element.text.split('\n') : []));
    });
  });
}

/** The content of a line, without the time that the bot puts in front: 23 characters and two spaces. */
export function contentOf(line: string): string {
  return line.slice(25);
}

export function actionsOf({ blocks }: Pick<Shown, 'blocks'>): string[] {
  return blocks.flatMap((block) =>
    block.type === 'actions'
      ? block.elements.map((element) => ('action_id' in element && element.action_id) || '')
      : [],
  );
}
