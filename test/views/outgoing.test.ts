import type { RichTextBlockElement } from '@slack/types';
import { expect, it } from 'vitest';
import { bold, context, richText } from '../../lib/views/message.ts';
import { noticeModal } from '../../lib/views/modal.ts';
import { outgoing } from '../../lib/views/outgoing.ts';
import { mistakeMessage } from '../../lib/views/problem.ts';
import { searchHeader } from '../../lib/views/search-header.ts';
import { tableOf, textCell } from '../../lib/views/table.ts';
import { rita, search, stream } from './samples.ts';

const SAID = 'password=hunter2';

it('a message leaves without the secrets that a view has put into it, wherever', () => {
  const click = { kind: 'picked_group', source: 'prod', groupId: 'g' } as const;
  const { table, select } = tableOf([{ cells: [textCell(SAID)], choice: { label: SAID, click } }], {
    caption: SAID,
    head: [SAID],
    actionId: 'streams',
    placeholder: SAID,
  });
  const blocks = [
    richText({ type: 'rich_text_section', elements: [bold(SAID)] }),
    context(SAID),
    table,
    { type: 'actions' as const, elements: [select] },
  ];
  const message = { text: SAID, blocks };
  for (const sent of [outgoing(message), outgoing(noticeModal(message, rita.words))]) {
    expect(JSON.stringify(sent)).not.toContain('hunter2');
    expect(JSON.stringify(sent)).toContain('password=[redacted: password]');
  }
});

it('nothing else of it changes', () => {
  const lines: RichTextBlockElement = {
    type: 'rich_text_preformatted',
    elements: [{ type: 'text', text: SAID }],
  };
  const button = {
    type: 'button',
    action_id: 'older',
    text: { type: 'plain_text', text: 'Older', emoji: false },
    value: SAID,
  } as const;
  const message = {
    text: 'a page',
    blocks: [richText(lines), { type: 'actions' as const, elements: [button] }],
  };
  expect(outgoing(message)).toEqual(message);
});

it('words of a search that look like a secret do not come back above the page', () => {
  const header = searchHeader(
    stream,
    { ...search, words: '"password: hunter2"', labels: { token: 'aB3dE5gH7jK9' } },
    rita,
  );
  expect(header.titleText).toBe('checkout/api "password: [redacted: password]" token=[redacted: token]');
  expect(JSON.stringify(header)).not.toMatch(/hunter2|aB3dE5gH7jK9/);
});

it.each([
  ['before what is wrong', 'logs a/b password=hunter2 since:nonsense', 'nonsense'],
  ['in what is wrong', 'groups password: hunter2', 'hunter2'],
  ['around what is wrong', 'logs a/b password=hunter2', 'ter2'],
])('nor in what is said of a mistake: %s', (_, line, given) => {
  const start = line.indexOf(given);
  const place = { start, end: start + given.length };
  const message = outgoing(mistakeMessage({ kind: 'nothing_expected', given }, rita, { line, place }));
  expect(JSON.stringify(message)).not.toContain('ter2');
  expect(JSON.stringify(message)).toContain('[redacted: password]');
});
