import { readArguments } from './arguments.ts';
import type { StreamRef, TypedSearch } from './command.ts';
import { MAX_WINDOW_MS, readDuration } from './duration.ts';
import { type FieldMistake, isInField, MistakeError } from './mistake.ts';
import { type Piece, splitWords } from './pieces.ts';
import { readFilter } from './read-filter.ts';
import type { Moment } from './times.ts';
import { readLimit, readOrder } from './values.ts';
import { straightenQuotes } from './words.ts';
import { createZone } from './zone.ts';

/** What stands in the fields of the search form, each as text and empty for nothing. */
export interface SearchEntries {
  readonly words: string;
  /** `key=value key2="b c"` */
  readonly labels: string;
  /** One of `PRESETS`, or `RANGE`. */
  readonly window: string;
  /** Epoch seconds, as Slack's picker gives them. Without `to` the window ends now. */
  readonly from: string;
  readonly to: string;
  readonly limit: string;
  readonly order: string;
}

/** Windows that end now. */
export const PRESETS = ['15m', '1h', '6h', '24h', '7d'] as const;
/** The window between the two times. */
export const RANGE = 'range';

/** The form's fields for a search; `readEntries` reads them. A picker knows no milliseconds: they go. */
export function entriesOf({ start, end, endIsFixed, words, labels, ...search }: TypedSearch): SearchEntries {
  const preset = endIsFixed ? undefined : PRESETS.find((span) => readDuration(span) === end - start);
  const seconds = (ms: number) => String(Math.floor(ms / 1_000));
  return {
    words,
    labels: Object.entries(labels)
      .map(([name, value]) => `${name}=${/\s/.test(value) ? `"${value}"` : value}`)
      .join(' '),
    window: preset ?? RANGE,
    from: preset === undefined ? seconds(start) : '',
    to: endIsFixed ? seconds(end) : '',
    limit: String(search.limit),
    order: search.order,
  };
}

/** What was chosen in the form's selects. Of a field that is not there, undefined. */
interface Chosen {
  readonly group?: Pick<StreamRef, 'groupId'> | undefined;
  readonly stream?: Pick<StreamRef, 'groupId'> | undefined;
}

type Field = keyof SearchEntries | 'stream';

type ReadSearch = Omit<TypedSearch, 'isCounted'>;

/**
 * Reads the form by the grammar's rules, and says for each field what is wrong with it. `found` is a text that all lines
 * must hold besides. A second that is named as the end belongs to the window.
 */
export function readEntries(
  entries: SearchEntries,
  found: string,
  { group, stream }: Chosen,
  moment: Moment,
): { readonly mistakes: Readonly<Partial<Record<Field, FieldMistake>>>; readonly search?: ReadSearch } {
  const mistakes: Partial<Record<Field, FieldMistake>> = {};
  const tryIn = <T>(field: Field, read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof MistakeError && isInField(error.mistake))) throw error;
      mistakes[field] ??= error.mistake;
      return undefined;
    }
  };
  // The streams of another group stay on show until those of the one that was chosen have come.
  if (!stream || !group) mistakes.stream = { kind: 'stream_unchosen' };
  else if (stream.groupId !== group.groupId) mistakes.stream = { kind: 'other_streams' };
  const pieces = tryIn('words', () => [
    ...splitWords(straightenQuotes(entries.words)),
    ...(found ? [{ ...pieceOf(found), quoted: true }] : []),
  ]);
  const labels = tryIn('labels', () => readLabels(entries.labels));
  const filter = tryIn('words', () => readFilter(pieces ?? [], labels ?? new Map()));
  const limit = tryIn('limit', () => readLimit(pieceOf(entries.limit)));
  const order = tryIn('order', () => readOrder(pieceOf(entries.order)));
  const from = tryIn('from', () => readStart(entries, moment));
  const to = tryIn('to', () => readEnd(entries, moment));
  if (from !== undefined && to !== undefined)
    tryIn(entries.window === RANGE && entries.to ? 'to' : 'from', () => expectWindow(from, to));
  const isRead = Object.keys(mistakes).length === 0 && filter && limit && order;
  if (!isRead || from === undefined || to === undefined) return { mistakes };
  const endIsFixed = entries.window === RANGE && entries.to !== '';
  return { mistakes, search: { ...filter, start: from, end: to, endIsFixed, limit, order } };
}

function pieceOf(text: string): Piece {
  return { text, quoted: false, start: 0, end: text.length };
}

function readLabels(text: string): ReadonlyMap<string, Piece> {
  const { words, labels } = readArguments(splitWords(straightenQuotes(text)), { labels: true });
  const [stray] = words;
  if (stray) throw new MistakeError({ kind: 'label_expected', given: stray.text }, stray);
  return labels;
}

function readStart({ window, from }: SearchEntries, moment: Moment): number {
  if (window !== RANGE) {
    const span = readDuration(window);
    if (span === undefined) throw new MistakeError({ kind: 'bad_time', given: window });
    return moment.receivedAt - span;
  }
  if (from === '') throw new MistakeError({ kind: 'start_unchosen' });
  return readPast(from, moment);
}

function readEnd({ window, to }: SearchEntries, moment: Moment): number {
  if (window !== RANGE || to === '') return moment.receivedAt;
  return Math.min(readPast(to, moment) + 999, moment.receivedAt);
}

/** Epoch seconds that are not to come. */
function readPast(seconds: string, { receivedAt, zone }: Moment): number {
  const ms = /^\d{1,12}$/.test(seconds) ? Number(seconds) * 1_000 : Number.NaN;
  if (ms <= receivedAt) return ms;
  const isTime = !Number.isNaN(ms);
  const given = isTime ? new Date(createZone(zone).wallTime(ms)).toISOString().slice(0, 16) : seconds;
  throw new MistakeError({ kind: isTime ? 'time_in_future' : 'bad_time', given: given.replace('T', ' ') });
}

function expectWindow(start: number, end: number): void {
  if (start >= end) throw new MistakeError({ kind: 'window_reversed' });
  if (end - start > MAX_WINDOW_MS) throw new MistakeError({ kind: 'window_too_long' });
}
