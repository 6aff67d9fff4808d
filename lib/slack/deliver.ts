import type { HomeView, ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import {
  isDirectMessage,
  type Job,
  type LoadingView,
  type MentionedJob,
  type ViewState,
} from '../commands/job.ts';
import { assertNever } from '../errors.ts';
import { logError } from '../log.ts';
import { count } from '../metrics.ts';
import { context, type Message } from '../views/message.ts';
import { outgoing } from '../views/outgoing.ts';
import { withoutShare } from '../views/page-controls.ts';
import type { Viewer } from '../views/viewer.ts';
import { callSlack } from './call-slack.ts';
import { type Deadline, deadlineIn } from './deadline.ts';
import { DeliveryError, type Verdict } from './delivery-error.ts';
import { jobProblem } from './job-problem.ts';
import { patiently, repeatably } from './patience.ts';
import { besideMention, NO_PREVIEWS, type Place, PRIVATE } from './place.ts';
import { postToResponseUrl } from './response-url.ts';
import { fillModal, refillModal, turnModal } from './waiting-modal.ts';

/** A message and where it is meant to go. */
export interface Reply {
  readonly message: Message;
  readonly place: Place;
  /** What the person is told where it cannot be shown there: others should see it, and nobody would. */
  readonly otherwise?: Message;
  /** What a modal shows that waits for it, where that is not the message itself. */
  readonly modal?: ModalView;
  /** Whoever has closed the modal in which they clicked gets the message all the same. */
  readonly isMissed?: boolean;
  /** An earlier attempt was made, a minute ago or more. */
  readonly isLate?: boolean;
  /** What Home shows. */
  readonly home?: HomeView;
}

/** What is to be done around each try: it is made by calling `send`, and what `send` throws is to be thrown on. */
export type AroundTry = (send: () => Promise<void>) => Promise<void>;

/**
 * Brings a reply to whom it is for.
 *
 * @throws DeliveryError at once for what is in the message; else of the way on which it may have arrived, else of one
 * that may work again, else of the first. What `aroundTry` throws of its own is thrown on.
 */
export type Deliver = (
  job: Job,
  reply: Reply,
  viewer: Viewer,
  deadline: Deadline,
  aroundTry?: AroundTry,
) => Promise<void>;

/** Left by each way for each of those after it, or an equal share where there is less. */
const RESERVE_MS = 3_000;

/**
 * A modal that waits for the reply shows it, and nothing else is posted. A response_url takes five messages within 30
 * minutes, wherever the bot is. When it takes no more, the bot token goes to the same place, and when the bot may not
 * write there, to the person's direct message. Scope chat:write.
 */
export function createDeliver(slack: WebClient): Deliver {
  return async (job, reply, viewer, deadline, aroundTry = (send) => send()) => {
    const failures: DeliveryError[] = [];
    let sent = reply;
    const ways = waysFor(job, reply);
    if (ways.length === 0) return;
    for (const [index, { way, go, isRepeatable }] of ways.entries()) {
      const time = deadlineIn(timeFor(ways.length - 1 - index, deadline.left()));
      const send = () => go(slack, job, sent, viewer, time.signal);
      const attempt = isRepeatable ? () => repeatably(send()) : () => aroundTry(send);
      const failure = await failureOf(() => patiently(attempt, time));
      if (!failure) return;
      logError('Slack did not take a message', failure, { way });
      count('SlackRefusal');
      failures.push(failure);
      if (failure.verdict === 'unsure') sent = unconfirmed(job, viewer);
    }
    throw WORST_FIRST.map((verdict) => failures.find((failure) => failure.verdict === verdict)).find(Boolean);
  };
}

/** @throws what no other way would change: what is in the message is not allowed, or we are wrong */
async function failureOf(work: () => Promise<void>): Promise<DeliveryError | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (error instanceof DeliveryError && error.verdict !== 'content') return error;
    throw error;
  }
}

const WORST_FIRST = ['unsure', 'again', 'elsewhere'] as const satisfies readonly Verdict[];

/** It may have arrived, and is never sent again: whoever does not see it has to know. */
function unconfirmed(job: Job, viewer: Viewer): Reply {
  const problem = { what: viewer.words.delivery.unconfirmed };
  return { message: jobProblem(job, problem, viewer), place: PRIVATE };
}

type Go = (slack: WebClient, job: Job, reply: Reply, viewer: Viewer, signal: AbortSignal) => Promise<void>;

const goByUrl =
  (responseUrl: string): Go =>
  (_slack, _job, { message, place }, _viewer, signal) =>
    postToResponseUrl(responseUrl, outgoing(message), place, signal);

const goIntoModal =
  (waiting: LoadingView): Go =>
  (slack, { receivedAt }, reply, viewer, signal) =>
    fillModal(slack, waiting, reply, viewer, receivedAt, signal);

const goIntoForm =
  (clicked: ViewState, modal: ModalView): Go =>
  (slack, _job, { isLate = false }, _viewer, signal) =>
    refillModal(slack, clicked, modal, isLate, signal);

const goIntoPage =
  (clicked: ViewState, modal: ModalView): Go =>
  (slack, _job, { isMissed = false }, _viewer, signal) =>
    turnModal(slack, clicked, modal, isMissed, signal);

const goHome =
  (view: HomeView): Go =>
  async (slack, { userId: user_id }, _reply, _viewer, signal) => {
    await callSlack(() => slack.views.publish({ user_id, view: outgoing(view) }), signal);
  };

const goByToken: Go = async (slack, job, { message, place }, _viewer, signal) => {
  await callSlack(() => postByToken(slack, job, message, place), signal);
};

/** By the person's id, which is their direct message with the bot. */
const goDirect: Go = async (slack, { userId }, { message, otherwise }, { words }, signal) => {
  const { text, blocks } = withoutShare(message);
  const told = otherwise ?? { text, blocks: [...blocks, context(words.delivery.elsewhere)] };
  const content = { ...outgoing(told), channel: userId };
  await callSlack(() => slack.chat.postMessage({ ...content, ...NO_PREVIEWS }), signal);
};

interface Way {
  readonly way: string;
  readonly go: Go;
  /** Whatever became of a try, another one does no harm: none needs to be written down. */
  readonly isRepeatable?: boolean;
}

const BY_TOKEN: Way = { way: 'token', go: goByToken };
const DIRECT: Way = { way: 'direct message', go: goDirect };

/** Neither a form, a mention nor Home has a response_url, nor has a shortcut that is of no message. */
function waysFor(job: Job, { modal, home, isMissed }: Reply): readonly Way[] {
  const byToken = [BY_TOKEN, DIRECT];
  // What cannot be filled anew stays as it is, and so does Home.
  if (job.kind === 'changed')
    return modal ? [{ way: 'modal', go: goIntoForm(job.clickedView, modal), isRepeatable: true }] : byToken;
  if (job.kind === 'modal_clicked') {
    if (!modal) return byToken;
    const way: Way = { way: 'modal', go: goIntoPage(job.clickedView, modal), isRepeatable: true };
    return isMissed ? [way, ...byToken] : [way];
  }
  if (job.kind === 'home_opened') return home ? [{ way: 'home', go: goHome(home), isRepeatable: true }] : [];
  if (job.kind === 'mentioned') return byToken;
  const responseUrl = responseUrlOf(job);
  const byMessage =
    responseUrl === undefined ? byToken : [{ way: 'response_url', go: goByUrl(responseUrl) }, ...byToken];
  if (!job.view) return byMessage;
  return [{ way: 'modal', go: goIntoModal(job.view), isRepeatable: 'id' in job.view }, ...byMessage];
}

function responseUrlOf(job: Job): string | undefined {
  return 'responseUrl' in job ? job.responseUrl : undefined;
}

/** `later`: the ways that are left. */
function timeFor(later: number, left: number): number {
  return Math.max(left - later * RESERVE_MS, left / (later + 1));
}

/** The same place without a response_url. A private message cannot be replaced, so a new one takes its place. */
function postByToken(slack: WebClient, job: Job, message: Message, place: Place): Promise<unknown> {
  const { channelId: channel, userId: user } = job;
  const content = { ...outgoing(message), channel };
  switch (place.kind) {
    case 'private':
      if (job.kind === 'mentioned') return postBeside(slack, job, message);
      // In a direct message nobody else reads it, and it stays.
      return isDirectMessage(channel)
        ? slack.chat.postMessage({ ...content, ...NO_PREVIEWS })
        : slack.chat.postEphemeral({ ...content, user });
    case 'channel':
      return slack.chat.postMessage({ ...content, ...NO_PREVIEWS });
    case 'thread':
      return slack.chat.postMessage({ ...content, ...NO_PREVIEWS, thread_ts: place.threadTs });
    case 'replace':
      return job.kind === 'clicked' && !job.message.isPrivate
        ? slack.chat.update({ ...content, ts: job.message.ts })
        : slack.chat.postEphemeral({ ...content, user });
    default:
      return assertNever(place);
  }
}

function postBeside(slack: WebClient, job: MentionedJob, message: Message): Promise<unknown> {
  const { method, fields } = besideMention(job);
  const content = outgoing(message);
  return method === 'chat.postMessage'
    ? slack.chat.postMessage({ ...content, ...fields })
    : slack.chat.postEphemeral({ ...content, ...fields });
}

/** A message that only the person sees, in one try: who does not get it gets the answer. @throws DeliveryError */
export type Note = (job: Job, message: Message, signal: AbortSignal) => Promise<void>;

export function createNote(slack: WebClient): Note {
  return async (job, message, signal) => {
    const responseUrl = responseUrlOf(job);
    if (responseUrl !== undefined) await postToResponseUrl(responseUrl, outgoing(message), PRIVATE, signal);
    else await callSlack(() => postByToken(slack, job, message, PRIVATE), signal);
  };
}
