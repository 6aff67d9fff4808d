import { expect } from 'vitest';
import { countCharacters } from '../../lib/local/slack/blocks/length.ts';
import { findProblems } from '../../lib/local/slack/blocks/message-blocks.ts';
import type { Message } from '../../lib/views/message.ts';

/** What Slack makes something of: the kinds of text and the elements that are pressed, followed or notify. */
const LIVE = ['mrkdwn', 'markdown', 'section', 'header', 'image', 'video'];
const LIVE_ELEMENTS = ['link', 'user', 'channel', 'emoji', 'broadcast', 'usergroup', 'date', 'color'];

/** What would be read by nobody, or read wrongly: all but a line's own end, tabs, and the sign that colours an emoji. */
export const UNSEEN = /[\p{Cc}\p{Cs}\u2028\u2029\ufff9-\ufffb]|(?!\ufe0f)\p{Default_Ignorable_Code_Point}/u;

/** The limit that Slack does not document. */
const MESSAGE_CHARACTERS = 13_200;

/** Slack takes the message, nothing in it is live, and everything in it can be seen. */
export function expectInert({ text, blocks }: Pick<Message, 'text' | 'blocks'>): void {
  const json = JSON.parse(JSON.stringify(blocks)) as Parameters<typeof findProblems>[0];
  expect(findProblems(json)).toEqual([]);
  expect(countCharacters([...json])).toBeLessThanOrEqual(MESSAGE_CHARACTERS);
  expect(text).not.toMatch(/[<>]|&(?!(?:amp|lt|gt);)/);
  expectSeen(text);
  for (const part of partsOf(blocks)) {
    expect([...LIVE, ...LIVE_ELEMENTS]).not.toContain(part.type);
    if (part.type === 'plain_text') expect(part.emoji).toBe(false);
  }
  for (const { text: shown } of partsOf(blocks)) {
    if (typeof shown === 'string') expectSeen(shown);
  }
}

function expectSeen(text: string): void {
  expect(text.replace(/[\n\t]/g, '')).not.toMatch(UNSEEN);
}

/** All that is shown but log lines: the top-level text and every text in the blocks. */
export function textAround({ text, blocks }: Pick<Message, 'text' | 'blocks'>): string[] {
  const parts = partsOf(blocks, (part) => part.type === 'rich_text_preformatted');
  return [
    text,
    ...parts.flatMap((part) => [part.text, part.caption].filter((each) => typeof each === 'string')),
  ];
}

type Part = Readonly<Record<string, unknown>>;

/** Every object in the blocks, outermost first. */
function partsOf(value: unknown, isSkipped: (part: Part) => boolean = () => false): Part[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((each) => partsOf(each, isSkipped));
  const part = value as Part;
  if (isSkipped(part)) return [];
  return [part, ...Object.values(part).flatMap((each) => partsOf(each, isSkipped))];
}
