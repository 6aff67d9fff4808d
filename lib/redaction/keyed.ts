import { isAlphanumeric } from './characters.ts';
import { readCookies, readHeader, readSetCookie } from './headers.ts';
import { KEY_WORD, type KeyMeaning, meaningOf } from './keys.ts';
import { MARK_START } from './kinds.ts';
import { endOf, matchAt } from './matches.ts';
import { isSecret } from './needs.ts';
import type { Span } from './span.ts';
import { takeText, takeValue } from './values.ts';

/** A mark names a kind, but nothing that follows. */
const IN_MARK = /\[redacted: [a-zA-Z -]*$/;
const KEY_LEFT = 64;
const KEY_RIGHT = /[\w.-]{0,32}/y;

/** A quote as URLs, HTML and JSON encode it. */
const QUOTE = '(?:%(?:25)?2[27]|&(?:quot|apos|#3[49]|#x2[27]);|\\\\{1,4}u002[27])';
/** `=`, `:`, `=>`, `->`, `%3D` and what may stand around them: the key's and the value's quotes, a remark, blanks. */
const SEPARATOR = new RegExp(
  [
    '(?:号码?)?(?:[ \\t]?(?:获取|生成|刷新|更新|创建|申请)?成功)?(?:[(（][^()（）\\s]{1,8}[)）])?',
    `(?:[\\\\"'\`\\])]{0,8}|${QUOTE})[ \\t]{0,4}(?:={1,3}>?|:{1,2}=?|：|＝|->|→|%(?:25)?3[ADad])`,
    `[ \\t\\u3000]{0,8}(?:(?:%20|\\+)?${QUOTE})?`,
  ].join(''),
  'y',
);
const ENCODED = /%(?:25)?[23]|&|\\u/;
/** `{"name": "PASSWORD", "value": "…"}` and `"password": {"value": "…"}`, in JSON, YAML and the attributes of XML. */
const NAMED =
  /\\*["']?(?:,|\\n|\n|(?<=["'])[ \t]|[ \t]{0,2}[:=][ \t]{0,2}\{)[ \t]{0,12}\\*["']?[vV]alue\\*["']?[ \t]{0,2}[:=][ \t]{0,4}/y;
/** A part of a form, where it is logged as one line: `name="password"\r\n\r\n…`. */
const PART = /\\{0,4}"(?:(?:\\{1,4}r)?\\{1,4}n|\r?\n){2}/y;
/** Words, or nothing, before a value that must look like a secret by itself: quoted, or with a digit. */
const SAID =
  /(?:号码?)?(?:[ \t]{1,2}(?:(?:is[ \t]generated[ \t])?for[ \t][^\s:]{1,64}(?:[ \t](?:is|was)|:)[ \t])?(?:(?:is|was|set to)[ \t]{1,2})?|[ \t]{0,2}(?:已?[重修设更][置改新])?[是为][ \t]{0,2}|(?<=[\u4e00-\u9fff])(?=[A-Za-z0-9【[(（]))【?(?=["'`“「]|\S{0,40}\d)/y;
/** After `password= `: there is none. */
const NEXT_KEY = /[A-Za-z_][\w.-]{0,40}=/y;
/** Words that a key is made of: https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki */
const PHRASE = /(?:[a-z]{3,8} ){5,23}[a-z]{3,8}/y;
/** `--password …`, `["--password", "…"]` */
const ARGUMENT = /[ \t]{1,4}(?!-)|\\{0,4}["'],[ \t]{0,4}(?=\\{0,4}["'](?!-))/y;
const TAG_START = /<(?:\w{1,30}:)?$/;
const TAG_END = /(?:\s[^<>]{0,200})?>(?:<!\[CDATA\[)?/y;

/** Secrets that a key names: `password=…`, `"token": "…"`, `--api-key …`, `<secret>…</secret>`, `密码：…`. */
export function findKeyed(line: string, spans: Span[]): void {
  const hasMarks = line.includes(MARK_START);
  KEY_WORD.lastIndex = 0;
  for (let found = KEY_WORD.exec(line); found; found = KEY_WORD.exec(line)) {
    if (hasMarks && IN_MARK.test(line.slice(Math.max(0, found.index - 24), found.index))) continue;
    const start = startOfKey(line, found.index, found[0]);
    const end = endOfKey(line, KEY_WORD.lastIndex, found[0]);
    const resume = readAfter(line, { start, end, word: found[0] }, spans);
    KEY_WORD.lastIndex = Math.max(KEY_WORD.lastIndex, resume);
  }
}

function startOfKey(line: string, at: number, word: string): number {
  const start = beforeWord(line, at, at - KEY_LEFT);
  // `api key`, in two words.
  const isTwoWords = start === at && line.charCodeAt(at - 1) === 32 && /^key$/i.test(word);
  if (isTwoWords) return beforeWord(line, at - 1, at - KEY_LEFT);
  // The n of \n is not of the key.
  return start < at && line.charAt(start - 1) === '\\' && 'nrt'.includes(line.charAt(start))
    ? start + 1
    : start;
}

function beforeWord(line: string, from: number, limit: number): number {
  let start = from;
  while (start > 0 && start > limit && isOfKey(line.charCodeAt(start - 1))) start -= 1;
  return start;
}

/** Letters, digits, `_`, `-` and `.`. */
function isOfKey(code: number): boolean {
  return isAlphanumeric(code) || code === 95 || code === 45 || code === 46;
}

/** A Chinese word is a whole key: letters and digits behind it are its value. */
function endOfKey(line: string, from: number, word: string): number {
  if (word.charCodeAt(0) > 127) return from;
  KEY_RIGHT.lastIndex = from;
  KEY_RIGHT.test(line);
  return KEY_RIGHT.lastIndex;
}

interface Key {
  readonly start: number;
  readonly end: number;
  readonly word: string;
}

/** Where a value begins, and how it was brought up. */
interface Place {
  readonly at: number;
  readonly as: 'pair' | 'encoded' | 'element' | 'said';
}

/** Reads what follows a key; gives where to go on. */
function readAfter(line: string, key: Key, spans: Span[]): number {
  const place = placeOfValue(line, key);
  if (!place) return 0;
  const meaning = meaningOf(line.slice(key.start, key.end), key.word);
  if (!meaning) return 0;
  if (place.as === 'pair' || place.as === 'encoded') {
    if (meaning.need === 'header') return readHeader(line, place.at, spans);
    if (meaning.need === 'cookies') return readCookies(line, place.at, spans);
    if (meaning.need === 'set-cookie') return readSetCookie(line, place.at, spans);
  }
  if (isWithinName(line, key, meaning)) return 0;
  if (meaning.need === 'phrase' && matchAt(PHRASE, line, place.at)) {
    spans.push({ start: place.at, end: PHRASE.lastIndex, kind: meaning.kind });
    return PHRASE.lastIndex;
  }
  const accept = (value: string, isQuoted: boolean) =>
    isSecret(value, meaning.need, isQuoted) && (place.as !== 'said' || looksSecret(value, meaning, isQuoted));
  const value =
    place.as === 'element'
      ? takeText(line, place.at, accept)
      : takeValue(line, place.at, accept, place.as === 'encoded');
  if (!value) return 0;
  spans.push({ start: value.start, end: value.end, kind: meaning.kind });
  return value.end;
}

/** `arn:…:secret:name`, `user:token:17`: pieces of one name. */
function isWithinName(line: string, { start, end }: Key, { need }: KeyMeaning): boolean {
  return (
    need === 'random' &&
    line.charAt(start - 1) === ':' &&
    line.charAt(end) === ':' &&
    line.charAt(end + 1) !== ' '
  );
}

function placeOfValue(line: string, { start, end }: Key): Place | undefined {
  const named = endOf(NAMED, line, end) ?? endOf(PART, line, end);
  if (named !== undefined) return { at: named, as: 'pair' };
  const [separator] = matchAt(SEPARATOR, line, end) ?? [];
  if (separator) {
    const end = SEPARATOR.lastIndex;
    if (/= $|成功/.test(separator) && matchAt(NEXT_KEY, line, end)) return undefined;
    return { at: end, as: ENCODED.test(separator) ? 'encoded' : 'pair' };
  }
  const argument = line.charAt(start) === '-' ? endOf(ARGUMENT, line, end) : undefined;
  if (argument !== undefined) return { at: argument, as: 'pair' };
  if ('<:'.includes(line.charAt(start - 1)) && isElement(line, start) && matchAt(TAG_END, line, end)) {
    return { at: TAG_END.lastIndex, as: 'element' };
  }
  if (matchAt(SAID, line, end)) return { at: SAID.lastIndex, as: 'said' };
  return undefined;
}

function isElement(line: string, start: number): boolean {
  return TAG_START.test(line.slice(Math.max(0, start - 32), start));
}

/** In prose: a password is quoted or has letters and digits; anything else is long and has both. */
function looksSecret(value: string, { kind, need }: KeyMeaning, isQuoted: boolean): boolean {
  if (need === 'code' || need === 'digits' || (isQuoted && need === 'any')) return true;
  return value.length >= (kind === 'password' ? 6 : 16) && /\d/.test(value) && /[A-Za-z]/.test(value);
}
