import { describe, expect, it, vi } from 'vitest';
import type { Job, LoadingView } from '../../lib/commands/job.ts';
import { deadlineIn } from '../../lib/slack/deadline.ts';
import { createDeliver, createNote, type Reply } from '../../lib/slack/deliver.ts';
import { createFiles } from '../../lib/slack/files.ts';
import { PRIVATE } from '../../lib/slack/place.ts';
import { tell } from '../../lib/slack/tell.ts';
import { tellFailure } from '../../lib/slack/tell-failure.ts';
import { createTellUnread } from '../../lib/slack/tell-unread.ts';
import { context } from '../../lib/views/message.ts';
import { saying } from '../../lib/views/modal.ts';
import { problemMessage } from '../../lib/views/problem.ts';
import { NOT_HANDED_OVER } from '../../lib/views/words.ts';
import { failureOf } from '../lts/lab.ts';
import { newJournal } from './new-journal.ts';
import { nobodyAsked } from './no-approvals.ts';
import { openSlack, refusal, viewer } from './slack-lab.ts';

const MESSAGE = problemMessage({ what: 'an answer' });
const MODAL = saying('a form');
const UPDATE = 'views.update';
const KNOWN: LoadingView = { id: 'V1', hash: '1.a' };
const UNKNOWN: LoadingView = { externalId: '1.2.3' };
const BUSY = { status: 429, headers: { 'retry-after': '0' } };

type Slack = Awaited<ReturnType<typeof openSlack>>;

async function deliver({ client, typed }: Slack, view: LoadingView, more: Partial<Reply & Job> = {}) {
  const claim = vi.fn((send: () => Promise<void>) => send());
  const job: Job = { ...typed, view, receivedAt: more.receivedAt ?? 0 };
  const reply = { message: MESSAGE, place: PRIVATE, ...(more.modal && { modal: more.modal }) };
  await createDeliver(client())(job, reply, viewer, deadlineIn(20_000), claim);
  return claim;
}

const shown = ({ calls }: Slack) => calls.map(({ fields }) => (fields.view ?? fields) as { blocks: unknown });

describe('a modal that waits', () => {
  it('shows what is made for it, and nothing is posted or written down', async () => {
    const slack = await openSlack();
    const claim = await deliver(slack, KNOWN, { modal: MODAL });
    expect(slack.calls).toEqual([{ to: UPDATE, fields: { view_id: 'V1', hash: '1.a', view: MODAL } }]);
    expect(claim).not.toHaveBeenCalled();
  });

  it('shows any other answer without anything to submit', async () => {
    const slack = await openSlack();
    await deliver(slack, KNOWN);
    expect(shown(slack)).toEqual([
      {
        type: 'modal',
        title: { type: 'plain_text', text: 'LTS ChatOps', emoji: false },
        close: { type: 'plain_text', text: 'Close', emoji: false },
        blocks: MESSAGE.blocks,
      },
    ]);
  });

  it.each(['hash_conflict', 'not_found'])(
    'is left alone, and not missed, when Slack says %s',
    async (error) => {
      const slack = await openSlack();
      slack.fault(UPDATE, { body: refusal(error) });
      await deliver(slack, KNOWN);
      expect([slack.ways(), slack.logged]).toEqual([[UPDATE], []]);
    },
  );

  it.each([
    ['fails', { status: 500 }],
    ['breaks off', { truncate: true }],
    ['failed itself', { body: refusal('internal_error') }],
  ])('is filled again when Slack %s: twice does no harm', async (_, fault) => {
    const slack = await openSlack();
    slack.fault(UPDATE, fault);
    await deliver(slack, KNOWN);
    expect(slack.ways()).toEqual([UPDATE, UPDATE]);
  });

  it('gives way to a message when Slack does not let it be filled', async () => {
    const slack = await openSlack();
    slack.fault(UPDATE, BUSY, 4);
    const claim = await deliver(slack, KNOWN, { modal: MODAL });
    expect(slack.ways()).toEqual([UPDATE, UPDATE, UPDATE, UPDATE, 'response_url']);
    expect(slack.texts().at(-1)).toBe(MESSAGE.text);
    expect(claim).toHaveBeenCalledTimes(1);
  });

  it('says that Slack did not take what was made for it', async () => {
    const slack = await openSlack();
    slack.fault(UPDATE, { body: refusal('invalid_arguments') });
    const journal = newJournal();
    const telling = { journal, deliver: createDeliver(slack.client()), deadline: deadlineIn(10_000) };
    const job = { ...slack.typed, view: KNOWN };
    await tell(job, { message: MESSAGE, place: PRIVATE, modal: MODAL }, viewer, telling);
    expect(slack.ways()).toEqual([UPDATE, UPDATE]);
    expect(JSON.stringify(shown(slack)[1])).toContain('Slack did not take the answer');
  });

  it('says how a job ended that no attempt could finish', async () => {
    const slack = await openSlack();
    await tellFailure({ ...slack.typed, view: KNOWN }, viewer, {
      journal: newJournal(),
      deliver: createDeliver(slack.client()),
      files: createFiles(slack.client()),
      ...nobodyAsked,
      deadline: deadlineIn(10_000),
    });
    expect(slack.ways()).toEqual([UPDATE]);
    expect(JSON.stringify(shown(slack)[0])).toContain('This could not be answered');
  });
});

describe('a modal that may be open', () => {
  it('is filled by the name of its job, in one try', async () => {
    const slack = await openSlack();
    const claim = await deliver(slack, UNKNOWN);
    expect(slack.calls).toMatchObject([{ to: UPDATE, fields: { external_id: '1.2.3' } }]);
    expect(claim).toHaveBeenCalledTimes(1);
  });

  it('is waited for as long as it may open', async () => {
    const slack = await openSlack();
    slack.fault(UPDATE, { body: refusal('not_found') });
    const before = Date.now();
    await deliver(slack, UNKNOWN, { receivedAt: before - 2_600 });
    expect(slack.ways()).toEqual([UPDATE, UPDATE]);
    expect(Date.now() - before).toBeGreaterThanOrEqual(395);
  });

  it('gives way to a message when it is not there', async () => {
    const slack = await openSlack();
    slack.fault(UPDATE, { body: refusal('not_found') });
    await deliver(slack, UNKNOWN);
    expect([slack.ways(), slack.texts().at(-1)]).toEqual([[UPDATE, 'response_url'], MESSAGE.text]);
  });

  it('is not filled again when that may have happened; the person is told so', async () => {
    const slack = await openSlack();
    slack.fault(UPDATE, { truncate: true });
    await deliver(slack, UNKNOWN);
    expect(slack.ways()).toEqual([UPDATE, 'response_url']);
    expect(slack.texts().at(-1)).toContain('Slack has not confirmed it');
  });
});

describe('a form is answered', () => {
  const send = ({ client, submitted }: Slack) =>
    createDeliver(client())(submitted, { message: MESSAGE, place: PRIVATE }, viewer, deadlineIn(10_000));

  it('by the token, where the person asked', async () => {
    const slack = await openSlack();
    await send(slack);
    expect(slack.calls).toEqual([
      { to: 'chat.postEphemeral', fields: { ...MESSAGE, channel: 'C', user: 'U' } },
    ]);
  });

  it('in the direct message where the bot is not', async () => {
    const slack = await openSlack();
    slack.fault('chat.postEphemeral', { body: refusal('not_in_channel') });
    await send(slack);
    expect(slack.calls[1]).toMatchObject({ to: 'chat.postMessage', fields: { channel: 'U' } });
    expect(slack.calls[1]?.fields.blocks).toContainEqual(
      context('This comes here because Slack did not take it where you asked.'),
    );
  });

  it('and told of in between in the same place, in one try', async () => {
    const slack = await openSlack();
    slack.fault('chat.postEphemeral', { status: 500 });
    const note = () => createNote(slack.client())(slack.submitted, MESSAGE, deadlineIn(1_000).signal);
    expect(await failureOf(note())).toMatchObject({ verdict: 'again' });
    await note();
    expect(slack.ways()).toEqual(['chat.postEphemeral', 'chat.postEphemeral']);
  });

  it('with what it was about, when no attempt could finish it', async () => {
    const slack = await openSlack();
    await tellFailure(slack.submitted, viewer, {
      journal: newJournal({ isWriteOpen: true }),
      deliver: createDeliver(slack.client()),
      files: createFiles(slack.client()),
      ...nobodyAsked,
      deadline: deadlineIn(10_000),
    });
    expect(slack.texts()).toEqual([expect.stringContaining('Whether it has happened is not known.')]);
    expect(JSON.stringify(slack.calls)).toContain('/lts stream delete checkout/api');
  });
});

describe('that nothing was done of a job that nobody can read', () => {
  const tellIt = ({ client }: Slack, job: object) =>
    createTellUnread(client())(job, deadlineIn(5_000).signal);

  it('is said in the modal that waits for it', async () => {
    const slack = await openSlack();
    await tellIt(slack, { view: KNOWN, responseUrl: slack.responseUrl, userId: 'U' });
    expect(slack.calls).toEqual([
      { to: UPDATE, fields: { view_id: 'V1', hash: '1.a', view: saying(NOT_HANDED_OVER) } },
    ]);
  });

  it('is said in a message where there is no modal', async () => {
    const slack = await openSlack();
    slack.fault(UPDATE, { body: refusal('not_found') });
    await tellIt(slack, { view: KNOWN, responseUrl: slack.responseUrl, userId: 'U' });
    expect([slack.ways(), slack.texts().at(-1)]).toEqual([[UPDATE, 'response_url'], NOT_HANDED_OVER]);
  });

  it('is said in the direct message to whoever submitted a form', async () => {
    const slack = await openSlack();
    await tellIt(slack, { userId: 'U' });
    expect(slack.calls).toEqual([
      { to: 'chat.postMessage', fields: { channel: 'U', text: NOT_HANDED_OVER } },
    ]);
  });
});
