import { describe, expect, it } from 'vitest';
import type { Job } from '../../lib/commands/job.ts';
import { deadlineIn } from '../../lib/slack/deadline.ts';
import { createDeliver, createNote } from '../../lib/slack/deliver.ts';
import { jobProblem } from '../../lib/slack/job-problem.ts';
import { type Place, PRIVATE } from '../../lib/slack/place.ts';
import { context } from '../../lib/views/message.ts';
import { problemMessage } from '../../lib/views/problem.ts';
import { failureOf } from '../lts/lab.ts';
import { openSlack, refusal, SECRET, viewer } from './slack-lab.ts';

const MESSAGE = problemMessage({ what: 'an answer' });
const ELSEWHERE = context('This comes here because Slack did not take it where you asked.');
const unconfirmed = ({ typed }: Slack) => {
  const what =
    'The answer to this was sent, but Slack has not confirmed it. If you do not see it, please ask again.';
  return jobProblem(typed, { what }, viewer);
};
const GONE = { status: 404, body: refusal('used_url') };
const QUIET = { unfurl_links: 'false', unfurl_media: 'false' };
const POST = 'chat.postMessage';
const EPHEMERAL = 'chat.postEphemeral';

type Slack = Awaited<ReturnType<typeof openSlack>>;

/** Delivers MESSAGE to a place, in answer to a typed command unless `job` says otherwise. */
const deliver = (
  slack: Slack,
  place: Place = PRIVATE,
  { job = slack.typed as Job, ms = 20_000, timeout = 10_000 } = {},
) => createDeliver(slack.client(timeout))(job, { message: MESSAGE, place }, viewer, deadlineIn(ms));

describe('goes by the response_url, and when that is used up by the token to the same place:', () => {
  it.each([
    ['the person', PRIVATE, EPHEMERAL, { channel: 'C', user: 'U' }],
    ['the channel', { kind: 'channel' }, POST, { channel: 'C', ...QUIET }],
    ['a thread', { kind: 'thread', threadTs: '1.0' }, POST, { channel: 'C', thread_ts: '1.0', ...QUIET }],
  ] as const)('%s', async (_, place, method, fields) => {
    const slack = await openSlack();
    await deliver(slack, place);
    expect(slack.ways()).toEqual(['response_url']);
    slack.fault('/response/', GONE);
    await deliver(slack, place);
    expect(slack.ways()).toEqual(['response_url', 'response_url', method]);
    expect(slack.calls.at(-1)?.fields).toEqual({ ...MESSAGE, ...fields });
  });

  it.each([
    ['a private message, which nothing else can replace', true, EPHEMERAL, { user: 'U' }],
    ['a message that others read', false, 'chat.update', { ts: '1.000001' }],
  ])('in place of %s', async (_, isPrivate, method, fields) => {
    const slack = await openSlack();
    slack.fault('/response/', GONE);
    await deliver(slack, { kind: 'replace' }, { job: slack.clicked(isPrivate) });
    expect(slack.calls).toEqual([
      { to: 'response_url', fields: { ...MESSAGE, replace_original: true } },
      { to: method, fields: { ...MESSAGE, channel: 'C', ...fields } },
    ]);
  });
});

it.each(['not_in_channel', 'channel_not_found', 'is_archived', 'user_not_in_channel', 'invalid_auth'])(
  'goes to the direct message, and says why, where the token is told %s',
  async (error) => {
    const slack = await openSlack();
    slack.fault('/response/', { status: 404, body: refusal('expired_url') });
    slack.fault(EPHEMERAL, { body: refusal(error) });
    await deliver(slack);
    expect(slack.ways()).toEqual(['response_url', EPHEMERAL, POST]);
    expect(slack.calls.at(-1)?.fields).toEqual({
      ...MESSAGE,
      ...QUIET,
      channel: 'U',
      blocks: [...MESSAGE.blocks, ELSEWHERE],
    });
    expect(slack.logged).toEqual([
      expect.stringContaining('Slack answered 404 expired_url'),
      expect.stringContaining(`Slack refused: ${error}`),
    ]);
    expect(slack.logged.join()).not.toContain(SECRET);
  },
);

it('tries each way again while that may help', async () => {
  const slack = await openSlack();
  slack.fault('/response/', { status: 500 });
  slack.fault('/response/', GONE);
  slack.fault(EPHEMERAL, { status: 503 });
  slack.fault(EPHEMERAL, { body: refusal('not_in_channel') });
  slack.fault(POST, { status: 429, headers: { 'retry-after': '0' } });
  await deliver(slack);
  expect(slack.ways()).toEqual(['response_url', 'response_url', EPHEMERAL, EPHEMERAL, POST, POST]);
});

it.each([
  ['response_url', '/response/', []],
  ['token', EPHEMERAL, [EPHEMERAL]],
])('goes no other way when the %s is told that the message is wrong', async (_, path, ways) => {
  const slack = await openSlack();
  if (path === EPHEMERAL) slack.fault('/response/', GONE);
  slack.fault(path, { body: refusal('invalid_blocks') });
  expect(await failureOf(deliver(slack))).toMatchObject({ verdict: 'content', reason: 'invalid_blocks' });
  expect(slack.ways()).toEqual(['response_url', ...ways]);
});

describe('what may have been taken is not sent again; the person is told so on the next way:', () => {
  it('after a response_url that ran out of time', async () => {
    const slack = await openSlack();
    slack.fault('/response/', { delayMs: 2_000 });
    await deliver(slack, { kind: 'channel' }, { ms: 1_200 });
    expect(slack.ways()).toEqual(['response_url', EPHEMERAL]);
    expect(slack.calls[1]?.fields).toEqual({ ...unconfirmed(slack), channel: 'C', user: 'U' });
  });

  it.each([
    ['ran out of time', { delayMs: 600 }, 100],
    ['broke off in its answer', { truncate: true }, 10_000],
    ['failed in Slack itself', { body: refusal('internal_error') }, 10_000],
  ])('after a call with the token that %s', async (_, fault, timeout) => {
    const slack = await openSlack();
    slack.fault('/response/', GONE);
    slack.fault(POST, fault);
    await deliver(slack, { kind: 'channel' }, { timeout });
    expect(slack.ways()).toEqual(['response_url', POST, POST]);
    expect(slack.calls[2]?.fields).toEqual({
      ...unconfirmed(slack),
      ...QUIET,
      channel: 'U',
      blocks: [...unconfirmed(slack).blocks, ELSEWHERE],
    });
  });
});

describe('with no way left fails', () => {
  it('as what may have been taken, before all', async () => {
    const slack = await openSlack();
    slack.fault('/response/', GONE);
    slack.fault(EPHEMERAL, { truncate: true });
    slack.fault(POST, { body: refusal('user_disabled') });
    expect(await failureOf(deliver(slack))).toMatchObject({ verdict: 'unsure' });
  });

  it('as what may work again, before what never will', async () => {
    const slack = await openSlack();
    slack.fault('/response/', { status: 429, headers: { 'retry-after': '600' } });
    slack.fault('/api/', { body: refusal('invalid_auth') }, 2);
    expect(await failureOf(deliver(slack))).toMatchObject({ verdict: 'again', retryAfterMs: 600_000 });
    expect(slack.ways()).toEqual(['response_url', EPHEMERAL, POST]);
  });

  it('as what never will', async () => {
    const slack = await openSlack();
    slack.fault('/response/', GONE);
    slack.fault('/api/', { body: refusal('invalid_auth') }, 2);
    expect(await failureOf(deliver(slack))).toMatchObject({ verdict: 'elsewhere', reason: 'used_url' });
  });

  it('as what may work again, when there was no time to send anything', async () => {
    const slack = await openSlack();
    expect(await failureOf(deliver(slack, PRIVATE, { ms: 0 }))).toMatchObject({ verdict: 'again' });
    expect(slack.calls).toEqual([]);
  });
});

describe('goes by the token for a mention, to the person alone', () => {
  it.each([
    ['beside it in the channel', {}, EPHEMERAL, { user: 'U' }],
    ['beside it in a thread', { threadTs: '1.0' }, EPHEMERAL, { user: 'U', thread_ts: '1.0' }],
    ['in the direct message', { isDirect: true }, POST, QUIET],
    ['in a thread of that', { isDirect: true, threadTs: '1.0' }, POST, { ...QUIET, thread_ts: '1.0' }],
  ])('%s', async (_, more, method, fields) => {
    const slack = await openSlack();
    const job = slack.mentioned(more);
    await deliver(slack, PRIVATE, { job });
    await createNote(slack.client())(job, MESSAGE, deadlineIn(2_000).signal);
    const call = { to: method, fields: { ...MESSAGE, channel: 'C', ...fields } };
    expect(slack.calls).toEqual([call, call]);
  });

  it('where it may not write, in their direct message', async () => {
    const slack = await openSlack();
    slack.fault(POST, { body: refusal('thread_not_found') });
    await deliver(slack, { kind: 'thread', threadTs: '3.0' }, { job: slack.mentioned() });
    expect(slack.calls).toMatchObject([
      { to: POST, fields: { channel: 'C', thread_ts: '3.0' } },
      { to: POST, fields: { channel: 'U', blocks: [...MESSAGE.blocks, ELSEWHERE] } },
    ]);
  });
});
