import { isObject, type Json, type JsonObject } from '../json.ts';
import {
  byType,
  type Check,
  flag,
  integer,
  listOf,
  number,
  object,
  oneOf,
  type Report,
  text,
  withRule,
} from './check.ts';
import { block, commonBlocks } from './common-blocks.ts';
import { countCharacters } from './length.ts';
import { LIMITS } from './limits.ts';

const cell = byType({
  raw_text: object({ type: oneOf('raw_text'), text: text(LIMITS.tableCharacters) }),
  raw_number: object({ type: oneOf('raw_number'), value: number, text: text(LIMITS.tableCharacters) }),
  rich_text: commonBlocks.rich_text,
});

const row = listOf(cell, LIMITS.tableColumns);

/** https://docs.slack.dev/reference/block-kit/blocks/table-block */
export const table: Check = block(
  'table',
  { rows: listOf(row, LIMITS.tableRows) },
  {
    column_settings: listOf(
      object({}, { align: oneOf('left', 'center', 'right'), is_wrapped: flag }),
      LIMITS.tableColumns,
    ),
  },
);

/**
 * The first row is the header; a table without a row under it is refused.
 * https://docs.slack.dev/reference/block-kit/blocks/data-table-block
 */
export const dataTable: Check = withRule(
  block(
    'data_table',
    { caption: text(LIMITS.tableCharacters), rows: listOf(row, LIMITS.dataTableRows, 2) },
    {
      page_size: integer(1, LIMITS.dataTablePageSize),
      row_header_column_index: integer(0, LIMITS.tableColumns - 1),
    },
  ),
  ({ rows = null }, pointer, report) => {
    const [header = [], ...others] = Array.isArray(rows) ? rows.filter(Array.isArray) : [];
    reportRichHeader(header, `${pointer}/rows/0`, report);
    const isUneven = others.some((each) => each.length !== header.length && isWithinLimit(each));
    if (isUneven && isWithinLimit(header))
      report('all rows must have the same number of cells', `${pointer}/rows`);
  },
);

/** A row that is too long has been told so already. */
function isWithinLimit(cells: readonly Json[]): boolean {
  return cells.length <= LIMITS.tableColumns;
}

function reportRichHeader(header: readonly Json[], pointer: string, report: Report): void {
  header.forEach((each, index) => {
    if (isObject(each) && each.type === 'rich_text') {
      report('unsupported type: rich_text', `${pointer}/${index}/type`);
    }
  });
}

export function reportLongTables(blocks: readonly JsonObject[], pointer: string, report: Report): void {
  const tables = blocks.filter((each) => each.type === 'data_table' || each.type === 'table');
  const length = tables.reduce((sum, each) => sum + countCharacters(each.rows ?? null), 0);
  if (length > LIMITS.tableCharacters) {
    report(`tables must be less than ${LIMITS.tableCharacters + 1} characters in all`, pointer);
  }
}
