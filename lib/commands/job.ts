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

/**
 * What the front function hands over to the worker. Text and button values are still raw: the worker reads them. A job
 * that is to be answered anywhere but at `hooksOrigin` is none.
 */
export function jobSchema(hooksOrigin: string) {
  const asked = {
    /** Slack's trigger_id, unique to what the person did: what is done once is done once for it. */
    id: z.string().check(z.minLength(1)),
    /** API Gateway's, of Slack's request: what all that is logged about it carries. */
    requestId: z.string(),
    teamId: z.string(),
    userId: z.string(),
    channelId: z.string(),
    /** When Slack's request arrived, in ms: what relative times are relative to. */
    receivedAt: z.number(),
    responseUrl: responseUrlOn(hooksOrigin),
  };
  return z.discriminatedUnion('kind', [
    z.object({ ...asked, kind: z.literal('typed'), text: z.string() }),
    z.object({ ...asked, kind: z.literal('clicked'), value: z.string(), message: ClickedMessage }),
  ]);
}

export type Job = z.infer<ReturnType<typeof jobSchema>>;

/** What a version of the front function wrote that this one cannot read: whom it is of may be told so all the same. */
export function unreadableJobSchema(hooksOrigin: string) {
  return z.object({ responseUrl: responseUrlOn(hooksOrigin) });
}

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
