import type { WebClient } from '@slack/web-api';
import { post } from '../post.ts';
import type { Message } from '../views/message.ts';
import { outgoing } from '../views/outgoing.ts';
import { callSlack } from './call-slack.ts';
import type { Deadline } from './deadline.ts';
import { DeliveryError, unanswered, verdictOf } from './delivery-error.ts';
import { patiently, repeatably } from './patience.ts';
import { NO_PREVIEWS } from './place.ts';

/** Where a file and the message about it go. */
interface Destination {
  readonly channelId: string;
  readonly threadTs?: string | undefined;
}

/** A message that is kept up to date. */
export interface LiveMessage extends Destination {
  readonly ts: string;
}

interface NewFile {
  readonly name: string;
  readonly content: string;
}

/** What takes a bot token: messages that change as work goes on, and files. All throw DeliveryError. */
export interface Files {
  /** In a channel that the bot is in; a person's id is their direct message. */
  post(destination: Destination, message: Message, deadline: Deadline): Promise<LiveMessage>;
  update(posted: LiveMessage, message: Message, deadline: Deadline): Promise<void>;
  /** Gives what makes the file appear: all that may fail before, and may be done twice, has been done by then. */
  prepare(destination: Destination, file: NewFile, deadline: Deadline): Promise<() => Promise<void>>;
}

/** Scopes chat:write and files:write. */
export function createFiles(slack: WebClient): Files {
  const ask = <T>(deadline: Deadline, call: () => Promise<T>) =>
    patiently(() => callSlack(call, deadline.signal), deadline);
  const askFreely = <T>(deadline: Deadline, call: () => Promise<T>) =>
    patiently(() => repeatably(callSlack(call, deadline.signal)), deadline);
  return {
    async post({ channelId, threadTs }, message, deadline) {
      const where = { channel: channelId, ...(threadTs && { thread_ts: threadTs }) };
      const { channel, ts } = await ask(deadline, () =>
        slack.chat.postMessage({ ...where, ...NO_PREVIEWS, ...outgoing(message) }),
      );
      return { channelId: channel ?? channelId, ts: ts ?? '', ...(threadTs && { threadTs }) };
    },
    async update({ channelId, ts }, message, deadline) {
      await askFreely(deadline, () => slack.chat.update({ channel: channelId, ts, ...outgoing(message) }));
    },
    async prepare({ channelId, threadTs }, { name, content }, deadline) {
      const bytes = Buffer.from(content);
      const announced = await askFreely(deadline, () =>
        slack.files.getUploadURLExternal({ filename: name, length: bytes.length }),
      );
      const { signal } = deadline;
      await patiently(() => repeatably(upload(announced.upload_url ?? '', bytes, signal)), deadline);
      const where = { channel_id: channelId, ...(threadTs && { thread_ts: threadTs }) };
      return async () => {
        await ask(deadline, () =>
          slack.files.completeUploadExternal({
            files: [{ id: announced.file_id ?? '', title: name }],
            ...where,
          }),
        );
      };
    },
  };
}

/** https://docs.slack.dev/messaging/working-with-files#uploading_files */
async function upload(url: string, body: Buffer, signal: AbortSignal): Promise<void> {
  const { status, text = '' } = await post(url, { headers: {}, body, signal }).catch((cause: unknown) => {
    throw unanswered(cause);
  });
  if (status < 300 && !text.includes('"ok":false')) return;
  throw new DeliveryError(`Slack answered ${status} to a file`, verdictOf(status));
}

/** The bot may not post there: it is not in the channel, or does not even see it. */
export function isOutside(error: unknown): boolean {
  if (!(error instanceof DeliveryError)) return false;
  return ['not_in_channel', 'channel_not_found', 'is_archived'].includes(error.reason ?? '');
}
