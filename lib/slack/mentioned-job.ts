import type { EnvelopedEvent } from '@slack/bolt';
import type { MentionedJob } from '../commands/job.ts';
import { type Arrived, OddRequestError, textOf } from './make-job.ts';

/**
 * What `app_mention` and `message` have in common, as far as it is read.
 * https://docs.slack.dev/reference/events/app_mention, https://docs.slack.dev/reference/events/message.im
 */
export interface Said {
  readonly type: 'app_mention' | 'message';
  readonly subtype?: string | undefined;
  readonly channel_type?: string;
  readonly channel: string;
  readonly user?: string;
  readonly bot_id?: string;
  readonly text?: string;
  readonly ts: string;
  readonly thread_ts?: string;
  readonly edited?: object;
  readonly team?: string;
  readonly user_team?: string;
}

/** What a person posts as new: with a file, or from a thread into the channel too. Other subtypes tell of something else. */
const NEW: readonly unknown[] = [undefined, 'file_share', 'thread_broadcast'];

/** Whether a person asks something with it. What bots say, this one among them, and what is edited asks for nothing. */
export function isQuestion({ type, subtype, channel_type, bot_id, edited }: Said): boolean {
  const isHere = type === 'app_mention' || channel_type === 'im';
  return isHere && NEW.includes(subtype) && bot_id === undefined && edited === undefined;
}

/**
 * Slack delivers an event again when it was not answered well, with the same event_id, up to five minutes later: what is
 * asked is relative to when the message was posted, and is asked once.
 * https://docs.slack.dev/apis/events-api/#retries
 *
 * @throws OddRequestError
 */
export function mentionedJob(
  said: Said,
  { event_id, authorizations }: Pick<EnvelopedEvent, 'event_id' | 'authorizations'>,
  teamId: string,
  command: string,
  requestId: Arrived['requestId'],
): MentionedJob {
  const ts = textOf(said.ts);
  return {
    kind: 'mentioned',
    id: textOf(event_id),
    requestId,
    teamId,
    userId: textOf(said.user),
    channelId: textOf(said.channel),
    receivedAt: postedAt(ts),
    text: askedIn(textOf(said.text, ''), textOf(authorizations?.[0]?.user_id), command),
    ts,
    ...(said.thread_ts !== undefined && { threadTs: textOf(said.thread_ts) }),
    isDirect: said.type === 'message',
  };
}

/** A ts is seconds with six digits behind the point; gives ms. @throws OddRequestError */
function postedAt(ts: string): number {
  if (!/^\d{10}\.\d{6}$/.test(ts)) throw new OddRequestError('a ts is none');
  return Math.round(Number(ts) * 1_000);
}

/** Without the bot's name, wherever it stands, and without the slash command that some type by habit. */
function askedIn(text: string, botUserId: string, command: string): string {
  const asked = text
    .replace(/<@(\w+)(?:\|[^<>]*)?>/g, (mention, id: string) => (id === botUserId ? ' ' : mention))
    .replace(/^[\s,:，：]+/, '');
  const [first] = asked.split(/\s/, 1);
  return (first === command ? asked.slice(command.length) : asked).trim();
}
