import type { KnownBlock, RichTextElement } from '@slack/types';
import { expect } from 'vitest';
import type { Click } from '../../lib/commands/click.ts';
import { findProblems } from '../../lib/local/slack/blocks/message-blocks.ts';
import { decodeClick } from '../../lib/views/buttons.ts';
import { escapedLength, LIMITS } from '../../lib/views/limits.ts';
import type { Message } from '../../lib/views/message.ts';

type Blocks = Pick<Message, 'blocks'>;

/** The rows of log text. */
export function rowsOf({ blocks }: Blocks): string[] {
  return blocks.flatMap((block) => {
    const parts = block.type === 'rich_text' ? block.elements : [];
    return parts.flatMap((part) => {
      if (part.type !== 'rich_text_preformatted') return [];
      return part.elements.flatMap((element) => (element.type === 'text' ? element.text.split('\n') : []));
    });
  });
}

interface Offered {
  readonly actionId: string;
  readonly label: string;
  readonly value: string;
}

/** Everything that can be clicked or chosen, in its order. */
export function offersOf({ blocks }: Blocks): Offered[] {
  const controls = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
  return controls.flatMap((control) => {
    const actionId = 'action_id' in control ? (control.action_id ?? '') : '';
    if (control.type === 'button')
      return [{ actionId, label: control.text.text, value: control.value ?? '' }];
    if (control.type !== 'static_select') throw new Error(`a ${control.type}`);
    const options = control.options ?? [];
    return options.map(({ text, value }) => ({ actionId, label: text.text, value: value ?? '' }));
  });
}

/** What clicking does; undefined where there is nothing to click. */
export function clickOf<K extends Click['kind']>(
  message: Blocks,
  actionId: string,
  kind: K,
): Extract<Click, { kind: K }> | undefined {
  const offered = offersOf(message).find((offer) => offer.actionId === actionId);
  if (!offered) return undefined;
  const click = decodeClick(offered.value);
  if (click?.kind !== kind) throw new Error(`${actionId} stands for ${click?.kind}`);
  return click as Extract<Click, { kind: K }>;
}

/** Slack takes the message; and nothing in it but a mention that is ours is live. */
export function expectSound(message: Message): void {
  expect(findProblems(JSON.parse(JSON.stringify(message.blocks)))).toEqual([]);
  expect(countText(message.blocks)).toBeLessThanOrEqual(LIMITS.messageText);
  // What chat.update takes.
  expect(message.text.length).toBeLessThanOrEqual(4_000);
  expect(message.text).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
  expect(message.blocks.flatMap(liveText).join('')).toMatch(/^([^<>&]*<@U\w+>[^<>&]*)?$/);
  for (const { label, value } of offersOf(message)) {
    expect(decodeClick(value)).toBeDefined();
    expect(label.length).toBeLessThanOrEqual(LIMITS.optionText);
  }
}

/** Of a person, a user group or a channel, by an id: text of others cannot become one. */
function isMention(element: RichTextElement): boolean {
  if (element.type === 'user') return /^[UW][A-Z0-9]+$/.test(element.user_id);
  if (element.type === 'channel') return /^[CG][A-Z0-9]+$/.test(element.channel_id);
  return element.type === 'usergroup' && /^S[A-Z0-9]+$/.test(element.usergroup_id);
}

/** The text in which Slack makes links and mentions. */
function liveText(block: KnownBlock): string[] {
  if (block.type === 'context')
    return block.elements.flatMap((element) => (element.type === 'mrkdwn' ? [element.text] : []));
  if (block.type === 'rich_text')
    return block.elements.flatMap((part) => {
      const elements =
        part.type === 'rich_text_list' ? part.elements.flatMap((item) => item.elements) : part.elements;
      return elements.flatMap((element) =>
        element.type === 'text' || isMention(element) ? [] : [`<${element.type}>`],
      );
    });
  if (block.type === 'actions' || block.type === 'data_table') return [];
  return [`<${block.type}>`];
}

/** Every `text` in the blocks, as Slack counts it. */
function countText(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + countText(item), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, item]) =>
      sum + (key === 'text' && typeof item === 'string' ? escapedLength(item) : countText(item)),
    0,
  );
}
