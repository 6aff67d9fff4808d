import { expect, it } from 'vitest';
import { deadlineIn } from '../../lib/slack/deadline.ts';
import { createDeliver } from '../../lib/slack/deliver.ts';
import { PRIVATE } from '../../lib/slack/place.ts';
import { tell } from '../../lib/slack/tell.ts';
import { problemMessage } from '../../lib/views/problem.ts';
import { failureOf } from '../lts/lab.ts';
import { type Claims, newJournal } from './new-journal.ts';
import { openSlack, refusal, SECRET, viewer } from './slack-lab.ts';

const NOT_SHOWN = 'Slack did not take the answer to this. Please tell those who run the bot.';
const GONE = { status: 404, body: refusal('used_url') };
/** More than anybody waits for. */
const BUSY = { status: 429, headers: { 'retry-after': '600' } };

/** A Slack, and attempts at one job that tell there. */
async function open() {
  const slack = await openSlack();
  const claims: Claims = new Map();
  const reply = { message: problemMessage({ what: 'an answer' }), place: PRIVATE };
  return {
    ...slack,
    tellIt: (deliver = createDeliver(slack.client())) =>
      tell(slack.typed, reply, viewer, {
        journal: newJournal({}, claims),
        deliver,
        deadline: deadlineIn(10_000),
      }),
    mayTell: () => newJournal({}, claims).mayTell(),
  };
}

it('a person is told once, whoever tells them', async () => {
  const slack = await open();
  await slack.tellIt();
  await slack.tellIt();
  expect(slack.texts()).toEqual(['an answer']);
  expect(slack.logged).toEqual([]);
});

it('what Slack may take later is a failure, and another attempt may tell', async () => {
  const slack = await open();
  slack.fault('/', BUSY, 3);
  expect(await failureOf(slack.tellIt())).toMatchObject({ verdict: 'again' });
  await slack.tellIt();
  expect(slack.ways()).toEqual(['response_url', 'chat.postEphemeral', 'chat.postMessage', 'response_url']);
});

it('what may have arrived is over, and nobody tells it again', async () => {
  const slack = await open();
  slack.fault('/response/', GONE);
  slack.fault('postEphemeral', { truncate: true });
  slack.fault('postMessage', { body: refusal('user_disabled') });
  await slack.tellIt();
  expect(await slack.mayTell()).toBe(false);
});

it('what no way takes is over for this attempt, and in the log', async () => {
  const slack = await open();
  slack.fault('/response/', GONE);
  slack.fault('/api/', { body: refusal('account_inactive') }, 2);
  await slack.tellIt();
  expect(await slack.mayTell()).toBe(true);
  expect(slack.logged.map((line) => JSON.parse(line))).toEqual([
    ...['response_url', 'token', 'direct message'].map((way) =>
      expect.objectContaining({ message: 'Slack did not take a message', way }),
    ),
    expect.objectContaining({
      message: 'Slack did not take an answer',
      error: { name: 'DeliveryError', code: 'delivery', message: 'Slack answered 404 used_url' },
    }),
  ]);
  expect(slack.logged.join()).not.toContain(SECRET);
});

it.each([
  ['the response_url', [], 'response_url'],
  ['the token', ['/response/'], 'chat.postEphemeral'],
])('a message that is wrong to %s is told of in plain words', async (_, gone, way) => {
  const slack = await open();
  for (const path of gone) slack.fault(path, GONE, 2);
  slack.fault(gone.length > 0 ? 'postEphemeral' : '/response/', { body: refusal('invalid_blocks') });
  await slack.tellIt();
  expect(slack.calls.filter(({ to }) => to === way).map(({ fields }) => fields.text)).toEqual([
    'an answer',
    NOT_SHOWN,
  ]);
  expect(JSON.stringify(slack.calls.at(-1)?.fields.blocks)).toContain('Request id r-1');
  expect(await slack.mayTell()).toBe(false);
});

it('when not even that can be told, it is in the log, and over for this attempt', async () => {
  const slack = await open();
  slack.fault('/response/', { body: refusal('invalid_blocks') }, 2);
  await slack.tellIt();
  expect(slack.ways()).toEqual(['response_url', 'response_url']);
  expect(slack.logged.map((line) => JSON.parse(line).message)).toEqual([
    'Slack did not take an answer',
    'nor could the person be told',
  ]);
  expect(await slack.mayTell()).toBe(true);
});

it('when that may be told in a moment, it is a failure, and another attempt may tell', async () => {
  const slack = await open();
  slack.fault('/response/', { body: refusal('invalid_blocks') });
  slack.fault('/', BUSY, 3);
  expect(await failureOf(slack.tellIt())).toMatchObject({ verdict: 'again' });
  expect(await slack.mayTell()).toBe(true);
});

it('an attempt that dies while it waits to send again leaves the telling to the next one', async () => {
  const slack = await open();
  slack.fault('/response/', { status: 500 });
  const telling = slack.tellIt();
  await expect.poll(() => slack.calls.length).toBe(1);
  await expect.poll(() => slack.mayTell()).toBe(true);
  // The next one has it: this one says nothing more.
  await telling;
  expect(slack.ways()).toEqual(['response_url']);
});

it('a fault of ours is a failure, and another attempt may tell', async () => {
  const slack = await open();
  const ours = () => Promise.reject(new TypeError('ours'));
  await expect(slack.tellIt(ours)).rejects.toThrow(new TypeError('ours'));
  expect(await slack.mayTell()).toBe(true);
});
