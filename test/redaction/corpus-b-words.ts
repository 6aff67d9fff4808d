import type { Case, Random } from './corpus.ts';

/** What the lines of the second half are made of. */

const two = (number: number) => String(number).padStart(2, '0');
const clock = (r: Random) => `${two(r.below(24))}:${two(r.below(60))}:${two(r.below(60))}`;
const day = (r: Random) => two(1 + r.below(28));

/** Times as they stand before a line. */
export const iso = (r: Random) => `2026-11-${day(r)}T${clock(r)}.${r.digits(3)}Z`;
export const java = (r: Random) => `2026-11-${day(r)} ${clock(r)},${r.digits(3)}`;
export const plain = (r: Random) => `2026/11/${day(r)} ${clock(r)}`;
export const clf = (r: Random) => `${day(r)}/Nov/2026:${clock(r)} +0800`;
export const syslog = (r: Random) => `Nov ${day(r)} ${clock(r)}`;
export const klog = (r: Random) => `11${day(r)} ${clock(r)}.${r.digits(6)}`;
export const seconds = (r: Random) => `17641${r.digits(5)}`;
export const millis = (r: Random) => `17641${r.digits(8)}`;

export const ip = (r: Random) => `10.${r.below(256)}.${r.below(256)}.${1 + r.below(254)}`;
export const level = (r: Random) => r.pick(['DEBUG', 'INFO', 'WARN', 'ERROR']);
export const service = (r: Random) =>
  r.pick([
    'orders',
    'billing',
    'gateway',
    'stock',
    'mailer',
    'search',
    'ledger',
    'profile',
    'auth',
    'courier',
  ]);
export const pod = (r: Random) =>
  `${service(r)}-${r.text('bcdfghjklmnpqrstvwxz2456789', 9)}-${r.text('bcdfghjklmnpqrstvwxz2456789', 5)}`;
export const user = (r: Random) =>
  r.pick(['alice', 'bob', 'zhangwei', 'li.na', 'svc-report', 'root', 'deploy', 'm.keller', 'chenjie']);
export const host = (r: Random) =>
  `${r.pick(['db', 'cache', 'mq', 'api', 'node'])}-${r.below(20)}.${r.pick(['prod', 'stage', 'cn-north'])}.internal`;
export const path = (r: Random) =>
  r.pick(['/api/v1/orders', '/healthz', '/v2/items/search', '/login', '/static/app.js', '/metrics', '/cart']);
export const agent = (r: Random) =>
  r.pick([
    'curl/8.9.1',
    'Mozilla/5.0 (X11; Linux x86_64)',
    'okhttp/4.12.0',
    'kube-probe/1.31',
    'Go-http-client/2.0',
  ]);
export const table = (r: Random) => r.pick(['orders', 'users', 'payments', 'audit_log', 'items', 'tokens']);
export const version = (r: Random) => `${r.below(9)}.${r.below(40)}.${r.below(20)}`;

const SIGNS = '!#%*+-_.^~';

/** A password that a generator made. It ends in a letter, so that no sign of the line's may be taken for its end. */
export const strong = (r: Random) =>
  `${r.alphanumeric(5)}${r.pick(SIGNS)}${r.alphanumeric(4)}${r.pick(SIGNS)}${r.alphanumeric(5)}`;

/** A password that may stand in a URL as it is. */
export const urlSafe = (r: Random) => `${r.alphanumeric(7)}${r.pick('-_.~')}${r.alphanumeric(6)}`;

/** A password as an administrator makes them. */
export const weak = (r: Random) =>
  `${r.pick(['Welcome', 'Changsha', 'P4ssw0rd', 'winter', 'Root', 'Tiger'])}${r.pick(['@', '#', '', '!'])}${r.digits(5)}`;

/** How a sum of the Luhn algorithm comes out: 0 for the number of a card. */
function luhn(digits: string): number {
  const sum = Array.from(digits)
    .toReversed()
    .map((digit, at) => (at % 2 ? Number(digit) * 2 : Number(digit)))
    .reduce((all, value) => all + (value > 9 ? value - 9 : value), 0);
  return sum % 10;
}

export function card(r: Random, start: string, length: number): string {
  const body = start + r.digits(length - start.length - 1);
  return body + ((10 - luhn(`${body}0`)) % 10);
}

/** A number as long as a card's that no card can have. */
export function noCard(r: Random, start: string, length: number): string {
  const valid = card(r, start, length);
  return valid.slice(0, -1) + ((Number(valid.at(-1)) + 1 + r.below(9)) % 10);
}

/** The number of a Chinese identity card. */
export function residentId(r: Random): string {
  const place = r.pick(['110105', '310115', '440306', '330106', '510107', '420111']);
  const body = `${place}${1955 + r.below(50)}${two(1 + r.below(12))}${day(r)}${r.digits(3)}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((all, weight, at) => all + weight * Number(body[at]), 0);
  return body + '10X98765432'[sum % 11];
}

/** A line with one secret. */
export const one = (kind: string, secret: string, line: (secret: string) => string): Case => ({
  kind,
  lines: [line(secret)],
  secrets: [secret],
});

/** Several lines, or several secrets. */
export const many = (
  kind: string,
  secrets: readonly string[],
  lines: (...secrets: string[]) => readonly string[],
): Case => ({ kind, lines: lines(...secrets), secrets });

export type Template = (r: Random) => string;

/** Each template in turn, so that no two lines of one follow each other. */
export const rounds = (r: Random, times: number, templates: readonly Template[]): string[] =>
  Array.from({ length: times }, () => templates.map((template) => template(r))).flat();
