import { type Kind, MARK_START } from './kinds.ts';
import { endOf, matchAt } from './matches.ts';
import { isSecret, type Need } from './needs.ts';
import type { Span } from './span.ts';
import { takeValue } from './values.ts';

const OPENING = /[[({"'\\ ]{0,4}/y;
const SCHEME =
  /(?:Basic|Bearer|Token|Negotiate|NTLM|ApiKey|JWT|Key)[ \t]{1,4}(?=[^\s=]*=*(?:[\s,"'\\\])}]|$))/iy;
/** Schemes whose credentials are a list: https://www.rfc-editor.org/rfc/rfc9110#section-11.4 */
const LIST_SCHEME = /(?:Digest|OAuth|Hawk|[\w-]*HMAC-SHA\w+)[ \t]{1,4}/iy;
const LIST = /(?:[\w-]{1,40}=(?:\\*"[^"\\]*\\*"|[^\s,"'\\]+)(?:,[ \t]{0,4})?)+/y;

/** The value of an Authorization header; its scheme stays. Gives where to go on. */
export function readHeader(line: string, at: number, spans: Span[]): number {
  const start = endOf(OPENING, line, at) ?? at;
  const list = endOf(LIST_SCHEME, line, start);
  if (list !== undefined) return addList(line, list, spans);
  const scheme = endOf(SCHEME, line, start);
  if (scheme !== undefined) return addValue(line, scheme, 'any', 'credentials', spans);
  return addValue(line, at, 'some', 'credentials', spans);
}

const BARE = /\b(?:Bearer|Basic|AWS4-HMAC-SHA256|SDK-HMAC-SHA256)(?:[ \t]|%20|\+){1,4}/gi;

/** Credentials without the header's name in front of them. */
export function findSchemes(line: string, spans: Span[]): void {
  BARE.lastIndex = 0;
  for (let found = BARE.exec(line); found; found = BARE.exec(line)) {
    const at = BARE.lastIndex;
    const end = readBare(line, found[0].toLowerCase(), at, spans);
    BARE.lastIndex = Math.max(at, end);
  }
}

function readBare(line: string, scheme: string, at: number, spans: Span[]): number {
  if (scheme.startsWith('basic')) return addBasic(line, at, spans);
  if (scheme.startsWith('bearer')) return addBearer(line, at, spans);
  return addList(line, at, spans);
}

const BEARER = /["']?([\w.~+/-]{8,}={0,2})(?![\w=])/y;

function addBearer(line: string, at: number, spans: Span[]): number {
  BEARER.lastIndex = at;
  const token = BEARER.exec(line)?.[1];
  if (token === undefined || !isSecret(token, 'random', false)) return at;
  spans.push({ start: BEARER.lastIndex - token.length, end: BEARER.lastIndex, kind: 'credentials' });
  return BEARER.lastIndex;
}

const BASE64 = /[A-Za-z0-9+/_-]{4,512}={0,2}/y;
const USER_PASSWORD = /^[\u0020-\u0039\u003b-\u007e]*:[\u0020-\u007e\u0080-\u00ff]*$/;

/** Only what decodes to `user:password`. */
function addBasic(line: string, start: number, spans: Span[]): number {
  const end = endOf(BASE64, line, start);
  if (end === undefined) return start;
  const text = Buffer.from(line.slice(start, end), 'base64').toString('latin1');
  if (USER_PASSWORD.test(text)) spans.push({ start, end, kind: 'credentials' });
  return end;
}

function addList(line: string, start: number, spans: Span[]): number {
  const end = endOf(LIST, line, start);
  if (end === undefined) return start;
  spans.push({ start, end, kind: 'credentials' });
  return end;
}

function addValue(line: string, at: number, need: Need, kind: Kind, spans: Span[]): number {
  const value = takeValue(line, at, (text, isQuoted) => isSecret(text, need, isQuoted));
  if (!value) return at;
  spans.push({ start: value.start, end: value.end, kind });
  return value.end;
}

const COOKIES = /[^\s=;"'\\]{1,128}=[^\s;"'\\]*(?:;[ ]{0,2}[^\s=;"'\\]{1,128}=[^\s;"'\\]*)*/y;
/** The same as a dictionary: `{'sid': '…', 'lang': 'en'}`. */
const COOKIE_PAIRS =
  /\{(?:[ ]{0,2}\\{0,4}["'][^"'\\]{1,128}\\{0,4}["'][ ]{0,2}:[ ]{0,2}\\{0,4}["'][^"'\\]{1,4096}\\{0,4}["'],?)+/y;
const COOKIE_NAME = /[^\s=;"'\\]{1,128}=\\{0,4}"?/y;
const COOKIE_VALUE = /[^\s;,"'\\]+/y;
/** What a site looks like, and in which language. */
const HARMLESS_COOKIE =
  /^(?:lang|language|locale|i18n\w{0,16}|theme|skin|currency|country|region|tz|time_?zone|dark_?mode|(?:cookie_?)?consent)=/i;

const MARKED = /[({"'\\ ]{0,4}\[redacted: /y;

/** All that a browser sends back, as one piece. */
export function readCookies(line: string, at: number, spans: Span[]): number {
  if (matchAt(MARKED, line, at)) return at;
  const start = endOf(OPENING, line, at) ?? at;
  const pairs = matchAt(COOKIE_PAIRS, line, at);
  if (pairs) {
    spans.push({ start: at + 1, end: COOKIE_PAIRS.lastIndex, kind: 'cookie' });
    return COOKIE_PAIRS.lastIndex;
  }
  const end = endOf(COOKIES, line, start);
  if (end === undefined) return addValue(line, at, 'random', 'cookie', spans);
  const kept = /[\])}]*$/.exec(line.slice(Math.max(start, end - 8), end))?.[0].length ?? 0;
  spans.push({ start, end: end - kept, kind: 'cookie' });
  return end;
}

/** A cookie's name, path and life stay. */
export function readSetCookie(line: string, at: number, spans: Span[]): number {
  const name = matchAt(COOKIE_NAME, line, endOf(OPENING, line, at) ?? at);
  if (!name || HARMLESS_COOKIE.test(name[0])) return at;
  const start = COOKIE_NAME.lastIndex;
  const end = endOf(COOKIE_VALUE, line, start);
  if (end === undefined || line.startsWith(MARK_START, start)) return start;
  if (!isSecret(line.slice(start, end), 'any', true)) return start;
  spans.push({ start, end, kind: 'cookie' });
  return end;
}
