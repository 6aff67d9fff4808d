import { searchedWords } from '../commands/words.ts';
import { findErrors } from './find-errors.ts';
import { findHosts, findIps } from './find-hosts.ts';
import { findRequestIds, findTraceIds } from './find-ids.ts';
import { findServices, type StreamName } from './find-services.ts';
import { MAX_TEXT } from './message-text.ts';
import { withoutAddresses } from './without-addresses.ts';

/** Something that one may search for. A service is a stream, as `group/stream`; all else stands in its lines. */
export interface Searchable {
  readonly kind: 'trace' | 'request' | 'service' | 'error' | 'host' | 'ip';
  /** On one line, without double quotes, at most 130 characters: what can be typed between quotes. */
  readonly value: string;
}

const MAX_FOUND = 10;
const MAX_OF_A_KIND = 3;
/** Of what is quoted. */
const MAX_VALUE = 100;
/** What ends a quotation, and what Slack or the grammar reads as more than itself. */
const NOT_TYPED = /["“”„‟＂<>\p{Cc}]/u;
const HAS_LETTER = /[\p{L}\p{N}]/u;

/** Mail addresses, people, channels and pictures: nothing in them is searched for. */
const NEVER = new RegExp(
  [
    String.raw`(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+`,
    String.raw`(?<![\w&])[@#][\w.-]{1,80}`,
    String.raw`(?<![\w:]):[a-z][\w+-]{1,60}:(?![\w:])`,
  ].join('|'),
  'gi',
);

/**
 * What a text of a monitoring system names that may be searched for, the most telling first: at most ten, three of a
 * kind. Nothing is guessed: what could be something else too is left out.
 */
export function findSearchable(
  text: string,
  { streams = [] }: { readonly streams?: readonly StreamName[] } = {},
): Searchable[] {
  const whole = text.slice(0, MAX_TEXT);
  const rest = withoutAddresses(whole).replace(NEVER, '…');
  const found = {
    trace: findTraceIds(whole),
    request: findRequestIds(rest),
    service: findServices(rest, streams),
    error: findErrors(rest).map(shorten),
    host: findHosts(rest),
    ip: findIps(rest),
  };
  const taken = new Set<string>();
  return (Object.keys(found) as Searchable['kind'][])
    .flatMap((kind) => takeNew(found[kind], taken).map((value) => ({ kind, value })))
    .slice(0, MAX_FOUND);
}

function takeNew(found: readonly string[], taken: Set<string>): string[] {
  const values = new Set(found.filter((value) => isSearchable(value) && !taken.has(value)));
  const first = [...values].slice(0, MAX_OF_A_KIND);
  for (const value of first) taken.add(value);
  return first;
}

/** What of an error can stand between quotes; where that is long, its first whole words: lines hold them as well. */
function shorten(error: string): string {
  const [line = ''] = error.split(NOT_TYPED);
  const start = line.trim().slice(0, MAX_VALUE + 1);
  const words = start.length > MAX_VALUE ? start.replace(/\s*\S*$/, '') : start;
  return words.replace(/[\\\s,;:]+$/, '');
}

function isSearchable(value: string): boolean {
  return (
    value.length > 1 &&
    !NOT_TYPED.test(value) &&
    searchedWords(value).some(({ word }) => HAS_LETTER.test(word))
  );
}
