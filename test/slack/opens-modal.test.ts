import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseCommand } from '../../lib/commands/grammar.ts';
import type { AskedJob, OpeningJob } from '../../lib/commands/job.ts';
import { opensModal } from '../../lib/slack/opens-modal.ts';
import { encodeClick } from '../../lib/views/buttons.ts';

const asked = {
  id: '1.2.3',
  requestId: 'r',
  teamId: 'T',
  userId: 'U',
  channelId: 'C',
  receivedAt: 0,
  responseUrl: 'https://hooks.slack.com/1',
};
const typed = (text: string): AskedJob => ({ ...asked, kind: 'typed', text });
const clicked = (value: string): OpeningJob => ({
  ...asked,
  kind: 'clicked',
  value,
  message: { ts: '1.0', isPrivate: true },
});

/** Undefined for what cannot be read. */
function kindOf(text: string): string | undefined {
  try {
    return parseCommand(text, { receivedAt: 0, zone: 'UTC' }).kind;
  } catch {
    return undefined;
  }
}

it('a modal is opened for all that is read as deleting something or as asking for a form, and for no other command', () => {
  const word = fc.constantFrom(
    'group',
    'GROUP',
    'ｓｔｒｅａｍ',
    'stream',
    'delete',
    'Delete',
    'create',
    'Search',
    'ｓｅａｒｃｈ',
    'transfer',
    'a/b',
    'a',
  );
  const piece = fc.oneof(
    word,
    word.map((text) => `"${text}"`),
    word.map((text) => `“${text}”`),
  );
  const text = fc
    .array(fc.tuple(piece, fc.constantFrom(' ', '  ', '\t', '\u3000', '')), { maxLength: 4 })
    .map((pieces) => pieces.flat().join(''));
  const opened: (string | undefined)[] = [];
  fc.assert(
    fc.property(text, (line) => {
      const kind = kindOf(line);
      const opens = /^(delete_(group|stream)|open_(form|search))$/.test(kind ?? '');
      if (opens) opened.push(kind);
      if (kind !== undefined) expect(opensModal(typed(line))).toBe(opens);
    }),
    // Of other seeds too few may open something.
    { numRuns: 5_000, seed: 1 },
  );
  for (const kind of ['delete_', 'open_form', 'open_search'])
    expect(opened.filter((each) => each?.startsWith(kind)).length).toBeGreaterThan(20);
});

it('a modal is opened by its buttons, and by no other', () => {
  const click = { kind: 'open_delete', source: 'main', group: 'g' } as const;
  expect(opensModal(clicked(encodeClick(click)))).toBe(true);
  expect(opensModal(clicked(encodeClick({ ...click, stream: 's' })))).toBe(true);
  const form = { kind: 'open_form', form: 'transfer' } as const;
  expect(opensModal(clicked(encodeClick(form)))).toBe(true);
  const { id, requestId, teamId, userId, channelId, receivedAt } = asked;
  const inHome = { id, requestId, teamId, userId, channelId, receivedAt, kind: 'home_clicked' } as const;
  expect(opensModal({ ...inHome, value: encodeClick(form) })).toBe(true);
  expect(opensModal(clicked(encodeClick({ kind: 'picked_group', source: 'main', groupId: 'g' })))).toBe(
    false,
  );
  expect(opensModal(clicked(''))).toBe(false);
  expect(opensModal(clicked(encodeClick({ kind: 'open_search' })))).toBe(true);
  const about = { threadTs: '1.0', found: ['x'] };
  expect(opensModal(clicked(encodeClick({ kind: 'open_search', about })))).toBe(true);
  expect(opensModal(clicked('{"v":"searching"}'))).toBe(false);
});
