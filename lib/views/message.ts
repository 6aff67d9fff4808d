import type { KnownBlock, RichTextBlock, RichTextElement, RichTextSection } from '@slack/types';

/** A message as Slack takes it. `text` is what notifications and screen readers give; it is escaped. */
export interface Message {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/** For mrkdwn and the top-level text, which are live: mentions and links work in them. */
export function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** Text in a rich_text is literal: no mention, link or formatting in it is live, whatever it holds. */
export function richText(...elements: RichTextBlock['elements']): RichTextBlock {
  return { type: 'rich_text', elements };
}

export function paragraph(...elements: RichTextElement[]): RichTextSection {
  return { type: 'rich_text_section', elements };
}

export function bullets(...elements: RichTextSection[]): RichTextBlock['elements'][number] {
  return { type: 'rich_text_list', style: 'bullet', elements };
}

/** One sentence, or a few, as a paragraph of their own. */
export function sentence(text: string): RichTextSection {
  return paragraph(plain(text));
}

/** Sentences one after the other; Chinese ones stand without a blank between them. */
export function joinSentences(...sentences: readonly string[]): string {
  return sentences
    .filter(Boolean)
    .reduce(
      (text, next) => (/[。：？]$/.test(text) && !next.startsWith('/') ? text + next : `${text} ${next}`),
      '',
    )
    .trim();
}

/** A line that is there to be copied. */
export function example(typed: string): RichTextSection {
  return paragraph(code(typed));
}

export function plain(text: string): RichTextElement {
  return { type: 'text', text };
}

export function bold(text: string): RichTextElement {
  return { type: 'text', text, style: { bold: true } };
}

export function code(text: string): RichTextElement {
  return { type: 'text', text, style: { code: true } };
}

/** Small grey print. */
export function context(text: string): KnownBlock {
  return { type: 'context', elements: [{ type: 'plain_text', text, emoji: false }] };
}
