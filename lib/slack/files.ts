import { setTimeout as sleep } from 'node:timers/promises';
import {
  ErrorCode,
  type WebAPIPlatformError,
  type WebAPIRateLimitedError,
  type WebClient,
} from '@slack/web-api';
import type { Message } from '../views/message.ts';

/** Where a file and the message about it go. */
interface Destination {
  readonly channelId: string;
  readonly threadTs?: string;
}

/** A message that is kept up to date. */
export interface LiveMessage extends Destination {
  readonly ts: string;
}

/** What takes a bot token: messages that change as work goes on, and files. */
export interface Files {
  /** In a channel that the bot is in; a person's id is their direct message. */
  post(destination: Destination, message: Message): Promise<LiveMessage>;
  update(posted: LiveMessage, message: Message): Promise<void>;
  upload(destination: Destination, file: { readonly name: string; readonly content: string }): Promise<void>;
}

/** Scopes chat:write and files:write. Every call throws what the WebClient does. */
export function createFiles(slack: WebClient): Files {
  return {
    async post({ channelId, threadTs }, message) {
      const where = { channel: channelId, ...(threadTs && { thread_ts: threadTs }) };
      const unfurl = { unfurl_links: false, unfurl_media: false };
      const { channel, ts } = await patiently(() =>
        slack.chat.postMessage({ ...where, ...unfurl, ...message }),
      );
      return { channelId: channel ?? channelId, ts: ts ?? '', ...(threadTs && { threadTs }) };
    },
    async update({ channelId, ts }, message) {
      await patiently(() => slack.chat.update({ channel: channelId, ts, ...message }));
    },
    async upload({ channelId, threadTs }, { name, content }) {
      const file = { channel_id: channelId, filename: name, title: name, content };
      await patiently(() => slack.filesUploadV2(threadTs ? { ...file, thread_ts: threadTs } : file));
    },
  };
}

const MAX_ATTEMPTS = 3;
/** Whoever waits for a file waits this long for Slack; a longer ban is told. */
const MAX_WAIT_S = 5;

/** Slack takes about one message a second in a channel, and says how long to wait for the next. */
async function patiently<T>(call: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      if (!isRateLimited(error) || attempt === MAX_ATTEMPTS || error.retryAfter > MAX_WAIT_S) throw error;
      await sleep(error.retryAfter * 1_000);
    }
  }
}

function isRateLimited(error: unknown): error is WebAPIRateLimitedError {
  return error instanceof Error && 'code' in error && error.code === ErrorCode.RateLimitedError;
}

/** The bot may not post there: it is not in the channel, or does not even see it. */
export function isOutside(error: unknown): boolean {
  return (
    isSlackError(error) && ['not_in_channel', 'channel_not_found', 'is_archived'].includes(error.data.error)
  );
}

/** What the WebClient throws when Slack says no. */
function isSlackError(error: unknown): error is WebAPIPlatformError {
  return error instanceof Error && 'code' in error && error.code === ErrorCode.PlatformError;
}
