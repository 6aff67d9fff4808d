import type { JsonObject } from './json.ts';
import type { Message } from './messages.ts';
import { SlackRefusal } from './refusal.ts';

interface PageRequest {
  readonly limit: number;
  /** The first message of the page; without it, that of the list. */
  readonly from: string | undefined;
}

/** https://docs.slack.dev/reference/methods/conversations.replies (limit) */
const MAX_LIMIT = 1000;

/**
 * https://docs.slack.dev/apis/web-api/pagination
 *
 * @throws SlackRefusal `invalid_limit`, `invalid_cursor`
 */
export function readPage(args: JsonObject): PageRequest {
  const limit = Number(args.limit ?? MAX_LIMIT);
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT) throw new SlackRefusal('invalid_limit');
  const cursor = String(args.cursor ?? '');
  if (cursor === '') return { limit, from: undefined };
  const match = /^next_ts:(\d+)(\d{6})$/.exec(Buffer.from(cursor, 'base64').toString());
  if (match === null) throw new SlackRefusal('invalid_cursor');
  return { limit, from: `${match[1]}.${match[2]}` };
}

/** The page that was asked for; the cursor of the next is empty at the end. */
export function turnPage(messages: readonly Message[], { limit, from }: PageRequest) {
  const start = from === undefined ? 0 : messages.findIndex(({ ts }) => ts >= from);
  const rest = start < 0 ? [] : messages.slice(start);
  const next = rest[limit];
  return {
    items: rest.slice(0, limit),
    nextCursor:
      next === undefined ? '' : Buffer.from(`next_ts:${next.ts.replace('.', '')}`).toString('base64'),
  };
}
