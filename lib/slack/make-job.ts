import type {
  BlockAction,
  BlockElementAction,
  GlobalShortcut,
  MessageShortcut,
  SlashCommand,
  ViewOutput,
  ViewSubmitAction,
} from '@slack/bolt';
import { messageText } from '../alerts/message-text.ts';
import type {
  AskedJob,
  ClickedMessage,
  InModalJob,
  Job,
  OpeningJob,
  ShortcutJob,
  SubmittedJob,
} from '../commands/job.ts';
import { ChatOpsError } from '../errors.ts';
import { type ModalMetadata, PAGE_MODAL, readMetadata } from '../views/modal-metadata.ts';

/** What a request carries beside its body, and where alone it may be answered. */
export interface Arrived extends Pick<Job, 'receivedAt' | 'requestId'> {
  readonly hooksOrigin: string;
}

/** A signed request is not as Slack makes them. */
export class OddRequestError extends ChatOpsError {
  readonly code = 'odd_request';
}

/** @throws OddRequestError */
export function typedJob(body: SlashCommand, { hooksOrigin, ...arrived }: Arrived): AskedJob {
  return {
    kind: 'typed',
    id: textOf(body.trigger_id),
    teamId: textOf(body.team_id),
    userId: textOf(body.user_id),
    channelId: textOf(body.channel_id),
    ...arrived,
    responseUrl: responseUrlOf(body, hooksOrigin),
    text: textOf(body.text, ''),
  };
}

/** Of a message, of Home, of a page in a modal, or of a form that is being filled in. @throws OddRequestError */
export function clickedJob(
  body: BlockAction,
  action: BlockElementAction,
  { hooksOrigin, ...arrived }: Arrived,
): OpeningJob | InModalJob {
  const asked = {
    id: textOf(body.trigger_id),
    teamId: textOf(body.team?.id),
    userId: textOf(body.user.id),
    ...arrived,
  };
  if (body.view) return clickedInView(body.view, action, asked);
  return {
    kind: 'clicked',
    ...asked,
    channelId: textOf(body.channel?.id),
    responseUrl: responseUrlOf(body, hooksOrigin),
    value: chosenIn(action),
    message: clickedMessage(body.container),
  };
}

/** A view says in its metadata where the person asked, and names no address. */
function clickedInView(
  view: ViewOutput,
  action: BlockElementAction,
  asked: Omit<OpeningJob | InModalJob, 'channelId' | 'kind'>,
): OpeningJob | InModalJob {
  const { channelId } = metadataOf(view);
  if (view.type === 'home') return { ...asked, kind: 'home_clicked', channelId, value: chosenIn(action) };
  const clickedView = { id: textOf(view.id), hash: textOf(view.hash) };
  if (view.callback_id !== PAGE_MODAL)
    return { ...asked, ...filledIn(view), kind: 'changed', channelId, clickedView };
  const { private_metadata: metadata } = view;
  return { ...asked, kind: 'modal_clicked', channelId, clickedView, value: chosenIn(action), metadata };
}

/** Undefined for the other tabs. @throws OddRequestError */
export function homeOpenedJob(
  { event_id, team_id }: EventBody,
  { tab, user, channel }: HomeOpened,
  { receivedAt, requestId }: Omit<Arrived, 'hooksOrigin'>,
): Job | undefined {
  if (tab !== 'home') return undefined;
  return {
    kind: 'home_opened',
    id: textOf(event_id),
    teamId: textOf(team_id),
    userId: textOf(user),
    channelId: textOf(channel),
    receivedAt,
    requestId,
  };
}

/** https://docs.slack.dev/apis/events-api/#event-type-structure */
interface EventBody {
  readonly event_id: string;
  readonly team_id: string;
}

/** https://docs.slack.dev/reference/events/app_home_opened */
interface HomeOpened {
  readonly tab?: string;
  readonly user: string;
  readonly channel: string;
}

/**
 * What was picked from a menu. Without a message there is no channel, nor where to answer: the person's id names their
 * direct message.
 *
 * @throws OddRequestError
 */
export function pickedJob(
  body: GlobalShortcut | MessageShortcut,
  { hooksOrigin, ...arrived }: Arrived,
): ShortcutJob {
  const userId = textOf(body.user.id);
  const job = {
    kind: 'shortcut',
    id: textOf(body.trigger_id),
    teamId: textOf(body.team?.id),
    userId,
    ...arrived,
  } as const;
  if (body.type === 'shortcut') return { ...job, channelId: userId };
  return {
    ...job,
    channelId: textOf(body.channel.id),
    responseUrl: responseUrlOf(body, hooksOrigin),
    message: pickedMessage(body.message),
  };
}

/** https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload#message_actions */
function pickedMessage(message: MessageShortcut['message']): NonNullable<ShortcutJob['message']> {
  const { ts, thread_ts: threadTs } = message;
  // At most 40,000 characters: in JSON they fit into an asynchronous invocation, which takes 256 KB.
  return { ts: textOf(ts), ...(typeof threadTs === 'string' && { threadTs }), text: messageText(message) };
}

/**
 * What a form says, and what the bot itself wrote into it. The same modal as it stands is submitted once, however often
 * a person presses: it is known by its id and its hash.
 *
 * @throws OddRequestError
 */
export function submittedJob(
  { view, team, user }: ViewSubmitAction,
  { receivedAt, requestId }: Omit<Arrived, 'hooksOrigin'>,
): { readonly job: SubmittedJob; readonly metadata: ModalMetadata } {
  const metadata = metadataOf(view);
  const id = `${textOf(view.id)} ${textOf(view.hash)}`;
  const filled = filledIn(view);
  const job: SubmittedJob = {
    kind: 'submitted',
    id,
    teamId: textOf(team?.id),
    userId: textOf(user.id),
    receivedAt,
    requestId,
    channelId: metadata.channelId,
    ...filled,
    // Then the modal itself is to show the answer.
    ...(filled.values.visibility === 'me' && { view: { externalId: id } }),
  };
  return { job, metadata };
}

function metadataOf(view: ViewOutput): ModalMetadata {
  const metadata = readMetadata(textOf(view.private_metadata));
  if (!metadata) throw new OddRequestError('a view carries what the bot did not write');
  return metadata;
}

function filledIn(view: ViewOutput): Pick<SubmittedJob, 'callbackId' | 'metadata' | 'values'> {
  return {
    callbackId: textOf(view.callback_id),
    metadata: view.private_metadata,
    values: valuesOf(view.state.values),
  };
}

/** https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload#view_submission */
function valuesOf(values: ViewOutput['state']['values']): SubmittedJob['values'] {
  return Object.fromEntries(
    Object.entries(values).map(([blockId, elements]) => [blockId, enteredIn(Object.values(elements)[0])]),
  );
}

/** What was written, the values of what was chosen, or a time in epoch seconds. */
function enteredIn(element: ViewOutput['state']['values'][string][string] | undefined) {
  const { value, selected_option, selected_options, selected_date_time: seconds } = element ?? {};
  if (Array.isArray(selected_options)) return selected_options.map((option) => textOf(option?.value));
  if (typeof seconds === 'number') return String(seconds);
  return textOf(selected_option?.value ?? value, '') || null;
}

/**
 * The one address that a request names and we call: anything but Slack's own could lead into the network around us.
 * Behind the slash after the host nothing changes where a URL leads.
 */
function responseUrlOf({ response_url }: { readonly response_url: string }, hooksOrigin: string): string {
  const url = textOf(response_url);
  if (!url.startsWith(`${hooksOrigin}/`)) throw new OddRequestError('a response_url leads elsewhere');
  return url;
}

function chosenIn(action: BlockElementAction): string {
  if (action.type === 'button') return textOf(action.value, '');
  return action.type === 'static_select' ? textOf(action.selected_option?.value, '') : '';
}

/** https://docs.slack.dev/reference/interaction-payloads/block_actions-payload */
function clickedMessage({ message_ts, thread_ts, is_ephemeral }: BlockAction['container']): ClickedMessage {
  return {
    ts: textOf(message_ts),
    isPrivate: is_ephemeral === true,
    ...(typeof thread_ts === 'string' && { threadTs: thread_ts }),
  };
}

/** Types are what Slack promises, and no schema checks them here. Only what may be absent has an `otherwise`. */
export function textOf(value: unknown, otherwise?: ''): string {
  const text = value ?? otherwise;
  if (typeof text === 'string' && (text !== '' || otherwise === '')) return text;
  throw new OddRequestError('a text is missing');
}
