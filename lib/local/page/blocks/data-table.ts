import { el, icon } from '../dom.ts';
import { asObject, type Json, optional, readList, readNumber, readString, ShapeError } from '../json.ts';
import type { View } from '../view.ts';
import { richText } from './rich-text.ts';

interface Cell {
  readonly node: Node;
  /** What the column is sorted by. */
  readonly key: string | number;
}

type Row = readonly Cell[];
type Order = { readonly column: number; readonly descending: boolean } | undefined;

/** Slack's own default. https://docs.slack.dev/reference/block-kit/blocks/data-table-block */
const defaultPageSize = 5;

/** A data_table: its first row is the head; pages and order are the reader's own and cost no request. */
export function dataTable(json: Json, view: View): HTMLElement {
  const [head, ...rows] = readList(json, 'rows').map((row) => readRow(row, view));
  if (!head || rows.length === 0) throw new ShapeError('a data_table needs a head and one row');
  const pageSize = optional(readNumber, json, 'page_size') ?? defaultPageSize;
  const labelColumn = optional(readNumber, json, 'row_header_column_index') ?? 0;
  const body = el('tbody');
  const pager = createPager(view);
  let order: Order;
  let first = 0;

  const draw = (): void => {
    const sorted = sortRows(rows, order);
    body.replaceChildren(...sorted.slice(first, first + pageSize).map((row) => bodyRow(row, labelColumn)));
    pager.show(first, pageSize, rows.length);
    for (const [column, cell] of headCells.entries()) cell.ariaSort = ariaSort(order, column);
  };
  const headCells = head.map((cell, column) =>
    headCell(cell, () => {
      order = { column, descending: order?.column === column && !order.descending };
      first = 0;
      draw();
    }),
  );
  pager.onMove((step) => {
    first += step * pageSize;
    draw();
  });
  draw();
  const caption = el('caption', {}, readString(json, 'caption'));
  const table = el('table', {}, caption, el('thead', {}, el('tr', {}, ...headCells)), body);
  return el('div', { class: 'data-table' }, el('div', { class: 'table-scroll' }, table), pager.element);
}

function readRow(row: unknown, view: View): Row {
  if (!Array.isArray(row)) throw new ShapeError('a row of a data_table is not a list');
  return row.map((cell: unknown) => readCell(asObject(cell, 'A cell'), view));
}

function readCell(cell: Json, view: View): Cell {
  const type = readString(cell, 'type');
  if (type === 'raw_number') {
    const key = readNumber(cell, 'value');
    const node = el('span', { class: 'number' }, optional(readString, cell, 'text') ?? String(key));
    return { node, key };
  }
  if (type === 'raw_text') {
    const key = readString(cell, 'text');
    return { node: document.createTextNode(key), key };
  }
  if (type !== 'rich_text') throw new ShapeError(`a cell of a data_table is ${type}`);
  const node = richText(cell, view);
  return { node, key: node.textContent };
}

function headCell(cell: Cell, sort: () => void): HTMLElement {
  const button = el('button', { type: 'button' }, cell.node, icon('sort'));
  button.addEventListener('click', sort);
  return el('th', { scope: 'col' }, button);
}

function bodyRow(row: Row, labelColumn: number): HTMLElement {
  const cells = row.map(({ node }, column) =>
    column === labelColumn ? el('th', { scope: 'row' }, node) : el('td', {}, node),
  );
  return el('tr', {}, ...cells);
}

function sortRows(rows: readonly Row[], order: Order): readonly Row[] {
  if (!order) return rows;
  const sign = order.descending ? -1 : 1;
  return rows.toSorted((a, b) => sign * compare(a[order.column]?.key ?? '', b[order.column]?.key ?? ''));
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b), undefined, { numeric: true });
}

function ariaSort(order: Order, column: number): string | null {
  if (order?.column !== column) return null;
  return order.descending ? 'descending' : 'ascending';
}

function createPager({ words }: View) {
  const previous = el(
    'button',
    { type: 'button', class: 'button default', 'aria-label': words.previousRows },
    icon('left'),
  );
  const next = el(
    'button',
    { type: 'button', class: 'button default', 'aria-label': words.nextRows },
    icon('right'),
  );
  const position = el('span', { role: 'status' });
  const element = el('div', { class: 'pager' }, previous, position, next);
  return {
    element,
    onMove(move: (step: -1 | 1) => void): void {
      previous.addEventListener('click', () => previous.ariaDisabled ?? move(-1));
      next.addEventListener('click', () => next.ariaDisabled ?? move(1));
    },
    show(first: number, size: number, all: number): void {
      element.hidden = all <= size;
      // Whoever pages with the keyboard keeps the focus at either end: `disabled` would lose it.
      previous.ariaDisabled = first === 0 ? 'true' : null;
      next.ariaDisabled = first + size >= all ? 'true' : null;
      position.textContent = words.rows(first + 1, Math.min(first + size, all), all);
    },
  };
}
