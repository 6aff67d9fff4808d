import { MARK_START } from './kinds.ts';
import { matchesOf } from './matches.ts';
import type { Span } from './span.ts';

const AUTHORITY_END = /[\s/?#"'`<>\\|]/g;
const REST_END = /[\s"'`<>]/g;
/** How far an `@` may be when a password is not encoded and has a `/` in it. */
const LONGEST_PASSWORD = 256;

/** The password of `scheme://user:password@host`; a long name without one, which is a token. */
export function findUrlPasswords(line: string, spans: Span[]): void {
  for (let at = line.indexOf('://'); at >= 0; at = line.indexOf('://', at + 3)) {
    const start = at + 3;
    const end = findEnd(AUTHORITY_END, line, start, line.length);
    const host = line.slice(start, end);
    const last = host.lastIndexOf('@');
    if (last >= 0) addUserInfo(line, start, start + last, spans);
    else if (/^[^:]{0,64}:(?!\d{0,5}$)/.test(host)) addRawPassword(line, start, spans);
  }
  if (line.includes('@')) findDsn(line, spans);
}

function addUserInfo(line: string, start: number, end: number, spans: Span[]): void {
  const user = line.slice(start, end);
  const colon = user.indexOf(':');
  if (colon >= 0) addPassword(line, start + colon + 1, end, spans);
  else if (user.length >= 20 && /^\w+$/.test(user) && /\d/.test(user))
    spans.push({ start, end, kind: 'token' });
}

function addRawPassword(line: string, start: number, spans: Span[]): void {
  const end = findEnd(REST_END, line, start, start + LONGEST_PASSWORD);
  const rest = line.slice(start, end);
  const at = rest.lastIndexOf('@');
  if (at >= 0) addPassword(line, start + rest.indexOf(':') + 1, start + at, spans);
}

const PLACEHOLDER = /^(?:[*x.]+|\$\{?\w+\}?|<[^<>]*>|\{\w*\}|%s|password)$/i;

function addPassword(line: string, start: number, end: number, spans: Span[]): void {
  if (end <= start || line.startsWith(MARK_START, start)) return;
  if (end - start <= 64 && PLACEHOLDER.test(line.slice(start, end))) return;
  spans.push({ start, end, kind: 'password' });
}

function findEnd(ends: RegExp, line: string, from: number, limit: number): number {
  if (limit < line.length) {
    const piece = line.slice(from, limit).search(ends);
    return piece < 0 ? limit : from + piece;
  }
  ends.lastIndex = from;
  return ends.exec(line)?.index ?? line.length;
}

/** `user:password@host:port`, and https://github.com/go-sql-driver/mysql#dsn-data-source-name */
const DSN = /(?<![\w.-])[\w.-]{1,64}:([^\s"'`:/]{1,128})@(?:(?:tcp|unix)\(|[\w.-]{1,80}:\d{2,5}(?![\w:]))/g;

function findDsn(line: string, spans: Span[]): void {
  for (const { index, 0: text, 1: password = '' } of matchesOf(DSN, line)) {
    const start = index + text.indexOf(':') + 1;
    if (/[\d!#$%^&*]/.test(password)) addPassword(line, start, start + password.length, spans);
  }
}
