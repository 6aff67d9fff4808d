import {
  App,
  AwsLambdaReceiver,
  type BlockAction,
  type BlockElementAction,
  type Context,
  type Logger,
  LogLevel,
  type SlashCommand,
} from '@slack/bolt';
import type { ClickedMessage, Job } from '../commands/job.ts';
import { logError } from '../log.ts';
import { count } from '../metrics.ts';
import { NOT_HANDED_OVER } from '../views/words.ts';
import { deliver } from './deliver.ts';
import type { HandOver } from './hand-over.ts';
import { PRIVATE } from './place.ts';

/** Answers an admitted request of API Gateway. */
export type BoltHandler = ReturnType<AwsLambdaReceiver['toHandler']>;

/** Every button and select of the bot's messages. What each stands for is in its value. */
const ACTIONS = /^(older|newer|around|share|export(_\w+)?|streams|logs)$/;

/** What is left of Slack's 3 s when a hand-over has failed. */
const TELL_MS = 300;

/**
 * What Bolt does with an admitted request: it reads as much as is needed to hand it over, and answers Slack. It
 * holds no token, for it never calls Slack itself.
 */
export function createBolt(command: string, handOver: HandOver): BoltHandler {
  const receiver = new AwsLambdaReceiver({
    // The door has verified the signature, over the raw bytes.
    signatureVerification: false,
    signingSecret: '',
    logger: silent,
    customPropertiesExtractor: ({ requestContext: { requestId, timeEpoch } }) => ({
      requestId,
      receivedAt: timeEpoch,
    }),
  });
  const app = new App({
    receiver,
    // Without an authorization of its own Bolt would ask Slack who it is at every cold start.
    authorize: async () => ({}),
    convoStore: false,
    logger: silent,
  });

  app.error(async ({ code }) => logError('Bolt could not handle a request', code));

  app.command(command, async ({ body, ack, context }) => {
    const isHandedOver = await succeeds('a command could not be handed over', () =>
      handOver(typedJob(body, arrivalOf(context))),
    );
    if (!isHandedOver) count('HandOverFailed');
    await (isHandedOver ? ack() : ack({ response_type: 'ephemeral', text: NOT_HANDED_OVER }));
  });

  app.action({ type: 'block_actions', action_id: ACTIONS }, async ({ body, action, ack, context }) => {
    const isHandedOver = await succeeds('a click could not be handed over', () =>
      handOver(clickedJob(body, action, arrivalOf(context))),
    );
    // An acknowledged click shows nothing, so this takes a message of its own.
    if (!isHandedOver) {
      count('HandOverFailed');
      const tell = () =>
        deliver(body.response_url, { text: NOT_HANDED_OVER }, PRIVATE, AbortSignal.timeout(TELL_MS));
      await succeeds('nor could the person be told', tell);
    }
    await ack();
  });

  return receiver.toHandler();
}

type Arrival = Pick<Job, 'requestId' | 'receivedAt'>;

/** What the receiver took from API Gateway's event. */
function arrivalOf({ requestId, receivedAt }: Context): Arrival {
  return { requestId: String(requestId), receivedAt: Number(receivedAt) };
}

function typedJob(body: SlashCommand, arrival: Arrival): Job {
  return {
    ...arrival,
    kind: 'typed',
    id: body.trigger_id,
    teamId: body.team_id,
    userId: body.user_id,
    channelId: body.channel_id,
    responseUrl: body.response_url,
    text: body.text,
  };
}

function clickedJob(body: BlockAction, action: BlockElementAction, arrival: Arrival): Job {
  return {
    ...arrival,
    kind: 'clicked',
    id: body.trigger_id,
    teamId: body.user.team_id ?? body.team?.id ?? '',
    userId: body.user.id,
    channelId: body.channel?.id ?? '',
    responseUrl: body.response_url,
    value: readValue(action),
    message: clickedMessage(body.container),
  };
}

function readValue(action: BlockElementAction): string {
  if (action.type === 'button') return action.value ?? '';
  return action.type === 'static_select' ? (action.selected_option?.value ?? '') : '';
}

/** https://docs.slack.dev/reference/interaction-payloads/block_actions-payload */
function clickedMessage(container: BlockAction['container']): ClickedMessage {
  const { message_ts, thread_ts, is_ephemeral } = container;
  return {
    ts: String(message_ts),
    isPrivate: is_ephemeral === true,
    ...(typeof thread_ts === 'string' && { threadTs: thread_ts }),
  };
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

async function succeeds(failure: string, work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    logError(failure, error);
    return false;
  }
}
