import { expect, it } from 'vitest';
import type { Job } from '../../lib/commands/job.ts';
import type { Past } from '../../lib/commands/journal.ts';
import { latestLines } from '../../lib/commands/latest-lines.ts';
import { deadlineIn } from '../../lib/slack/deadline.ts';
import { createDeliver } from '../../lib/slack/deliver.ts';
import { createFiles } from '../../lib/slack/files.ts';
import { tellFailure } from '../../lib/slack/tell-failure.ts';
import { encodeClick } from '../../lib/views/buttons.ts';
import { newJournal } from './new-journal.ts';
import { nobodyAsked } from './no-approvals.ts';
import { openSlack, refusal, SECRET, viewer } from './slack-lab.ts';

const NOT_ANSWERED = 'This could not be answered, after several attempts. Please try again.';
const SHOWN = { channelId: 'D', ts: '3.000001', total: 3 };
const WRITTEN = { kind: 'created_group', name: 'new', retentionDays: 7, how: 'answered' } as const;
const stream = {
  source: 'main',
  groupId: 'g'.repeat(36),
  groupName: 'g',
  streamId: 's'.repeat(36),
  streamName: 's',
};
const EXPORT = encodeClick({ kind: 'export', stream, search: latestLines(1_800_000_000_000), format: 'csv' });

/** A Slack, and how the failure of a job with this past is told there. */
async function open() {
  const slack = await openSlack();
  const tellIt = (past: Partial<Past>, job: Job = slack.typed) =>
    tellFailure(job, viewer, {
      journal: newJournal(past),
      deliver: createDeliver(slack.client()),
      files: createFiles(slack.client()),
      ...nobodyAsked,
      deadline: deadlineIn(10_000),
    });
  return { ...slack, tellIt };
}

it('of a job of which nothing is known is told that it could not be answered, with the id of its request', async () => {
  const { tellIt, calls } = await open();
  await tellIt({});
  expect(calls).toHaveLength(1);
  expect(calls[0]?.fields).toMatchObject({
    response_type: 'ephemeral',
    replace_original: false,
    text: NOT_ANSWERED,
    blocks: [{}, { elements: [{ text: 'Request id r-1' }] }],
  });
});

it('a write that may have happened is not said to have failed', async () => {
  const { tellIt, texts } = await open();
  await tellIt({ isWriteOpen: true });
  expect(texts()).toEqual([
    'An attempt at this broke off. Whether it has happened is not known. Before you try again, look in the LTS console, or in the lists here, whether it is there.',
  ]);
});

it('a write that happened is told as what it came to', async () => {
  const { tellIt, texts } = await open();
  await tellIt({ written: WRITTEN });
  expect(texts()).toEqual([
    expect.stringMatching(/^The log group new now exists\. It keeps logs for 7 days\./),
  ]);
});

it('a job without a response_url that works is told of all the same', async () => {
  const { tellIt, fault, ways, logged } = await open();
  fault('/response/', { status: 404, body: refusal('expired_url') });
  await tellIt({});
  expect(ways()).toEqual(['response_url', 'chat.postEphemeral']);
  expect(logged.join()).not.toContain(SECRET);
});

it.each([
  ['whose file is there is done', { file: 'there' } as const, 'g/s · 3 lines exported as CSV.'],
  [
    'whose file has left is not confirmed',
    { file: 'left' } as const,
    'g/s · The file was sent, but Slack has not confirmed it. If it is not here in a minute, please export again.',
  ],
  ['whose file has not left has failed', {}, `g/s · The export did not work. ${NOT_ANSWERED}`],
])('the message of an export %s', async (_, left, text) => {
  const { tellIt, clicked, calls } = await open();
  await tellIt({ shown: { ...SHOWN, ...left } }, clicked(true, EXPORT));
  expect(calls).toHaveLength(1);
  expect(calls[0]).toMatchObject({ to: 'chat.update', fields: { channel: 'D', ts: '3.000001', text } });
});

it('an export that nobody saw yet is told of as any other job', async () => {
  const { tellIt, clicked, texts } = await open();
  await tellIt({}, clicked(true, EXPORT));
  expect(texts()).toEqual([NOT_ANSWERED]);
});

it('the failure of an export whose message cannot be changed is told to the person', async () => {
  const { tellIt, fault, clicked, calls } = await open();
  fault('chat.update', { body: refusal('message_not_found') });
  await tellIt({ shown: SHOWN }, clicked(true, EXPORT));
  expect(calls.map(({ to, fields: { text } }) => [to, text])).toEqual([
    ['chat.update', `g/s · The export did not work. ${NOT_ANSWERED}`],
    ['response_url', `g/s · The export did not work. ${NOT_ANSWERED}`],
  ]);
});

it('of Home nothing is told: it stays as it was', async () => {
  const { tellIt, calls, typed } = await open();
  const { id, requestId, teamId, userId, receivedAt } = typed;
  await tellIt({}, { id, requestId, teamId, userId, receivedAt, channelId: 'D0', kind: 'home_opened' });
  expect(calls).toEqual([]);
});

it('of a page in a modal that could not be turned is told there, with a button that tries it again', async () => {
  const { tellIt, calls, typed } = await open();
  const { id, requestId, teamId, userId, channelId, receivedAt } = typed;
  const turned = { id, requestId, teamId, userId, channelId, receivedAt, kind: 'modal_clicked' } as const;
  const search = latestLines(1_800_000_000_000);
  const value = encodeClick({ kind: 'page', stream, search, extends: false });
  await tellIt(
    {},
    {
      ...turned,
      clickedView: { id: 'V1', hash: 'h1' },
      value,
      metadata: '{"c":"C","l":"en","n":[],"m":["1.2",["x"]]}',
    },
  );
  expect(calls).toMatchObject([
    { to: 'views.update', fields: { view_id: 'V1', view: { callback_id: 'page' } } },
  ]);
  const shown = JSON.stringify(calls[0]?.fields.view);
  expect(shown).toContain(NOT_ANSWERED);
  expect(shown).toContain(JSON.stringify(value));
  expect(shown).toContain(JSON.stringify('"m":["1.2",["x"]]').slice(1, -1));
});

it('of a search form that could not be filled anew is told in it, while nobody has gone on in it', async () => {
  const { tellIt, calls, typed } = await open();
  const { id, requestId, teamId, userId, channelId, receivedAt } = typed;
  const metadata = '{"c":"C","l":"en","n":[],"z":"UTC","s":"main","k":false}';
  const filled = { callbackId: 'search', metadata, values: { words: 'entered' } };
  const clickedView = { id: 'V1', hash: 'h1' };
  await tellIt(
    {},
    { id, requestId, teamId, userId, channelId, receivedAt, ...filled, kind: 'changed', clickedView },
  );
  expect(calls).toMatchObject([{ to: 'views.update', fields: { view_id: 'V1', hash: 'h1' } }]);
  expect(JSON.stringify(calls)).toMatch(/entered/);
});

it('of a form that could not be filled anew is told where it was opened', async () => {
  const { tellIt, calls, typed } = await open();
  const { id, requestId, teamId, userId, channelId, receivedAt } = typed;
  const filled = { callbackId: 'transfer', metadata: '{}', values: {} };
  await tellIt(
    {},
    {
      id,
      requestId,
      teamId,
      userId,
      channelId,
      receivedAt,
      ...filled,
      kind: 'changed',
      clickedView: { id: 'V1', hash: 'h1' },
    },
  );
  expect(calls).toMatchObject([{ to: 'chat.postEphemeral', fields: { text: NOT_ANSWERED } }]);
});
