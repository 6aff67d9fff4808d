import { isObject, type Json, type JsonObject } from '../json.ts';
import {
  byType,
  type Check,
  type Fields,
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
import { anyText, interactive, plainText } from './elements.ts';
import { countCharacters } from './length.ts';
import { LIMITS } from './limits.ts';
import { richTextElements } from './rich-text.ts';

function block(type: string, required: Fields, optional: Fields = {}): Check {
  return object({ type: oneOf(type), ...required }, { block_id: text(LIMITS.blockId), ...optional });
}

const section = withRule(
  block(
    'section',
    {},
    {
      text: anyText(LIMITS.sectionText),
      fields: listOf(anyText(LIMITS.sectionField), LIMITS.sectionFields),
      accessory: interactive,
      expand: flag,
    },
  ),
  (value, pointer, report) => {
    if (!('text' in value || 'fields' in value)) report('must define either `text` or `fields`', pointer);
  },
);

const actions = withRule(
  block('actions', { elements: listOf(interactive, LIMITS.actionsElements) }),
  (value, pointer, report) => {
    reportRepeats(value.elements, 'action_id', `${pointer}/elements`, report);
  },
);

const richText = block('rich_text', { elements: richTextElements });

const cell = byType({
  raw_text: object({ type: oneOf('raw_text'), text: text(LIMITS.tableCharacters) }),
  raw_number: object({ type: oneOf('raw_number'), value: number, text: text(LIMITS.tableCharacters) }),
  rich_text: richText,
});

/** The first row is the header; a table without a row under it is refused. */
const dataTable = block(
  'data_table',
  {
    caption: text(LIMITS.tableCharacters),
    rows: listOf(listOf(cell, LIMITS.tableColumns), LIMITS.tableRows, 2),
  },
  {
    page_size: integer(1, LIMITS.tablePageSize),
    row_header_column_index: integer(0, LIMITS.tableColumns - 1),
  },
);

const messageBlocks = listOf(
  byType({
    section,
    actions,
    header: block('header', { text: plainText(LIMITS.headerText) }),
    context: block('context', { elements: listOf(anyText(LIMITS.contextText), LIMITS.contextElements) }),
    divider: block('divider', {}),
    rich_text: richText,
    data_table: dataTable,
  }),
  LIMITS.blocksInMessage,
  0,
);

/** What Slack would say against these blocks of a message: nothing when it takes them. */
export function findProblems(blocks: readonly Json[]): string[] {
  const problems: string[] = [];
  const report: Report = (message, pointer) => problems.push(`${message} [json-pointer:${pointer}]`);
  messageBlocks([...blocks], '/blocks', report);
  reportRepeats([...blocks], 'block_id', '/blocks', report);
  reportLongTables(blocks.filter(isObject), report);
  return problems;
}

function reportRepeats(items: Json | undefined, name: string, pointer: string, report: Report): void {
  const seen = new Set<Json>();
  if (!Array.isArray(items)) return;
  items.forEach((item, index) => {
    const id = isObject(item) ? item[name] : undefined;
    if (id === undefined) return;
    if (seen.has(id)) report(`\`${name}\` "${String(id)}" already exists`, `${pointer}/${index}/${name}`);
    seen.add(id);
  });
}

function reportLongTables(blocks: readonly JsonObject[], report: Report): void {
  const tables = blocks.filter((each) => each.type === 'data_table');
  const length = tables.reduce((sum, table) => sum + countCharacters(table.rows ?? null), 0);
  if (length > LIMITS.tableCharacters) {
    report(`tables must be less than ${LIMITS.tableCharacters + 1} characters in all`, '/blocks');
  }
}
