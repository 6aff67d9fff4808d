import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseCommand } from '../../lib/commands/grammar.ts';
import type { AskedJob } from '../../lib/commands/job.ts';
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
const clicked = (value: string): AskedJob => ({
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

it('a modal is opened for all that is read as deleting something, and for no other command', () => {
  const word = fc.constantFrom(
    'group',
    'GROUP',
    'ｓｔｒｅａｍ',
    'stream',
    'delete',
    'Delete',
    'create',
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
  let deletes = 0;
  fc.assert(
    fc.property(text, (line) => {
      const kind = kindOf(line);
      const isDelete = kind === 'delete_group' || kind === 'delete_stream';
      deletes += Number(isDelete);
      if (kind !== undefined) expect(opensModal(typed(line))).toBe(isDelete);
    }),
    // Of other seeds too few may delete something.
    { numRuns: 2_000, seed: 1 },
  );
  expect(deletes).toBeGreaterThan(20);
});

it('a modal is opened by its button, and by no other', () => {
  const click = { kind: 'open_delete', source: 'main', group: 'g' } as const;
  expect(opensModal(clicked(encodeClick(click)))).toBe(true);
  expect(opensModal(clicked(encodeClick({ ...click, stream: 's' })))).toBe(true);
  expect(opensModal(clicked(encodeClick({ kind: 'picked_group', source: 'main', groupId: 'g' })))).toBe(
    false,
  );
  expect(opensModal(clicked(''))).toBe(false);
});
