import type { KnownBlock, PlainTextOption } from '@slack/types';
import { said } from './faulty.ts';
import { type Journey, openJourney } from './journey.ts';
import type { Change } from './look.ts';
import { type Modal, modalsOf } from './modals.ts';
import type { Answer } from './workspace.ts';

type Values = Readonly<Record<string, string | readonly string[] | null>>;
type Block = KnownBlock;

/** The forms of one person, and what comes of them. Options are named as they read. */
export function fillingIn(journey: Journey, role = 'operator') {
  const { url, post, slack, step } = journey;
  const modals = modalsOf(journey, role);
  const user = slack.users.find((candidate) => candidate.role === role)?.id;

  async function send(values: Values, { id: viewId, blocks }: Modal): Promise<Answer> {
    const entered = Object.entries(values).map(([block, value]) => [block, valueIn(blocks, block, value)]);
    const body = { user, viewId, values: Object.fromEntries(entered) };
    return post<Answer>(`${url}/local/submit`, body);
  }

  return {
    ...modals,
    user,
    send,
    /** Submits the form on top, and gives what that brings. */
    async fillIn(values: Values): Promise<string[]> {
      const form = await modals.top();
      const changes: Change[] = await step(`submits ${form.callbackId}`, async () => {
        await send(values, form);
        await journey.idle();
      });
      return said(changes);
    },
    /** Chooses something that fills the form anew; `values` is what stands in the other fields by then. */
    async choose(block: string, label: string, values: Values = {}): Promise<Answer> {
      const { id: viewId, blocks } = await modals.top();
      const value = valueIn(blocks, block, label);
      const actionId = selectIn(blocks, block)?.action_id;
      const answer = await post<Answer>(`${url}/local/click`, { user, viewId, actionId, value, values });
      await journey.idle();
      return answer;
    },
    /** What can be chosen in a block of the form on top. */
    options: async (block: string) =>
      optionsIn((await modals.top()).blocks, block).map(({ text }) => text.text),
    values: async (block: string) => optionsIn((await modals.top()).blocks, block).map(({ value }) => value),
    /** What is wrong, by block. */
    errors: async () => (await modals.top()).errors,
  };
}

/** An operator and a form that they have asked for, in one line. */
export async function openForm(line: string, language: 'en' | 'zh' = 'en', policy?: string) {
  const journey = await openJourney(language, policy);
  const omar = journey.person('operator');
  const form = fillingIn(journey);
  await omar.type(`/lts ${line}`);
  return { ...journey, omar, form };
}

function selectIn(blocks: readonly Block[], block: string) {
  const found = blocks.find(({ block_id }) => block_id === block);
  const element =
    found?.type === 'section' ? found.accessory : found?.type === 'input' ? found.element : undefined;
  return element && 'options' in element ? element : undefined;
}

function optionsIn(blocks: readonly Block[], block: string): readonly PlainTextOption[] {
  return (selectIn(blocks, block)?.options ?? []) as readonly PlainTextOption[];
}

function valueIn(blocks: readonly Block[], block: string, value: Values[string] | undefined): unknown {
  const options = optionsIn(blocks, block);
  const find = (label: string) => options.find(({ text }) => text.text === label)?.value ?? label;
  if (typeof value === 'string') return find(value);
  return value?.map(find) ?? null;
}
