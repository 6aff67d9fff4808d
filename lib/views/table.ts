import type { DataTableBlock, StaticSelect } from '@slack/types';
import { type Choice, optionText, select } from './controls.ts';
import { escapedLength, LIMITS } from './limits.ts';

type Cell = DataTableBlock['rows'][number][number];

/** A row, and what choosing it in the select stands for. */
export interface Row {
  readonly cells: readonly Cell[];
  readonly choice: Choice;
}

export interface TableOptions {
  readonly caption: string;
  readonly head: readonly string[];
  readonly actionId: string;
  readonly placeholder: string;
}

interface Table {
  readonly table: DataTableBlock;
  readonly select: StaticSelect;
  /** Rows that did not fit. */
  readonly left: number;
}

/** Room for the caption, the head and what stands around the table. */
const RESERVED = 1_500;

/**
 * A table of at least one row, and a select to go on from each of its rows. They share the room of one message, so a
 * table of long names holds fewer than its 100 rows. LTS's own quota is 100, too, but may have been raised.
 */
export function tableOf(rows: readonly Row[], { caption, head, actionId, placeholder }: TableOptions): Table {
  const shown = rows.slice(0, countFitting(rows));
  const choices = shown.map(({ choice }) => choice);
  return {
    table: {
      type: 'data_table',
      caption,
      page_size: 10,
      rows: [head.map(textCell), ...shown.map(({ cells }) => [...cells])],
    },
    select: select(actionId, placeholder, choices),
    left: rows.length - shown.length,
  };
}

export function textCell(text: string): Cell {
  return { type: 'raw_text', text };
}

/** Sorted by its value, whatever its text says. */
export function numberCell(value: number, text: string): Cell {
  return { type: 'raw_number', value, text };
}

function countFitting(rows: readonly Row[]): number {
  let left = LIMITS.messageText - RESERVED;
  const overflow = rows.slice(0, LIMITS.tableRows).findIndex(({ cells, choice }) => {
    left -= escapedLength(optionText(choice.label)) + cells.reduce((sum, cell) => sum + textLength(cell), 0);
    return left < 0;
  });
  return overflow < 0 ? LIMITS.tableRows : overflow;
}

function textLength(cell: Cell): number {
  return 'text' in cell ? escapedLength(cell.text ?? '') : 0;
}
