import {
  App,
  AwsLambdaReceiver,
  type Context,
  type EnvelopedEvent,
  type Logger,
  LogLevel,
  type StringIndexed,
  type ViewSubmitAction,
} from '@slack/bolt';
import { AwsCallError } from '../aws/call.ts';
import type { AskedJob, InModalJob, Job, OpeningJob } from '../commands/job.ts';
import { ChatOpsError } from '../errors.ts';
import { logError } from '../log.ts';
import { count } from '../metrics.ts';
import { loadingModal } from '../views/modal.ts';
import { FOR_MEMBERS, MAYBE_HANDED_OVER, NOT_HANDED_OVER } from '../views/words.ts';
import { deadlineIn } from './deadline.ts';
import type { FrontViews } from './front-views.ts';
import type { HandOver } from './hand-over.ts';
import { type Installation, isDoneByMember, isTypedByMember, isWrittenByMember } from './installation.ts';
import { type Arrived, clickedJob, homeOpenedJob, pickedJob, submittedJob, typedJob } from './make-job.ts';
import { isQuestion, mentionedJob, type Said } from './mentioned-job.ts';
import { CALLBACK_IDS, findErrors, wholeError } from './modal-fields.ts';
import { opensModal } from './opens-modal.ts';
import { PRIVATE } from './place.ts';
import { postToResponseUrl } from './response-url.ts';
import type { TellBeside } from './tell-beside.ts';

/** Answers an admitted request of API Gateway. */
export type BoltHandler = ReturnType<AwsLambdaReceiver['toHandler']>;

/** Every button and select of the bot's messages. What each stands for is in its value. */
const ACTIONS =
  /^(older|newer|around|share|reveal|export(_\w+)?|streams|logs|approve|reject|delete|create_(group|stream)|transfer|refine|repeat|search|source|group(_.*)?|again)$/s;

/** Those of the manifest. */
const SHORTCUTS = /^(search_logs|look_up_logs)$/;

/** After Slack's request arrived: the end of what is left of its 3 s when a hand-over has failed. */
const TOLD_MS = 2_800;

/** Slack delivers an event up to four times. https://docs.slack.dev/apis/events-api/#retries */
const LAST_RETRY = '3';

/**
 * What Bolt does with an admitted request: it reads as much as is needed to hand it over, and answers Slack. Of modals
 * it opens those that are to be filled, and checks the fields of those that are submitted.
 */
export function createBolt(
  command: string,
  installation: Installation,
  handOver: HandOver,
  views: FrontViews,
  tellBeside: TellBeside,
  now: () => number,
): BoltHandler {
  const { hooksOrigin } = installation;
  const asArrived = ({ receivedAt, requestId }: StringIndexed): Arrived => ({
    receivedAt: Number(receivedAt),
    requestId: String(requestId),
    hooksOrigin,
  });

  const receiver = new AwsLambdaReceiver({
    // The door has verified the signature, over the raw bytes.
    signatureVerification: false,
    signingSecret: '',
    logger: silent,
    customPropertiesExtractor: ({ requestContext }) => ({
      receivedAt: requestContext.timeEpoch,
      requestId: requestContext.requestId,
    }),
  });
  const app = new App({
    receiver,
    // Without an authorization of its own Bolt would ask Slack who it is at every cold start.
    authorize: async () => ({}),
    convoStore: false,
    logger: silent,
  });

  app.error(async (error) => {
    logError('Bolt could not handle a request', error.code);
    // Bolt acknowledges an event before anybody has handled it: Slack is to send it again.
    throw error;
  });

  app.command(command, async ({ body, ack, context }) => {
    const job = typedJob(body, asArrived(context));
    const isOurs = isTypedByMember(body, installation);
    const failure = isOurs ? await handOverAsked(job) : FOR_MEMBERS;
    await (failure ? ack({ response_type: 'ephemeral', text: failure }) : ack());
  });

  app.action({ type: 'block_actions', action_id: ACTIONS }, async ({ body, action, ack, context }) => {
    const job = clickedJob(body, action, asArrived(context));
    const isOurs = isDoneByMember(body, installation);
    const failure = isOurs ? await handOverAsked(job) : FOR_MEMBERS;
    if (!failure) return ack();
    // Nothing but Slack's own sign beside what was clicked, which takes an answer that fails.
    if (!('responseUrl' in job)) return;
    // An acknowledged click shows nothing, so this takes a message of its own.
    await tryToTell(job, failure, job.receivedAt + TOLD_MS - now());
    await ack();
  });

  app.shortcut(SHORTCUTS, async ({ body, ack, context }) => {
    const job = pickedJob(body, asArrived(context));
    const isOurs = isDoneByMember(body, installation);
    const failure = isOurs ? await handOverAsked(job) : await refuseIn(job);
    if (failure) await tryToTell(job, failure, job.receivedAt + TOLD_MS - now());
    await ack();
  });

  app.view<ViewSubmitAction>(CALLBACK_IDS, async ({ body, ack, context }) => {
    const { job, metadata } = submittedJob(body, asArrived(context));
    const told = (text: string | undefined) => text && wholeError(job, text);
    const errors = isDoneByMember(body, installation)
      ? (findErrors(job, metadata) ?? told(await tryHandOver(handOver, job)))
      : told(FOR_MEMBERS);
    // Without an error the modal closes, or waits for its answer; with one nothing that was entered is lost.
    if (errors) return ack({ response_action: 'errors', errors });
    return job.view ? ack({ response_action: 'update', view: loadingModal(job.id) }) : ack();
  });

  app.event('app_mention', async ({ event, body, context }) => hear(event, body, context));
  app.event('message', async ({ event, body, context }) => hear(event, body, context));

  /** @throws HandOverError when Slack is to deliver it again */
  async function hear(said: Said, body: EnvelopedEvent, context: Context & StringIndexed): Promise<void> {
    if (!isQuestion(said)) return;
    const { receivedAt: arrivedAt, requestId } = asArrived(context);
    const job = mentionedJob(said, body, installation.teamId, command, requestId);
    const tell = (text: string) => tellBeside(job, text, arrivedAt + TOLD_MS);
    if (!isWrittenByMember(said, body, installation)) return tell(FOR_MEMBERS);
    if ((await tryHandOver(handOver, job, arrivedAt)) === undefined) return;
    // Of an earlier delivery nobody knows whether the worker has it.
    if (String(context.retryNum) === LAST_RETRY) await tell(MAYBE_HANDED_OVER);
    throw new HandOverError('a mention could not be handed over');
  }
  app.event('app_home_opened', async ({ body, event, context }) => {
    const job = homeOpenedJob(body, event, asArrived(context));
    // Home stays as it is when this fails, and nobody has asked for more.
    if (job?.teamId === installation.teamId) await tryHandOver(handOver, job);
  });

  /** A modal that waits for a job which was not handed over says so itself. */
  async function handOverAsked(job: OpeningJob | InModalJob): Promise<string | undefined> {
    if (job.kind === 'changed' || job.kind === 'modal_clicked') return tryHandOver(handOver, job);
    const view = opensModal(job) ? await views.open(job) : undefined;
    const failure = await tryHandOver(handOver, { ...job, ...(view && { view }) });
    if (!failure || !view) return failure;
    return (await views.say(view, failure, job.receivedAt)) ? undefined : failure;
  }

  /** Gives what is to be told in another way: without a message there is none but a modal. */
  async function refuseIn(job: AskedJob): Promise<string | undefined> {
    if (job.responseUrl !== undefined) return FOR_MEMBERS;
    const view = await views.open(job);
    if (view) await views.say(view, FOR_MEMBERS, job.receivedAt);
    return undefined;
  }

  return receiver.toHandler();
}

/** What Bolt logs may hold pieces of a request. Its errors are logged by their code alone. */
const silent: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

class HandOverError extends ChatOpsError {
  readonly code = 'hand_over';
}

/** Gives what the person is to be told: nothing, when the worker has the job. */
async function tryHandOver(handOver: HandOver, job: Job, arrivedAt?: number): Promise<string | undefined> {
  try {
    await handOver(job, arrivedAt);
    return undefined;
  } catch (error) {
    logError('a job could not be handed over', error);
    count('HandOverFailed');
    // Without an answer the worker may have it all the same.
    return error instanceof AwsCallError && error.status !== undefined ? NOT_HANDED_OVER : MAYBE_HANDED_OVER;
  }
}

async function tryToTell({ responseUrl }: AskedJob, text: string, ms: number): Promise<void> {
  if (responseUrl === undefined) return;
  try {
    await postToResponseUrl(responseUrl, { text }, PRIVATE, deadlineIn(ms).signal);
  } catch (error) {
    logError('nor could the person be told', error);
  }
}
