import { isObject, type Json, type JsonObject } from '../json.ts';
import {
  byType,
  type Check,
  type Fields,
  flag,
  listOf,
  object,
  oneOf,
  type Report,
  text,
  withRule,
} from './check.ts';
import { anyText, plainText } from './elements.ts';
import { imageBlock, imageElement } from './images.ts';
import { LIMITS } from './limits.ts';
import { actionsElement, inputElement, sectionAccessory } from './placement.ts';
import { richTextElements } from './rich-text.ts';

export function block(type: string, required: Fields, optional: Fields = {}): Check {
  return object({ type: oneOf(type), ...required }, { block_id: text(LIMITS.blockId), ...optional });
}

const section = withRule(
  block(
    'section',
    {},
    {
      text: anyText(LIMITS.sectionText),
      fields: listOf(anyText(LIMITS.sectionField), LIMITS.sectionFields),
      accessory: sectionAccessory,
      expand: flag,
    },
  ),
  (value, pointer, report) => {
    if (!('text' in value || 'fields' in value)) report('must define either `text` or `fields`', pointer);
  },
);

const actions = withRule(
  block('actions', { elements: listOf(actionsElement, LIMITS.actionsElements) }),
  reportRepeatedActions,
);

const input = block(
  'input',
  { label: plainText(LIMITS.inputLabel), element: inputElement },
  { hint: plainText(LIMITS.inputHint), optional: flag, dispatch_action: flag },
);

const contextText = anyText(LIMITS.contextText);

const contextElement = byType({ plain_text: contextText, mrkdwn: contextText, image: imageElement });

/** The blocks that messages, modals and Home all take. */
export const commonBlocks = {
  section,
  actions,
  input,
  header: block('header', { text: plainText(LIMITS.headerText) }),
  context: block('context', { elements: listOf(contextElement, LIMITS.contextElements) }),
  image: imageBlock,
  divider: block('divider', {}),
  rich_text: block('rich_text', { elements: richTextElements }),
};

export function reportRepeatedActions({ elements }: JsonObject, pointer: string, report: Report): void {
  reportRepeats(elements, 'action_id', `${pointer}/elements`, report);
}

/** Ids must differ within their list. */
export function reportRepeats(items: Json | undefined, name: string, pointer: string, report: Report): void {
  const seen = new Set<Json>();
  if (!Array.isArray(items)) return;
  items.forEach((item, index) => {
    const id = isObject(item) ? item[name] : undefined;
    if (id === undefined) return;
    if (seen.has(id)) report(`\`${name}\` "${String(id)}" already exists`, `${pointer}/${index}/${name}`);
    seen.add(id);
  });
}
