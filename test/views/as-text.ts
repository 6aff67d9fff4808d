import type { ActionsBlock, DataTableBlock, KnownBlock, RichTextBlock, RichTextElement } from '@slack/types';
import type { Message } from '../../lib/views/message.ts';

/** A message as a person reads it: the notification first, then its blocks, with marks for what is not plain text. */
export function asText({ text, blocks }: Message): string {
  return [`(${text})`, ...blocks.flatMap(blockText)].join('\n');
}

function blockText(block: KnownBlock): string[] {
  switch (block.type) {
    case 'rich_text':
      return block.elements.flatMap(partText);
    case 'context':
      return [`~ ${block.elements.map((element) => ('text' in element ? element.text : '?')).join(' ')}`];
    case 'data_table':
      return tableText(block);
    case 'actions':
      return [block.elements.map(controlText).join(' ')];
    case 'section': {
      const { text, accessory } = block;
      const button = accessory?.type === 'button' ? ` [${accessory.text.text}]` : '';
      return [`${text?.text ?? ''}${button}`];
    }
    case 'input':
      return [`${block.label.text} [${block.block_id}]`];
    default:
      throw new Error(`no text for a ${block.type}`);
  }
}

function partText(part: RichTextBlock['elements'][number]): string[] {
  switch (part.type) {
    case 'rich_text_section':
      return [part.elements.map(elementText).join('')];
    case 'rich_text_list':
      return part.elements.map((item) => `• ${item.elements.map(elementText).join('')}`);
    case 'rich_text_preformatted':
      return part.elements
        .map(elementText)
        .join('')
        .split('\n')
        .map((line) => `| ${line}`);
    default:
      throw new Error(`no text for a ${part.type}`);
  }
}

function elementText(element: RichTextElement): string {
  if (element.type === 'user') return `@${element.user_id}`;
  if (element.type === 'usergroup') return `@${element.usergroup_id}`;
  if (element.type === 'channel') return `#${element.channel_id}`;
  if (element.type !== 'text') throw new Error(`no text for a ${element.type}`);
  const { text, style } = element;
  const shown = style?.code ? `\`${text}\`` : text;
  return style?.bold ? `**${shown}**` : shown;
}

function tableText({ caption, rows }: DataTableBlock): string[] {
  const lines = rows.map((row) => row.map((cell) => ('text' in cell ? cell.text : '?')).join(' | '));
  return [`[${caption}]`, ...lines];
}

function controlText(control: ActionsBlock['elements'][number]): string {
  if (control.type === 'button') return `[${control.text.text}]`;
  if (control.type !== 'static_select') throw new Error(`no text for a ${control.type}`);
  const options = control.options?.map(({ text }) => text.text) ?? [];
  return `[${control.placeholder?.text} ▾ ${options.join(', ')}]`;
}
