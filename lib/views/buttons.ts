import * as z from 'zod/mini';
import { type Click, EXPORT_FORMATS, type LineRef } from '../commands/click.ts';
import type { StreamRef, TypedSearch } from '../commands/command.ts';
import { FORM_NAMES } from '../commands/form.ts';
import { assertNever } from '../errors.ts';
import { LineNum } from '../lts/line-num.ts';
import type { Cursor } from '../lts/paging.ts';
import { decodeOption, encodeOption } from './option-values.ts';
import {
  FilterValue,
  readFilter,
  readStream,
  StreamValue,
  writeFilter,
  writeStream,
} from './stream-values.ts';

/**
 * What a button carries: the whole of what it stands for, so that nothing is stored to page. Its value is JSON with
 * short names, for it holds 2,000 characters. What stands in selects too is written as an option.
 */

/** Line number, direction, and custom log time where there is one. */
const CursorValue = z.tuple([LineNum, z.enum(['older', 'newer']), z.optional(z.string())]);

const search = { s: StreamValue, ...FilterValue.shape };

const ButtonValue = z.discriminatedUnion('v', [
  z.object({
    v: z.literal('page'),
    ...search,
    e: z.boolean(),
    c: z.optional(CursorValue),
    p: z.optional(CursorValue),
  }),
  /** `r`: where it was made. */
  z.object({ v: z.literal('repeat'), ...search, r: z.string() }),
  z.object({
    v: z.enum(['share', 'reveal']),
    ...search,
    c: z.optional(CursorValue),
    a: z.optional(z.tuple([LineNum, z.optional(z.string())])),
  }),
  z.object({
    v: z.literal('search'),
    s: z.optional(StreamValue),
    h: z.optional(FilterValue),
    /** Of a message: the thread, and what it names. */
    m: z.optional(z.tuple([z.string(), z.array(z.string())])),
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
    case 'repeat':
      return JSON.stringify({
        v: 'repeat',
        ...writeSearch(click),
        r: click.channelId,
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
    case 'open_search':
      return JSON.stringify({
        v: 'search',
        ...(click.stream && { s: writeStream(click.stream) }),
        ...(click.search && { h: writeFilter(click.search) }),
        ...(click.about && { m: [click.about.threadTs, [...click.about.found]] }),
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
    case 'repeat':
      return { kind: 'repeat', ...readSearch(data), channelId: data.r };
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
    case 'search':
      return {
        kind: 'open_search',
        ...(data.s && { stream: readStream(data.s) }),
        ...(data.h && { search: readFilter(data.h) }),
        ...(data.m && { about: { threadTs: data.m[0], found: data.m[1] } }),
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

function writeSearch({ stream, search: typed }: StreamSearch) {
  return { s: writeStream(stream), ...writeFilter(typed) } satisfies SearchValue;
}

function readSearch({ s, ...value }: SearchValue): StreamSearch {
  return { stream: readStream(s), search: readFilter(value) };
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
