import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod/mini';
import { startWorkspace } from './start-workspace.ts';

const LTS_DELAY_MS = 50;
const COMMAND = '/lts logs checkout/api error since:1h';
/** How often is looked whether a message has come: more often would keep the machine from what is measured. */
const LOOK_MS = 4;
const LONGEST_MS = 20_000;
/** Of the commands after the first, the functions have done this many before one is measured. */
const WARM_UP = 5;

export interface AnswerTimes {
  /** With functions of which no process lives, in ms. */
  readonly cold: number[];
  readonly warm: number[];
}

/**
 * From a command that somebody types in the local workspace until its page of lines is a message that they see. It
 * takes the way that a command takes when it is deployed; each call of LTS takes 50 ms.
 */
export async function measureAnswers(assembly: string, rounds: number): Promise<AnswerTimes> {
  const { told, tell, close } = await startWorkspace(assembly);
  try {
    const workspace = await openWorkspace(told.url);
    const cold: number[] = [];
    // The first round fills caches of the machine, and does not count.
    for (let round = -1; round < rounds; round += 1) {
      await tell('end the functions');
      const ms = await workspace.answer(round);
      if (round >= 0) cold.push(ms);
    }
    const warm: number[] = [];
    for (let round = -WARM_UP; round < rounds; round += 1) {
      const ms = await workspace.answer(round);
      if (round >= 0) warm.push(ms);
    }
    return { cold, warm };
  } finally {
    close();
  }
}

const Description = z.object({
  slack: z.object({
    users: z.array(z.object({ id: z.string(), role: z.string() })),
    channels: z.array(z.object({ id: z.string(), isIm: z.boolean(), isPrivate: z.boolean() })),
  }),
  lts: z.object({ endpoint: z.string() }),
});

const Messages = z.object({
  messages: z.array(
    z.object({ ts: z.string(), visibleTo: z.nullable(z.string()), blocks: z.array(z.unknown()) }),
  ),
});

async function openWorkspace(url: string) {
  const { slack, lts } = Description.parse(await (await fetch(`${url}/local.json`)).json());
  const user = slack.users.find(({ role }) => role === 'reader')?.id;
  const open = slack.channels.filter(({ isIm, isPrivate }) => !isIm && !isPrivate);
  const fault = { match: {}, delayMs: LTS_DELAY_MS, times: 1_000_000 };
  await post(`${lts.endpoint}/__emulator/faults`, fault);

  async function look(channel: string) {
    const answer = await fetch(`${url}/local/messages?channel=${channel}&user=${user}`);
    return Messages.parse(await answer.json()).messages;
  }

  return {
    /** In ms. Throws when what comes is no page, or nothing does. */
    async answer(round: number): Promise<number> {
      // Each time in another channel, because looking at one costs more with each message that is in it.
      const channel = open.at(round % open.length)?.id ?? '';
      const before = (await look(channel)).length;
      const start = performance.now();
      const typed = post(`${url}/local/type`, { user, channel, text: COMMAND });
      let ms = 0;
      while (ms < LONGEST_MS) {
        const messages = await look(channel);
        ms = performance.now() - start;
        if (messages.length > before) {
          await typed;
          // So that nothing is under way when the next command is typed.
          await fetch(`${url}/local/idle`);
          if (JSON.stringify(messages.at(-1)).includes('rich_text_preformatted')) return ms;
          throw new Error(`the answer is no page: ${JSON.stringify(messages.at(-1))}`);
        }
        await sleep(LOOK_MS);
      }
      throw new Error('no answer came');
    },
  };
}

async function post(url: string, body: object): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  await response.text();
}
