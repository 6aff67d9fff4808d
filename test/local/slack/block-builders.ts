import { expect } from 'vitest';
import { BOT_TOKEN, postJson, startWorkspace } from './harness.ts';

export type Block = Record<string, unknown>;

/** What Slack says to a message of these blocks: undefined when it takes them. */
export async function post(blocks: unknown[]): Promise<{ error: unknown; messages: unknown } | undefined> {
  const fixture = await startWorkspace();
  const channel = fixture.channel('ops');
  const headers = { authorization: `Bearer ${BOT_TOKEN}` };
  const url = `${fixture.slack.apiUrl}/chat.postMessage`;
  const { body } = await postJson(url, { channel, text: 'a', blocks }, headers);
  const isPosted = (await fixture.messages({ channel })).length === 1;
  expect(isPosted).toBe(body.ok);
  const metadata = body.response_metadata as { messages?: unknown } | undefined;
  return body.ok === true ? undefined : { error: body.error, messages: metadata?.messages };
}

export const x = (length: number) => 'x'.repeat(length);
export const list = <T>(length: number, make: (index: number) => T) =>
  Array.from({ length }, (_, index) => make(index));
export const plain = (text: string) => ({ type: 'plain_text', text });
export const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
export const button = (extra: Block = {}) => ({ type: 'button', text: plain('Older'), ...extra });
export const actions = (...elements: Block[]) => ({ type: 'actions', elements });
export const option = (value: string, extra: Block = {}) => ({ text: plain('o'), value, ...extra });
export const select = (extra: Block) => actions({ type: 'static_select', ...extra });
export const confirm = (extra: Block) =>
  actions(
    button({
      confirm: { title: plain('t'), text: plain('t'), confirm: plain('y'), deny: plain('n'), ...extra },
    }),
  );
export const cell = (text = 'c') => ({ type: 'raw_text', text });
export const table = (rows: unknown[], extra: Block = {}) => ({
  type: 'data_table',
  caption: 'c',
  rows,
  ...extra,
});
export const plainTable = (rows: unknown[], extra: Block = {}) => ({ type: 'table', rows, ...extra });
export const image = (extra: Block = {}) => ({
  type: 'image',
  image_url: 'https://a',
  alt_text: 'a',
  ...extra,
});
export const container = (children: Block[], extra: Block = {}) => ({
  type: 'container',
  title: plain('t'),
  child_blocks: children,
  ...extra,
});
const vote = (extra: Block = {}) => ({ text: plain('v'), value: 'v', ...extra });
export const feedback = (extra: Block = {}) => ({
  type: 'feedback_buttons',
  positive_button: vote(extra),
  negative_button: vote(),
});
export const icon = (extra: Block = {}) => ({
  type: 'icon_button',
  icon: 'trash',
  text: plain('i'),
  ...extra,
});
export const contextActions = (...elements: Block[]) => ({ type: 'context_actions', elements });
export const richText = (...elements: Block[]) => ({ type: 'rich_text', elements });
export const preformatted = (text: string) => ({
  type: 'rich_text_preformatted',
  elements: [{ type: 'text', text }],
});
