import * as z from 'zod/mini';
import type { PageCommand } from '../commands/command.ts';
import { LineNum } from '../lts/line-num.ts';
import type { Cursor } from '../lts/paging.ts';

/** Line number, direction, and custom log time where there is one. */
const CursorValue = z.tuple([LineNum, z.enum(['older', 'newer']), z.optional(z.string())]);

/** How a page is written into a button's value: short names, for it holds 2,000 characters. */
const PageValue = z.object({
  v: z.literal(1),
  /** Group id and name, stream id and name. */
  s: z.tuple([z.string(), z.string(), z.string(), z.string()]),
  /** Window, ms. */
  w: z.tuple([z.number(), z.number()]),
  q: z.string(),
  l: z.array(z.tuple([z.string(), z.string()])),
  n: z.int().check(z.positive(), z.maximum(4_999)),
  o: z.enum(['newest', 'oldest']),
  c: z.optional(CursorValue),
  e: z.boolean(),
  p: z.optional(CursorValue),
});

export function encodePage({ stream, search, cursor, extends: e, shown }: PageCommand): string {
  const value: z.infer<typeof PageValue> = {
    v: 1,
    s: [stream.groupId, stream.groupName, stream.streamId, stream.streamName],
    w: [search.start, search.end],
    q: search.words,
    l: Object.entries(search.labels),
    n: search.limit,
    o: search.order,
    ...(cursor && { c: writeCursor(cursor) }),
    e,
    ...(shown && { p: writeCursor(shown) }),
  };
  return JSON.stringify(value);
}

/** The page that a button stands for; undefined for a value that this version does not write. */
export function decodePage(text: string): PageCommand | undefined {
  const { data } = PageValue.safeParse(parseJson(text));
  if (!data) return undefined;
  const [groupId, groupName, streamId, streamName] = data.s;
  const [start, end] = data.w;
  return {
    kind: 'page',
    stream: { groupId, groupName, streamId, streamName },
    search: { start, end, words: data.q, labels: Object.fromEntries(data.l), limit: data.n, order: data.o },
    ...(data.c && { cursor: readCursor(data.c) }),
    extends: data.e,
    ...(data.p && { shown: readCursor(data.p) }),
  };
}

function writeCursor({ lineNum, direction, time }: Cursor): z.infer<typeof CursorValue> {
  return time === undefined ? [lineNum, direction] : [lineNum, direction, time];
}

function readCursor([lineNum, direction, time]: z.infer<typeof CursorValue>): Cursor {
  return { lineNum, direction, ...(time !== undefined && { time }) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
