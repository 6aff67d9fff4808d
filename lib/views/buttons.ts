import * as z from 'zod/mini';
import {
  type Click,
  EXPORT_FORMATS,
  type LineRef,
  type StreamRef,
  type TypedSearch,
} from '../commands/command.ts';
import { FORM_NAMES } from '../commands/form.ts';
import { assertNever } from '../errors.ts';
import { LineNum } from '../lts/line-num.ts';
import type { Cursor } from '../lts/paging.ts';
import { showName } from './names.ts';
import { decodeOption, encodeOption } from './option-values.ts';

/**
 * What a button carries: the whole of what it stands for, so that nothing is stored to page. Its value is JSON with
 * short names, for it holds 2,000 characters. What stands in selects too is written as an option.
 */

/** Line number, direction, and custom log time where there is one. */
const CursorValue = z.tuple([LineNum, z.enum(['older', 'newer']), z.optional(z.string())]);

const search = {
  /** Source; group id and name, stream id and name. */
  s: z.tuple([z.string(), z.string(), z.string(), z.string(), z.string()]),
  /** Window, ms. */
  w: z.tuple([z.number(), z.number()]),
  q: z.string(),
  l: z.array(z.tuple([z.string(), z.string()])),
  n: z.int().check(z.positive(), z.maximum(4_999)),
  o: z.enum(['newest', 'oldest']),
  /** Whether the window's end is fixed, and whether matches are counted. */
  f: z.boolean(),
  k: z.boolean(),
};

const ButtonValue = z.discriminatedUnion('v', [
  z.object({
    v: z.literal('page'),
    ...search,
    e: z.boolean(),
    c: z.optional(CursorValue),
    p: z.optional(CursorValue),
  }),
  z.object({
    v: z.enum(['share', 'reveal']),
    ...search,
    c: z.optional(CursorValue),
    a: z.optional(z.tuple([LineNum, z.optional(z.string())])),
  }),
  z.object({ v: z.enum(['approve', 'reject']), i: z.string() }),
  z.object({ v: z.literal('form'), f: z.enum(FORM_NAMES) }),
  z.object({ v: z.literal('export'), ...search, t: z.enum(EXPORT_FORMATS) }),
  z.object({
    v: z.literal('delete'),
    /** Source; group, and stream. */
    s: z.string(),
    g: z.string(),
    t: z.optional(z.string()),
  }),
]);
type ButtonValue = z.infer<typeof ButtonValue>;
type SearchValue = Pick<Extract<ButtonValue, { v: 'page' }>, keyof typeof search>;

export function encodeClick(click: Click): string {
  switch (click.kind) {
    case 'page':
      return JSON.stringify({
        v: 'page',
        ...writeSearch(click),
        e: click.extends,
        ...(click.cursor && { c: writeCursor(click.cursor) }),
        ...(click.shown && { p: writeCursor(click.shown) }),
      } satisfies ButtonValue);
    case 'share':
    case 'reveal':
      return JSON.stringify({
        v: click.kind,
        ...writeSearch(click),
        ...(click.cursor && { c: writeCursor(click.cursor) }),
        ...(click.around && { a: writeLine(click.around) }),
      } satisfies ButtonValue);
    case 'export':
      return JSON.stringify({
        v: 'export',
        ...writeSearch(click),
        t: click.format,
      } satisfies ButtonValue);
    case 'approve':
    case 'reject':
      return JSON.stringify({ v: click.kind, i: click.approvalId } satisfies ButtonValue);
    case 'open_form':
      return JSON.stringify({ v: 'form', f: click.form } satisfies ButtonValue);
    case 'open_delete':
      return JSON.stringify({
        v: 'delete',
        s: click.source,
        g: click.group,
        ...(click.stream !== undefined && { t: click.stream }),
      } satisfies ButtonValue);
    case 'around':
    case 'picked_group':
    case 'picked_stream':
      return encodeOption(click);
    default:
      return assertNever(click);
  }
}

/** What was clicked; undefined for a value that this version does not write. */
export function decodeClick(value: string): Click | undefined {
  return value.startsWith('{') ? readButton(value) : decodeOption(value);
}

function readButton(text: string): Click | undefined {
  const { data } = ButtonValue.safeParse(parseJson(text));
  switch (data?.v) {
    case 'page':
      return {
        kind: 'page',
        ...readSearch(data),
        extends: data.e,
        ...(data.c && { cursor: readCursor(data.c) }),
        ...(data.p && { shown: readCursor(data.p) }),
      };
    case 'share':
    case 'reveal':
      return {
        kind: data.v,
        ...readSearch(data),
        ...(data.c && { cursor: readCursor(data.c) }),
        ...(data.a && { around: readLine(data.a) }),
      };
    case 'export':
      return { kind: 'export', ...readSearch(data), format: data.t };
    case 'approve':
    case 'reject':
      return { kind: data.v, approvalId: data.i };
    case 'form':
      return { kind: 'open_form', form: data.f };
    case 'delete':
      return {
        kind: 'open_delete',
        source: data.s,
        group: data.g,
        ...(data.t !== undefined && { stream: data.t }),
      };
    case undefined:
      return undefined;
    default:
      return assertNever(data);
  }
}

interface StreamSearch {
  readonly stream: StreamRef;
  readonly search: TypedSearch;
}

function writeSearch({ stream: s, search: t }: StreamSearch) {
  return {
    // Names are only shown, and as shown they fit: JSON writes six characters for one that is invisible.
    s: [
      s.source,
      s.groupId,
      showName(s.groupName, s.groupId),
      s.streamId,
      showName(s.streamName, s.streamId),
    ],
    w: [t.start, t.end],
    q: t.words,
    l: Object.entries(t.labels),
    n: t.limit,
    o: t.order,
    f: t.endIsFixed,
    k: t.isCounted,
  } satisfies SearchValue;
}

function readSearch({ s, w, q, l, n, o, f, k }: SearchValue): StreamSearch {
  const [source, groupId, groupName, streamId, streamName] = s;
  const [start, end] = w;
  return {
    stream: { source, groupId, groupName, streamId, streamName },
    search: {
      start,
      end,
      words: q,
      labels: Object.fromEntries(l),
      limit: n,
      order: o,
      endIsFixed: f,
      isCounted: k,
    },
  };
}

function writeCursor({ lineNum, direction, time }: Cursor): z.infer<typeof CursorValue> {
  return time === undefined ? [lineNum, direction] : [lineNum, direction, time];
}

function readCursor([lineNum, direction, time]: z.infer<typeof CursorValue>): Cursor {
  return { lineNum, direction, ...(time !== undefined && { time }) };
}

type LineValue = [LineNum, (string | undefined)?];

function writeLine({ lineNum, time }: LineRef): LineValue {
  return time === undefined ? [lineNum] : [lineNum, time];
}

function readLine([lineNum, time]: LineValue): LineRef {
  return { lineNum, ...(time !== undefined && { time }) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
