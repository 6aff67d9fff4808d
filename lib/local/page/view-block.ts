import { block } from './blocks/block.ts';
import { el, newId } from './dom.ts';
import { type Field, focusTarget } from './fields/field.ts';
import type { ItemView } from './keyed-list.ts';
import type { Action, View } from './view.ts';

/** A block of a modal or of Home, and what is wrong with what was entered in it. */
export interface ViewBlock {
  /** Its block_id. */
  readonly key: string;
  readonly json: unknown;
  readonly isInput: boolean;
  readonly error: string | undefined;
}

/** A block as it is drawn, with the fields that stand in it. */
export interface DrawnBlock extends ItemView<ViewBlock> {
  fields(): readonly Field[];
}

/** Draws a block again only when it changed, so that what people do in it is not disturbed. */
export function createViewBlock(view: View, use: (action: Action) => Promise<void>): DrawnBlock {
  const place = el('div');
  const errorLine = el('p', { class: 'field-error', id: newId(), hidden: true });
  let drawn = '';
  let fields: Field[] = [];

  const draw = (json: unknown): void => {
    const before = fields;
    fields = [];
    const form = { errorId: errorLine.id, add: (field: Field) => fields.push(field) };
    place.replaceChildren(block(json, { ...view, use, form }));
    for (const field of fields) carryOver(field, before);
  };
  return {
    element: el('div', { class: 'view-block' }, place, errorLine),
    fields: () => fields,
    update({ json, error }): void {
      const state = JSON.stringify(json);
      if (state !== drawn) draw(json);
      drawn = state;
      errorLine.hidden = error === undefined;
      errorLine.textContent = error ?? '';
      for (const { control } of fields) control.ariaInvalid = error === undefined ? null : 'true';
    },
  };
}

/**
 * What was entered outlives a change of the block where block_id and action_id stay, as it does at Slack:
 * https://docs.slack.dev/reference/views/modal-views (preserving input)
 */
function carryOver(field: Field, before: readonly Field[]): void {
  const action = focusTarget(field).dataset.action;
  const same = before.find((each) => focusTarget(each).dataset.action === action);
  if (same) field.write(same.read());
}
