import { isObject, type Json, type JsonObject } from '../json.ts';
import { byType, flag, listOf, oneOf, type Report, text, withRule } from './check.ts';
import { block, commonBlocks, reportRepeats } from './common-blocks.ts';
import { contextActions } from './context-actions.ts';
import { anyText, plainText } from './elements.ts';
import { imageElement } from './images.ts';
import { LIMITS } from './limits.ts';
import { dataTable, reportLongTables, table } from './tables.ts';

/** https://docs.slack.dev/reference/block-kit/blocks/container-block */
const container = withRule(
  block(
    'container',
    { child_blocks: listOf(byType({ ...commonBlocks, table }), LIMITS.containerBlocks) },
    {
      title: plainText(LIMITS.containerTitle),
      rich_text_title: commonBlocks.rich_text,
      subtitle: anyText(LIMITS.containerTitle),
      width: oneOf('narrow', 'standard', 'wide', 'full'),
      icon: imageElement,
      is_collapsible: flag,
      default_collapsed: flag,
      has_header_divider: flag,
    },
  ),
  (value, pointer, report) => {
    if (!('title' in value || 'rich_text_title' in value)) {
      report('must define either `title` or `rich_text_title`', pointer);
    }
    if (value.default_collapsed === true && value.is_collapsible !== true) {
      report('requires `is_collapsible` to be true', `${pointer}/default_collapsed`);
    }
    reportRepeats(value.child_blocks, 'block_id', `${pointer}/child_blocks`, report);
  },
);

/**
 * Video blocks need a scope and domains of their own, and file blocks come from Slack alone: both are refused, as Slack
 * refuses them from this app. Cards, carousels, plans and task cards Slack would take; here they are not known yet.
 * https://docs.slack.dev/reference/block-kit/blocks
 */
const messageBlocks = listOf(
  byType({
    ...commonBlocks,
    container,
    context_actions: contextActions,
    data_table: dataTable,
    // How long its text may be is a matter of the whole message.
    markdown: block('markdown', { text: text(Number.MAX_SAFE_INTEGER) }),
    table,
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
  const all = blocks.flatMap(withChildren);
  // What is in the cells is counted only where they are cells.
  if (problems.length === 0) reportLongTables(all, '/blocks', report);
  reportLongMarkdown(blocks, report);
  if (all.filter((each) => each.type === 'table').length > LIMITS.tablesInMessage) {
    report('only_one_table_allowed', '/blocks');
  }
  return problems;
}

function withChildren(value: Json): JsonObject[] {
  if (!isObject(value)) return [];
  const children = value.type === 'container' ? value.child_blocks : [];
  return [value, ...(Array.isArray(children) ? children.filter(isObject) : [])];
}

/** The limit is that of all of them together; the one that crosses it is named. */
function reportLongMarkdown(blocks: readonly Json[], report: Report): void {
  let length = 0;
  for (const [index, each] of blocks.entries()) {
    if (!isObject(each) || each.type !== 'markdown' || typeof each.text !== 'string') continue;
    const before = length;
    length += each.text.length;
    if (before > LIMITS.markdownText || length <= LIMITS.markdownText) continue;
    report(`must be less than ${LIMITS.markdownText + 1} characters`, `/blocks/${index}/text`);
  }
}
