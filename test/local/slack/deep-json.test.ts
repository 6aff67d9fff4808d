import { expect, test } from 'vitest';
import { BOT_TOKEN, startWorkspace } from './harness.ts';

/** Deeper than a stack of calls: what walks down into it unasked fails. */
const DEEP = 100_000;
const LIST = '['.repeat(DEEP) + ']'.repeat(DEEP);
const OBJECT = `${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}`;
const OPTION = '{"text": {"type": "plain_text", "text": "o"}, "value": "o"}';
const MESSAGE = (block: string) => `{"channel": "C0OPS000001", "text": "a", "blocks": [${block}]}`;

test.each<[method: string, what: string, body: string, error: string]>([
  ['chat.postMessage', 'a list of blocks', MESSAGE(LIST), 'invalid_blocks_format'],
  [
    'chat.postMessage',
    'the rows of a table',
    MESSAGE(`{"type": "table", "rows": ${LIST}}`),
    'invalid_blocks',
  ],
  [
    'chat.postMessage',
    'an initial option',
    MESSAGE(
      `{"type": "actions", "elements": [{"type": "static_select", "options": [${OPTION}], "initial_option": ${OBJECT}}]}`,
    ),
    'invalid_blocks',
  ],
  ['views.publish', 'a view', `{"user_id": "U0READER001", "view": ${OBJECT}}`, 'invalid_arguments'],
  [
    'views.publish',
    "a table's cell",
    `{"user_id": "U0READER001", "view": {"type": "home", "blocks": [{"type": "data_table", "caption": "c", "rows": [[${OBJECT}]]}]}}`,
    'invalid_arguments',
  ],
])('%s refuses %s that is nested without end', async (method, _what, body, error) => {
  const { slack } = await startWorkspace();
  const headers = { authorization: `Bearer ${BOT_TOKEN}`, 'content-type': 'application/json' };
  const response = await fetch(`${slack.apiUrl}/${method}`, { method: 'POST', headers, body });
  expect([response.status, await response.json()]).toMatchObject([200, { ok: false, error }]);
});
