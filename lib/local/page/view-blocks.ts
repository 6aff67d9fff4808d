import { el, newId } from './dom.ts';
import { type Field, focusTarget } from './fields/field.ts';
import { keepFocus } from './keep-focus.ts';
import { KeyedList } from './keyed-list.ts';
import type { Action, View } from './view.ts';
import { createViewBlock, type DrawnBlock, type ViewBlock } from './view-block.ts';
import type { ListedView, Values } from './views-api.ts';

interface ViewBlocks {
  readonly element: HTMLElement;
  update(view: ListedView): void;
  /** What is entered in the input blocks. */
  values(): Values;
  /** What takes the focus when the view opens; undefined when there is nothing to fill. */
  first(): HTMLElement | undefined;
  /** The first field of which something is wrong. */
  wrong(): HTMLElement | undefined;
  /** The ids of what stands above the first field; none without a field. */
  intro(): readonly string[];
}

/** Carries out a click, for which Slack tells the bot also what is entered in the other blocks. */
export type Use<T> = (action: Action, values: Values) => Promise<T>;

/** The blocks of a modal or of Home. */
export function createViewBlocks(view: View, use: Use<void>): ViewBlocks {
  const element = el('div', { class: 'view-blocks', tabindex: '-1' });
  const drawn = new Map<string, DrawnBlock>();
  let shown: readonly ViewBlock[] = [];

  const fieldsOf = ({ key }: ViewBlock): readonly Field[] => drawn.get(key)?.fields() ?? [];
  const valuesBut = (left?: string): Values => {
    const inputs = shown.filter(({ key, isInput }) => isInput && key !== left);
    return Object.fromEntries(inputs.map((each) => [each.key, fieldsOf(each)[0]?.read() ?? null]));
  };
  const create = () => {
    let key = '';
    const block = createViewBlock(view, (action) => use(action, valuesBut(key)));
    block.element.id = newId();
    return {
      element: block.element,
      update(item: ViewBlock): void {
        key = item.key;
        drawn.set(key, block);
        block.update(item);
      },
    };
  };
  const list = new KeyedList<ViewBlock>(element, ({ key }) => key, create);

  return {
    element,
    update({ blocks, errors }): void {
      shown = blocks.map((json, at) => readBlock(json, at, errors));
      keepFocus(element, () => list.update(shown));
    },
    values: () => valuesBut(),
    first(): HTMLElement | undefined {
      const fields = shown
        .filter(({ isInput }) => isInput)
        .flatMap(fieldsOf)
        .map(focusTarget);
      return fields.find(({ autofocus }) => autofocus) ?? fields[0];
    },
    wrong(): HTMLElement | undefined {
      const [field] = shown.filter(({ error }) => error !== undefined).flatMap(fieldsOf);
      return field && focusTarget(field);
    },
    intro(): readonly string[] {
      const until = shown.findIndex(({ isInput }) => isInput);
      return shown.slice(0, Math.max(until, 0)).map(({ key }) => drawn.get(key)?.element.id ?? '');
    },
  };
}

/** The workspace gives every block a block_id; what has none is still drawn. */
function readBlock(json: unknown, at: number, errors: ListedView['errors']): ViewBlock {
  const { type, block_id } =
    typeof json === 'object' && json !== null ? { type: '', block_id: '', ...json } : {};
  const key = typeof block_id === 'string' && block_id !== '' ? block_id : String(at);
  return { key, json, isInput: type === 'input', error: errors[key] };
}
