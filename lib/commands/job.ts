import * as z from 'zod/mini';
import { ChatOpsError } from '../errors.ts';

/** The message whose button was clicked. */
const ClickedMessage = z.object({
  ts: z.string(),
  /** The parent of the thread that it stands in. */
  threadTs: z.optional(z.string()),
  /** Only the person who clicked sees it. */
  isPrivate: z.boolean(),
});
export type ClickedMessage = z.infer<typeof ClickedMessage>;

/** The message from whose menu a shortcut was picked, with all that a person reads in it. */
const PickedMessage = z.object({ ts: z.string(), threadTs: z.optional(z.string()), text: z.string() });

/** A modal as it stood at some moment: its hash is another one as soon as it shows something else. */
const ViewState = z.object({ id: z.string(), hash: z.string() });
export type ViewState = z.infer<typeof ViewState>;

/**
 * The modal that the front function opened for a job, as it stood then: it says that something is to come. Where Slack
 * did not answer, and may have opened one all the same, the name that it was to get.
 */
const LoadingView = z.union([ViewState, z.object({ externalId: z.string() })]);
export type LoadingView = z.infer<typeof LoadingView>;

/** By block: what was entered, `null` for nothing. */
const Values = z.record(z.string(), z.union([z.string(), z.array(z.string()), z.null()]));

/**
 * What the front function hands over to the worker. Text and button values are still raw: the worker reads them. A job
 * that is to be answered anywhere but at `hooksOrigin` is none.
 */
export function jobSchema(hooksOrigin: string) {
  const asked = {
    /** Unique to what the person did, such as Slack's trigger_id: what is done once is done once for it. */
    id: z.string().check(z.minLength(1)),
    /** API Gateway's, of Slack's request: what all that is logged about it carries. */
    requestId: z.string(),
    teamId: z.string(),
    userId: z.string(),
    channelId: z.string(),
    /**
     * When Slack's request arrived, in ms: what relative times are relative to. Of a mention, when it was posted: Slack may
     * deliver it several times.
     */
    receivedAt: z.number(),
  };
  const answered = { responseUrl: responseUrlOn(hooksOrigin), view: z.optional(LoadingView) };
  const filled = { callbackId: z.string(), metadata: z.string(), values: Values };
  return z.discriminatedUnion('kind', [
    z.object({ ...asked, ...answered, kind: z.literal('typed'), text: z.string() }),
    z.object({
      ...asked,
      ...answered,
      kind: z.literal('clicked'),
      value: z.string(),
      message: ClickedMessage,
    }),
    // Picked from a menu of Slack's: from that of a message, or anywhere; then its channel is the person, whose direct
    // message is called so.
    z.object({
      ...asked,
      kind: z.literal('shortcut'),
      responseUrl: z.optional(responseUrlOn(hooksOrigin)),
      view: z.optional(LoadingView),
      message: z.optional(PickedMessage),
    }),
    // A form has no response_url. Which modal it is, what the bot wrote into that, and what the person entered. One that
    // is to show the answer waits for it.
    z.object({ ...asked, ...filled, kind: z.literal('submitted'), view: z.optional(LoadingView) }),
    // The same while it is being filled in: what can be chosen in it depends on what was chosen.
    z.object({ ...asked, ...filled, kind: z.literal('changed'), clickedView: ViewState }),
    // A page in a modal of its own: what its buttons bring takes its place there, while it still is as it was clicked.
    z.object({
      ...asked,
      kind: z.literal('modal_clicked'),
      clickedView: ViewState,
      value: z.string(),
      metadata: z.string(),
    }),
    // Home has no response_url either. Its channel is the person's direct message with the bot.
    z.object({ ...asked, kind: z.literal('home_opened') }),
    z.object({
      ...asked,
      kind: z.literal('home_clicked'),
      view: z.optional(LoadingView),
      value: z.string(),
    }),
    // A message that names the bot, or is for it alone. It has neither a response_url nor a trigger_id.
    z.object({
      ...asked,
      kind: z.literal('mentioned'),
      text: z.string(),
      ts: z.string(),
      /** The parent of the thread that it stands in. */
      threadTs: z.optional(z.string()),
      /** In the bot's direct message with the person. */
      isDirect: z.boolean(),
    }),
  ]);
}

export type Job = z.infer<ReturnType<typeof jobSchema>>;

/** Those that may be answered where they were asked. */
export type AskedJob = Extract<Job, { readonly kind: 'typed' | 'clicked' | 'shortcut' }>;
/** Those for which a modal may be opened. */
export type OpeningJob = AskedJob | Extract<Job, { readonly kind: 'home_clicked' }>;
export type SubmittedJob = Extract<Job, { readonly kind: 'submitted' }>;
export type ChangedJob = Extract<Job, { readonly kind: 'changed' }>;
/** Those that change a modal which is open. */
export type InModalJob = ChangedJob | Extract<Job, { readonly kind: 'modal_clicked' }>;
export type MentionedJob = Extract<Job, { readonly kind: 'mentioned' }>;
export type ShortcutJob = Extract<Job, { readonly kind: 'shortcut' }>;

/**
 * Where nobody but the person sees anything: a direct message, which the person's own id names too.
 * https://docs.slack.dev/apis/web-api/using-the-conversations-api
 */
export function isDirectMessage(channelId: string): boolean {
  return /^[DUW]/.test(channelId);
}

/** What a version of the front function wrote that this one cannot read: whom it is of may be told so all the same. */
export function unreadableJobSchema(hooksOrigin: string) {
  return z.object({
    responseUrl: z.optional(responseUrlOn(hooksOrigin)),
    // It may be just these that cannot be read.
    view: z.catch(z.optional(LoadingView), undefined),
    userId: z.catch(z.optional(z.string()), undefined),
  });
}

export type UnreadableJob = z.infer<ReturnType<typeof unreadableJobSchema>>;

/** A credential (30 minutes, 5 uses): never logged. */
function responseUrlOn(hooksOrigin: string) {
  return z.string().check(z.startsWith(`${hooksOrigin}/`));
}

export class UnreadableJobError extends ChatOpsError {
  readonly code = 'unreadable_job';

  /** Which field is missing or wrong; never what is in it. */
  constructor(error: z.core.$ZodError) {
    super(`a job cannot be read: ${error.issues[0]?.path.join('.')}`);
  }
}
