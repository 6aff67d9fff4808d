import { el } from '../dom.ts';
import { emoji } from '../emoji.ts';
import { type Json, optional, readNumber, readObject, readObjects, readString, ShapeError } from '../json.ts';
import { broadcastMention, channelMention, date, groupMention, link, userMention } from '../mentions.ts';
import type { View } from '../view.ts';
import { preformatted } from './preformatted.ts';

/** https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
export function richText(block: Json, view: View): HTMLElement {
  return el(
    'div',
    { class: 'rich-text' },
    ...readObjects(block, 'elements').map((part) => piece(part, view)),
  );
}

function piece(part: Json, view: View): HTMLElement {
  const type = readString(part, 'type');
  switch (type) {
    case 'rich_text_section':
      return el('div', { class: 'rich-section' }, ...runs(part, view));
    case 'rich_text_quote':
      return el('blockquote', {}, ...runs(part, view));
    case 'rich_text_preformatted':
      return preformatted(part);
    case 'rich_text_list':
      return list(part, view);
    default:
      throw new ShapeError(`rich_text holds ${type}`);
  }
}

function list(part: Json, view: View): HTMLElement {
  const indent = optional(readNumber, part, 'indent') ?? 0;
  const items = readObjects(part, 'elements').map((item) => el('li', {}, ...runs(item, view)));
  const attributes = { class: 'rich-list', 'data-indent': String(Math.min(indent, 8)) };
  return el(readString(part, 'style') === 'ordered' ? 'ol' : 'ul', attributes, ...items);
}

function runs(part: Json, view: View): Node[] {
  return readObjects(part, 'elements').map((run) => styled(run, content(run, view)));
}

function content(run: Json, view: View): Node {
  const type = readString(run, 'type');
  switch (type) {
    case 'text':
      return document.createTextNode(readString(run, 'text'));
    case 'link': {
      const url = readString(run, 'url');
      const label = optional(readString, run, 'text') ?? url;
      return link(url, label) ?? document.createTextNode(label);
    }
    case 'emoji':
      return document.createTextNode(emoji(readString(run, 'name')));
    case 'user':
      return userMention(readString(run, 'user_id'), view);
    case 'usergroup':
      return groupMention(readString(run, 'usergroup_id'), view);
    case 'channel':
      return channelMention(readString(run, 'channel_id'), view);
    case 'broadcast':
      return broadcastMention(readString(run, 'range'));
    case 'date':
      return moment(run, view);
    default:
      throw new ShapeError(`rich text holds ${type}`);
  }
}

function moment(run: Json, view: View): HTMLElement {
  const shown = date(readNumber(run, 'timestamp'), readString(run, 'format'), view);
  if (!shown) throw new ShapeError('the timestamp of a date is out of range');
  const linked = link(optional(readString, run, 'url') ?? '', '');
  linked?.append(shown);
  return linked ?? shown;
}

const wrappers = { bold: 'strong', italic: 'em', strike: 's', code: 'code' } as const;

function styled(run: Json, node: Node): Node {
  const style = optional(readObject, run, 'style');
  if (!style) return node;
  let result = node;
  for (const [name, tag] of Object.entries(wrappers)) {
    if (style[name] === true) result = el(tag, {}, result);
  }
  return result;
}
