import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeletionResult } from '../../lib/commands/result.ts';
import { findViewProblems } from '../../lib/local/slack/blocks/view-blocks.ts';
import { parseJson } from '../../lib/local/slack/json.ts';
import { deletedMessage, deletionMessage, deletionModal } from '../../lib/views/deletion.ts';
import { decodeForm } from '../../lib/views/forms.ts';
import type { Message } from '../../lib/views/message.ts';
import { loadingModal, noticeModal, saying } from '../../lib/views/modal.ts';
import { readMetadata } from '../../lib/views/modal-metadata.ts';
import { problemMessage } from '../../lib/views/problem.ts';
import { FOR_MEMBERS, MAYBE_HANDED_OVER, NOT_HANDED_OVER } from '../../lib/views/words.ts';
import { asText } from './as-text.ts';
import { expectSound } from './read-message.ts';
import { anwen, rita, stream } from './samples.ts';

const group = { kind: 'delete', source: 'prod', groupId: stream.groupId, groupName: 'checkout' } as const;
const one = { log_stream_id: stream.streamId, creation_time: 0 };
const KEPT = { retentionDays: 30, needsApproval: false };
const OF_STREAM: DeletionResult = {
  kind: 'deletion',
  form: { ...group, stream: { id: stream.streamId, name: 'my app' } },
  streams: [],
  ...KEPT,
};
const OF_GROUP: DeletionResult = {
  kind: 'deletion',
  form: { ...group, digest: 'd'.repeat(22) },
  streams: ['api', 'my app'].map((name) => ({ ...one, log_stream_name: name })),
  ...KEPT,
};

/** Whatever Slack would say against a modal. */
const problemsOf = (modal: object) => {
  const view = parseJson(JSON.stringify(modal));
  return typeof view === 'object' && view !== null && !Array.isArray(view)
    ? findViewProblems(view, 'modal')
    : ['no view'];
};

describe.each([
  ['en', rita],
  ['zh', anwen],
] as const)('in %s', (language, viewer) => {
  it('what is said of deleting reads as it should, and Slack takes it', async () => {
    const modals = {
      'a stream': deletionModal(OF_STREAM, viewer, 'C1'),
      'a group': deletionModal(OF_GROUP, viewer, 'C1'),
      'a group with one stream': deletionModal(
        { ...OF_GROUP, streams: OF_GROUP.streams.slice(1) },
        viewer,
        'C1',
      ),
      'a group without streams': deletionModal({ ...OF_GROUP, streams: [] }, viewer, 'C1'),
      'a stream of one of several sources': deletionModal(
        OF_STREAM,
        { ...viewer, sources: ['prod', 'staging'] },
        'C1',
      ),
      'a group that a second person has to approve': deletionModal(
        { ...OF_GROUP, retentionDays: 1, needsApproval: true },
        viewer,
        'C1',
      ),
      'a problem': noticeModal(problemMessage({ what: 'What.', remedy: 'Remedy.' }), viewer.words),
      loading: loadingModal('1.2.3'),
    };
    const messages: Record<string, Message> = {
      'a stream whose form was not opened': deletionMessage(OF_STREAM, viewer),
      'a group whose form was not opened': deletionMessage(OF_GROUP, viewer),
      'a deleted stream': deletedMessage(
        { kind: 'deleted_stream', group: 'checkout', name: 'my app' },
        viewer,
      ),
      'a deleted group': deletedMessage({ kind: 'deleted_group', name: 'checkout' }, viewer),
    };
    for (const modal of Object.values(modals)) expect(problemsOf(modal)).toEqual([]);
    for (const message of Object.values(messages)) expectSound(message);
    const texts = [
      ...Object.entries(modals).map(([name, { title, submit, close, blocks }]) => {
        const buttons = [submit, close].flatMap((button) => (button ? [`[${button.text}]`] : []));
        return `=== ${name}\n${asText({ text: title.text, blocks: blocks as Message['blocks'] })}\n${buttons.join(' ')}\n`;
      }),
      ...Object.entries(messages).map(([name, message]) => `=== ${name}\n${asText(message)}\n`),
    ];
    await expect(texts.join('\n')).toMatchFileSnapshot(`goldens/deletion.${language}.txt`);
  });
});

it.each([NOT_HANDED_OVER, MAYBE_HANDED_OVER, FOR_MEMBERS])('a modal can say %s', (text) => {
  expect(problemsOf(saying(text))).toEqual([]);
});

const asJob = (callbackId = '', metadata = '') => ({ callbackId, metadata, values: {}, receivedAt: 0 });

/** Whatever a name may hold, and the longest ones. */
const name = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 64, size: 'max' }),
  fc.constantFrom(
    '',
    '"'.repeat(64),
    '&'.repeat(64),
    '\u{1f600}'.repeat(64),
    '\ud800'.repeat(64),
    '<!channel> *b* :tada:',
    '\u202ea\u0000',
  ),
);

const streams = fc.array(
  name.map((text) => ({ ...one, log_stream_name: text })),
  { maxLength: 100, size: 'max' },
);

describe('the form', () => {
  it.each([
    ['a stream', (text: string) => ({ stream: { id: stream.streamId, name: text } })],
    ['a group', () => ({ digest: 'd'.repeat(22) })],
  ])('of %s fits whatever the names are, and gives back what is to be deleted', (what, part) => {
    fc.assert(
      fc.property(name, name, streams, (groupName, streamName, all) => {
        const form = { ...group, source: 's'.repeat(32), groupName, ...part(streamName) };
        const lost = what === 'a group' ? all : [];
        const modal = deletionModal({ ...OF_GROUP, form, streams: lost, needsApproval: true }, rita, 'C1');
        expect(problemsOf(modal)).toEqual([]);
        expect(JSON.stringify(modal).length).toBeLessThan(100_000);
        const { private_metadata: metadata, callback_id: callbackId } = modal;
        const decoded = decodeForm(asJob(callbackId, metadata));
        if (decoded?.kind !== 'delete') throw new Error('it is not read');
        const { source, groupId, digest, stream: read } = decoded;
        expect([source, groupId, digest, read?.id]).toEqual([
          form.source,
          form.groupId,
          'digest' in form ? form.digest : undefined,
          'stream' in form ? form.stream.id : undefined,
        ]);
        const head = readMetadata(metadata ?? '');
        expect(head).toMatchObject({ channelId: 'C1', language: 'en' });
        // Somebody can see each of the names, and so type it.
        expect(head?.names.filter((shown) => !shown.trim())).toEqual([]);
        expect(JSON.stringify(modal.blocks)).toContain(JSON.stringify(head?.names[0]).slice(1, -1));
      }),
      { numRuns: 200 },
    );
  });

  it.each(['', 'null', '[]', '{}', '{"s":"prod"}', '{"s":1,"g":["a","b"]}', '{"s":"prod","g":["a"]}'])(
    'is not read from %j',
    (metadata) => {
      expect(decodeForm(asJob('delete', metadata))).toBeUndefined();
    },
  );

  it('is not read from that of another modal', () => {
    const { private_metadata: metadata = '' } = deletionModal(OF_STREAM, rita, 'C1');
    expect(decodeForm(asJob('another', metadata))).toBeUndefined();
  });
});
