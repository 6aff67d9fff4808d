import * as z from 'zod/mini';
import type { StreamRef, TypedSearch } from '../commands/command.ts';
import { showName } from './names.ts';

/** A stream as it stands in a button. Source; group id and name, stream id and name. */
export const StreamValue = z.tuple([z.string(), z.string(), z.string(), z.string(), z.string()]);

/** A search of it, with short names. */
export const FilterValue = z.object({
  /** Window, ms. */
  w: z.tuple([z.number(), z.number()]),
  q: z.string(),
  l: z.array(z.tuple([z.string(), z.string()])),
  n: z.int().check(z.positive(), z.maximum(4_999)),
  o: z.enum(['newest', 'oldest']),
  /** Whether the window's end is fixed, and whether matches are counted. */
  f: z.boolean(),
  k: z.boolean(),
});
type FilterValue = z.infer<typeof FilterValue>;

/** Names are only shown, and as shown they fit: JSON writes six characters for one that is invisible. */
export function writeStream(s: StreamRef): z.infer<typeof StreamValue> {
  return [
    s.source,
    s.groupId,
    showName(s.groupName, s.groupId),
    s.streamId,
    showName(s.streamName, s.streamId),
  ];
}

export function writeFilter(t: TypedSearch): FilterValue {
  return {
    w: [t.start, t.end],
    q: t.words,
    l: Object.entries(t.labels),
    n: t.limit,
    o: t.order,
    f: t.endIsFixed,
    k: t.isCounted,
  };
}

export function readStream([source, groupId, groupName, streamId, streamName]: z.infer<
  typeof StreamValue
>): StreamRef {
  return { source, groupId, groupName, streamId, streamName };
}

export function readFilter({ w, q, l, n, o, f, k }: FilterValue): TypedSearch {
  const [start, end] = w;
  return {
    start,
    end,
    words: q,
    labels: Object.fromEntries(l),
    limit: n,
    order: o,
    endIsFixed: f,
    isCounted: k,
  };
}
