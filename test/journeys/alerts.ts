import type { KnownBlock } from '@slack/types';
import { type Journey, type Language, openJourney } from './journey.ts';
import { searchesOf } from './searching.ts';
import type { Answer } from './workspace.ts';

export type Alert = Awaited<ReturnType<typeof openAlert>>;

/** A stream `edge/NAME` with lines of two minutes ago. */
export async function openStory(
  name: string,
  lines: readonly string[],
  { language = 'en' as Language, policy = undefined as string | undefined } = {},
) {
  const journey = await openJourney(language, policy);
  await journey.addStream(`edge/${name}`);
  const time = Date.now() - 120_000;
  await journey.log(
    `edge/${name}`,
    lines.map((content, index) => ({ content, time: time + index })),
  );
  return journey;
}

/** Somebody writes what is to be looked up, and another one looks it up. `at` is where, in the channel. */
export async function openAlert(
  journey: Journey,
  text: string,
  { channel: channelName = 'ops', at = {} as object, role = 'operator' } = {},
) {
  const { slack, url, post } = journey;
  const channel = slack.channels.find(({ name }) => name === channelName)?.id;
  const writer = slack.users.find((user) => user.role === 'reader')?.id;
  let messageTs = '';
  await journey.step('writes', async () => {
    const body = { user: writer, channel, text, ...at };
    ({ messageTs } = await post<{ messageTs: string }>(`${url}/local/type`, body));
    await journey.idle();
  });
  const form = searchesOf(journey, role);
  return {
    ts: messageTs,
    form,
    user: form.user,
    lookUp: () => form.shortcut('look_up_logs', { channel, messageTs }),
    /** Comes back while the form is still being filled. */
    lookUpSoon: () =>
      post<Answer>(`${url}/local/shortcut`, {
        user: form.user,
        callbackId: 'look_up_logs',
        channel,
        messageTs,
      }),
    submit: (values: Parameters<typeof form.search>[0] = {}) =>
      journey.step('submits the form', () => form.search(values)),
  };
}

/** What stands in a select that is no field. */
export function optionIn(
  { blocks }: { readonly blocks: readonly KnownBlock[] },
  actionId: string,
  index: number,
): string {
  const elements = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
  const select = elements.find((each) => 'action_id' in each && each.action_id === actionId);
  const value = select?.type === 'static_select' ? select.options?.[index]?.value : undefined;
  if (value === undefined) throw new Error(`there is no option ${index} of ${actionId}`);
  return value;
}
