import { describe, expect, it } from 'vitest';
import type { Job } from '../../lib/commands/job.ts';
import { deadlineIn } from '../../lib/slack/deadline.ts';
import { createDeliver, createNote, type Reply } from '../../lib/slack/deliver.ts';
import { PRIVATE } from '../../lib/slack/place.ts';
import { saying } from '../../lib/views/modal.ts';
import { problemMessage } from '../../lib/views/problem.ts';
import { failureOf } from '../lts/lab.ts';
import { openSlack, refusal, viewer } from './slack-lab.ts';

const MESSAGE = problemMessage({ what: 'an answer' });
const MODAL = saying('a form');
const HOME = { type: 'home', blocks: MODAL.blocks } as const;

type Slack = Awaited<ReturnType<typeof openSlack>>;

const asked = ({ typed }: Slack, channelId = 'D0') => {
  const { id, requestId, teamId, userId, receivedAt } = typed;
  return { id, requestId, teamId, userId, channelId, receivedAt };
};
const changed = (slack: Slack, channelId?: string): Job => ({
  ...asked(slack, channelId),
  kind: 'changed',
  clickedView: { id: 'V1', hash: 'h1' },
  callbackId: 'transfer',
  metadata: '{}',
  values: {},
});
const opened = (slack: Slack): Job => ({ ...asked(slack), kind: 'home_opened' });
const clicked = (slack: Slack): Job => ({ ...asked(slack), kind: 'home_clicked', value: '' });

const deliver = (slack: Slack, job: Job, more: Partial<Reply> = {}) =>
  createDeliver(slack.client())(
    job,
    { message: MESSAGE, place: PRIVATE, ...more },
    viewer,
    deadlineIn(20_000),
    () => {
      throw new Error('nothing is written down');
    },
  );

describe('a form that is filled anew', () => {
  it('asks for no hash', async () => {
    const slack = await openSlack();
    await deliver(slack, changed(slack), { modal: MODAL });
    expect(slack.calls).toEqual([{ to: 'views.update', fields: { view_id: 'V1', view: MODAL } }]);
  });

  it('asks for it by a later attempt, which leaves alone what was filled since', async () => {
    const slack = await openSlack();
    slack.fault('/api/views.update', { body: refusal('hash_conflict') });
    await deliver(slack, changed(slack), { modal: MODAL, isLate: true });
    expect(slack.calls).toEqual([{ to: 'views.update', fields: { view_id: 'V1', hash: 'h1', view: MODAL } }]);
  });

  it('is not missed when it was closed', async () => {
    const slack = await openSlack();
    slack.fault('/api/views.update', { body: refusal('not_found') });
    await deliver(slack, changed(slack), { modal: MODAL });
    expect(slack.ways()).toEqual(['views.update']);
  });

  it('is filled again when nobody knows whether it was', async () => {
    const slack = await openSlack();
    slack.fault('/api/views.update', { body: refusal('internal_error') });
    await deliver(slack, changed(slack), { modal: MODAL });
    expect(slack.ways()).toEqual(['views.update', 'views.update']);
  });
});

describe('what takes the place of a page in a modal', () => {
  const turned = (slack: Slack): Job => ({
    ...asked(slack, 'C0'),
    kind: 'modal_clicked',
    clickedView: { id: 'V1', hash: 'h1' },
    value: '',
    metadata: '{}',
  });
  const send = async (isMissed: boolean, ...reasons: string[]) => {
    const slack = await openSlack();
    for (const reason of reasons) slack.fault('/api/views.update', { body: refusal(reason) });
    const reply = { message: MESSAGE, place: PRIVATE, modal: MODAL, isMissed };
    await createDeliver(slack.client())(turned(slack), reply, viewer, deadlineIn(20_000));
    return slack;
  };

  it('goes there while the page still is as it was clicked', async () => {
    expect((await send(true)).calls).toEqual([
      { to: 'views.update', fields: { view_id: 'V1', hash: 'h1', view: MODAL } },
    ]);
  });

  it('goes nowhere where something else stands by now', async () => {
    expect((await send(true, 'hash_conflict')).ways()).toEqual(['views.update']);
  });

  it('is there where nobody knew whether it was, and somebody has clicked since', async () => {
    const slack = await send(true, 'internal_error', 'hash_conflict');
    expect(slack.ways()).toEqual(['views.update', 'views.update']);
  });

  it('comes as a message when the modal was closed and it is missed, and else not', async () => {
    expect((await send(true, 'not_found')).ways()).toEqual(['views.update', 'chat.postEphemeral']);
    expect((await send(false, 'not_found')).ways()).toEqual(['views.update']);
  });
});

describe('Home', () => {
  it('is published, and again when nobody knows whether it was', async () => {
    const slack = await openSlack();
    slack.fault('/api/views.publish', { body: refusal('internal_error') });
    await deliver(slack, opened(slack), { home: HOME });
    const call = { to: 'views.publish', fields: { user_id: 'U', view: HOME } };
    expect(slack.calls).toEqual([call, call]);
  });

  it('stays as it was where there is something else to tell', async () => {
    const slack = await openSlack();
    await deliver(slack, opened(slack));
    expect(slack.calls).toEqual([]);
  });

  it('says in its failure what Slack did', async () => {
    const slack = await openSlack();
    slack.fault('/api/views.publish', { body: refusal('not_enabled') });
    expect(await failureOf(deliver(slack, opened(slack), { home: HOME }))).toMatchObject({
      reason: 'not_enabled',
    });
  });
});

describe('without a response_url', () => {
  const send = (slack: Slack, job: Job) =>
    createDeliver(slack.client())(job, { message: MESSAGE, place: PRIVATE }, viewer, deadlineIn(20_000));

  it('what is told in a direct message stays there, and in a channel it is for the person alone', async () => {
    const slack = await openSlack();
    await send(slack, clicked(slack));
    await send(slack, changed(slack, 'C0'));
    expect(slack.calls.map(({ to, fields }) => [to, fields.channel])).toEqual([
      ['chat.postMessage', 'D0'],
      ['chat.postEphemeral', 'C0'],
    ]);
  });

  it('a note goes the same way', async () => {
    const slack = await openSlack();
    await createNote(slack.client())(clicked(slack), MESSAGE, AbortSignal.timeout(5_000));
    expect(slack.ways()).toEqual(['chat.postMessage']);
  });
});
