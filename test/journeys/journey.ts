import { expect } from 'vitest';
import type { LocalOptions } from '../../lib/local/start.ts';
import { atEndOfFile } from '../endings.ts';
import { type Change, compare, lookEverywhere, type Placed } from './look.ts';
import { Transcript } from './transcript.ts';
import { startWorkspace, type Workspace } from './workspace.ts';

export type Language = 'en' | 'zh';

/** Lines of a window that no other line falls into: `from:2025-03-03T09:00Z to:2025-03-03T10:00Z`. */
export const WINDOW = 'from:2025-03-03T09:00Z to:2025-03-03T10:00Z';
const WINDOW_START = Date.UTC(2025, 2, 3, 9);

interface Line {
  readonly content: string;
  readonly time?: number;
  readonly labels?: Readonly<Record<string, string>>;
}

export type Journey = Awaited<ReturnType<typeof openJourney>>;
export type Traveller = ReturnType<Journey['person']>;

const workspaces = new Map<string, Promise<Workspace>>();

/** One workspace a language, and a policy, serves all tests of a file: each takes streams and channels that no other changes. */
async function shareWorkspace(language: Language, policy: string | undefined): Promise<Workspace> {
  const key = `${language} ${policy}`;
  const workspace = await (workspaces.get(key) ?? open(key, { language, ...(policy && { policy }) }));
  for (const url of [`${workspace.url}/local/faults`, `${workspace.ltsUrl}/__emulator/faults`]) {
    await fetch(url, { method: 'DELETE' });
  }
  return workspace;
}

function open(key: string, options: Partial<LocalOptions>): Promise<Workspace> {
  const opening = startWorkspace(options);
  workspaces.set(key, opening);
  atEndOfFile(async () => {
    workspaces.delete(key);
    await (await opening).close();
  });
  return opening;
}

/** What people do in one test, with a record of what each step brings to whom. `policy` is the path of another one. */
export async function openJourney(language: Language = 'en', policy?: string) {
  const workspace = await shareWorkspace(language, policy);
  const nameOf = (id: string) => workspace.slack.users.find((user) => user.id === id)?.name ?? id;
  const transcript = new Transcript(nameOf);
  let seen = await lookEverywhere(workspace);

  async function step(what: string, act: () => Promise<unknown>): Promise<Change[]> {
    await act();
    const now = await lookEverywhere(workspace);
    const changes = compare(seen, now);
    seen = now;
    transcript.add(what, changes);
    return changes;
  }

  return {
    ...workspace,
    ...ltsOf(workspace),
    /** A stream with nothing in it, of a group that is there. */
    async addStream(target: string): Promise<void> {
      await workspace.person('operator', 'omar').type(`/lts stream create ${target}`);
      seen = await lookEverywhere(workspace);
    },
    /** Who types in one channel, and clicks wherever a message stands. */
    person(role: string, channel = 'ops') {
      const { user, type } = workspace.person(role, channel);
      const name = nameOf(user);
      const click = clickAs(workspace, role);
      const say = (text: string) => step(`${name} in ${channel} types ${text}`, () => type(text));
      return {
        user,
        type: say,
        /** Types a command, and gives the one message that it brings. */
        ask: async (text: string) => onlyPosted(await say(text)),
        press: (message: Placed, actionId: string) => {
          const what = `${name} clicks ${actionId} of ${transcript.refer(message)}`;
          return step(what, () => click(message, actionId));
        },
        choose: (message: Placed, actionId: string, label: string) => {
          const what = `${name} chooses ${label} in ${actionId} of ${transcript.refer(message)}`;
          return step(what, () => click(message, actionId, optionOf(message, actionId, label)));
        },
      };
    },
    /** Something else that somebody does, and all that it brings. */
    step,
    look: () => lookEverywhere(workspace),
    /** Whether Slack refuses a second message of a channel within a second. */
    enforceRates: (enforced: boolean) => workspace.post(`${workspace.url}/local/rates`, { enforced }),
    /** All that was done and seen reads as it did when somebody last read it. */
    expectReads: (name: string) =>
      expect(String(transcript)).toMatchFileSnapshot(`goldens/${name}.${language}.txt`),
  };
}

/** Slack takes a click without a word. */
function clickAs(workspace: Workspace, role: string) {
  return async ({ channel, ts }: Placed, actionId: string, value?: string): Promise<void> => {
    const answer = await workspace.person(role, channel).click(ts, actionId, value);
    expect(answer).toMatchObject({ status: 200, body: '' });
  };
}

/** What is in LTS, and what goes wrong there. */
function ltsOf({ ltsUrl, post }: Workspace) {
  async function control<T>(path: string, body: object): Promise<T> {
    const answer = await post<T & { error?: string }>(`${ltsUrl}/__emulator/${path}`, body);
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer;
  }
  const ltsFault = (fault: object) => control('faults', fault);
  return {
    ltsFault,
    /** LTS says no with this code; once, unless `times` says otherwise. */
    refuse: (status: number, code: string, match: object, times = 1) => {
      const body = JSON.stringify({ error_code: code, error_msg: 'refused' });
      return ltsFault({ match, status, body, times });
    },
    /** Adds lines to a stream, without a time a second apart from the start of the window on. Gives their numbers. */
    async log(target: string, lines: readonly (string | Line)[]): Promise<string[]> {
      const [group, stream] = target.split('/');
      const timed = lines.map((line, index) => ({
        time: WINDOW_START + (index + 1) * 1_000,
        ...(typeof line === 'string' ? { content: line } : line),
      }));
      const added = { group, stream, lines: timed };
      return (await control<{ lineNums: string[] }>('lines', added)).lineNums;
    },
  };
}

function optionOf({ blocks }: Placed, actionId: string, label: string): string {
  for (const block of blocks) {
    for (const element of block.type === 'actions' ? block.elements : []) {
      if (element.type !== 'static_select' || element.action_id !== actionId) continue;
      const option = element.options?.find(({ text }) => text.text === label);
      if (option?.value !== undefined) return option.value;
    }
  }
  throw new Error(`there is no ${label} in ${actionId}`);
}

/** The one message of a step, when it is a new one. */
export function onlyPosted(changes: readonly Change[]): Placed {
  return only('posted', changes);
}

/** The one message of a step, when it stood there before. */
export function onlyChanged(changes: readonly Change[]): Placed {
  return only('changed', changes);
}

function only(how: Change['how'], changes: readonly Change[]): Placed {
  const [change, ...more] = changes;
  if (change?.how === how && more.length === 0) return change.message;
  const all = changes.map(({ how, message }) => `${how}: ${message.text}`);
  throw new Error(`not one message ${how}, but ${JSON.stringify(all)}`);
}
