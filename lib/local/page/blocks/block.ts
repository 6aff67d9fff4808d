import { el } from '../dom.ts';
import { folded, isLong } from '../fold.ts';
import { asObject, type Json, optional, readObject, readObjects, readString, ShapeError } from '../json.ts';
import type { BlockView } from '../view.ts';
import { dataTable } from './data-table.ts';
import { element } from './element.ts';
import { inputBlock } from './input.ts';
import { richText } from './rich-text.ts';
import { plainText, textObject } from './text.ts';

/** Draws one block as Slack does. What Slack would refuse is a red box with the reason and its JSON. */
export function block(value: unknown, view: BlockView): HTMLElement {
  try {
    return known(asObject(value, 'The block'), view);
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
    return el(
      'div',
      { class: 'unknown-block', role: 'note' },
      el('p', {}, view.words.unknownBlock(error.message)),
      el('pre', {}, JSON.stringify(value, null, 2)),
    );
  }
}

function known(json: Json, view: BlockView): HTMLElement {
  const type = readString(json, 'type');
  switch (type) {
    case 'section':
      return section(json, view);
    case 'header':
      return el('h3', { class: 'block-header' }, plainText(readObject(json, 'text')));
    case 'divider':
      return el('hr');
    case 'context':
      return el('div', { class: 'block-context' }, ...contextTexts(json, view));
    case 'actions':
      return el(
        'div',
        { class: 'block-actions' },
        ...readObjects(json, 'elements').map((e) => element(e, view)),
      );
    case 'rich_text':
      return richText(json, view);
    case 'data_table':
      return dataTable(json, view);
    case 'alert':
      return alert(json, view);
    case 'input':
      if (view.form) return inputBlock(json, view, view.form);
      throw new ShapeError('an input is not known in messages');
    default:
      throw new ShapeError(`unknown type ${type}`);
  }
}

/** https://docs.slack.dev/reference/block-kit/blocks/alert-block */
function alert(json: Json, view: BlockView): HTMLElement {
  const level = optional(readString, json, 'level') ?? 'default';
  const text = textObject(readObject(json, 'text'), view);
  return el('div', { class: 'block-alert prose', role: 'note', 'data-level': level }, text);
}

function section(json: Json, view: BlockView): HTMLElement {
  const text = optional(readObject, json, 'text');
  const fields = optional(readObjects, json, 'fields') ?? [];
  const accessory = optional(readObject, json, 'accessory');
  if (!text && fields.length === 0) throw new ShapeError('a section needs text or fields');
  const words = el(
    'div',
    { class: 'section-words' },
    text ? sectionText(text, json.expand === true, view) : null,
    fields.length > 0 ? el('div', { class: 'fields' }, ...fields.map((f) => field(f, view))) : null,
  );
  return el('div', { class: 'block-section' }, words, accessory ? element(accessory, view) : null);
}

/** A long one is folded in a message, unless the bot wants it whole: https://docs.slack.dev/reference/block-kit/blocks/section-block */
function sectionText(text: Json, isWhole: boolean, view: BlockView): HTMLElement {
  const words = el('div', { class: 'prose' }, textObject(text, view));
  const isFolded = !view.form && !isWhole && isLong(readString(text, 'text'));
  return isFolded ? folded(words, view.words) : words;
}

function field(json: Json, view: BlockView): HTMLElement {
  return el('div', { class: 'prose' }, textObject(json, view));
}

function contextTexts(json: Json, view: BlockView): HTMLElement[] {
  return readObjects(json, 'elements').map((text) => el('span', { class: 'prose' }, textObject(text, view)));
}
