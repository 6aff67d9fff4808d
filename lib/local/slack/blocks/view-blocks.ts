import { isObject, type Json, type JsonObject } from '../json.ts';
import { byType, type Check, flag, listOf, object, oneOf, type Report, text } from './check.ts';
import { block, commonBlocks, reportRepeats } from './common-blocks.ts';
import { anyText, plainText } from './elements.ts';
import { LIMITS } from './limits.ts';
import { dataTable, reportLongTables } from './tables.ts';

/** Only modals take it. https://docs.slack.dev/reference/block-kit/blocks/alert-block */
const alert = block(
  'alert',
  { text: anyText(LIMITS.alertText) },
  { level: oneOf('default', 'info', 'warning', 'error', 'success') },
);

const ids = {
  private_metadata: text(LIMITS.viewMetadata, 0),
  callback_id: text(LIMITS.viewId, 0),
  external_id: text(LIMITS.viewId, 0),
};

/** https://docs.slack.dev/reference/views/modal-views */
const modal = object(
  {
    type: oneOf('modal'),
    title: plainText(LIMITS.viewTitle),
    blocks: listOf(byType({ ...commonBlocks, alert }), LIMITS.blocksInView, 0),
  },
  {
    ...ids,
    submit: plainText(LIMITS.viewTitle),
    close: plainText(LIMITS.viewTitle),
    clear_on_close: flag,
    notify_on_close: flag,
  },
);

/** https://docs.slack.dev/reference/views/home-tab-views */
const home = object(
  {
    type: oneOf('home'),
    blocks: listOf(byType({ ...commonBlocks, data_table: dataTable }), LIMITS.blocksInView, 0),
  },
  ids,
);

const CHECKS: Readonly<Record<'modal' | 'home', Check>> = { modal, home };

/** What Slack would say against this view: nothing when it takes it. */
export function findViewProblems(view: JsonObject, type: 'modal' | 'home'): string[] {
  const problems: string[] = [];
  const report: Report = (message, pointer) => problems.push(`${message} [json-pointer:${pointer}]`);
  CHECKS[type](view, '/view', report);
  reportRepeats(view.blocks, 'block_id', '/view/blocks', report);
  const blocks = blocksOf(view.blocks);
  // What is in the cells is counted only where they are cells.
  if (type === 'home' && problems.length === 0) reportLongTables(blocks, '/view/blocks', report);
  if (type === 'modal' && !('submit' in view)) reportMissingSubmit(blocks, report);
  return problems;
}

function blocksOf(blocks: Json | undefined): JsonObject[] {
  return Array.isArray(blocks) ? blocks.filter(isObject) : [];
}

/** Slack's words: https://github.com/slackapi/node-slack-sdk/issues/875 */
function reportMissingSubmit(blocks: readonly JsonObject[], report: Report): void {
  const index = blocks.findIndex((each) => each.type === 'input');
  if (index < 0) return;
  report('must define `submit` to use `input` block', `/view/blocks/${index}/input`);
}
