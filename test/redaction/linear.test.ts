import { describe, expect, it } from 'vitest';
import { OPTIONAL_KINDS } from '../../lib/redaction/kinds.ts';
import { redact } from '../../lib/redaction/redact.ts';

const MEGABYTE = 1_000_000;
/** In ms of CPU for a megabyte: what is quadratic takes minutes. */
const MOST = 3_000;

/** What a rule begins to read, over and over. */
const PIECES = [
  '1',
  '"',
  '[redacted: token]',
  'password="',
  'password=\\"',
  'password=“[redacted: ',
  'password=${a@b.',
  'token=abc,',
  '密码为',
  'AA:密码：S1234567;',
  '<password ',
  'api key ',
  'eyJ-',
  'eyJhbGciOi.',
  'MII1eQYJKoZIhvcNAQcC ',
  'a://b:c/',
  '@tcp( a:',
  'Cookie: a=b;',
  'Authorization: Digest a=",',
  '-----BEGIN PRIVATE KEY----- ',
  'aaaaaaaaaaaaaaaa -----END PRIVATE KEY-----',
  'MHcCAQEEaaaaaaaaa ',
  'curl -u a',
  'docker login ',
  'echo a|sudo ',
  'password for a ',
  '&quot;password&quot;:',
  'cookies={"a":"b",',
  "insert into a(password) values('",
  "insert into a(password) values('b'),(",
  '4111 ',
  'aaaa@1.1.1.f:',
];

describe('a line of a megabyte', () => {
  it.each(PIECES)('of nothing but %j takes time in proportion to its length', (piece) => {
    const line = piece.repeat(MEGABYTE / piece.length);
    const half = line.slice(0, line.length / 2);
    let [short, long] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    // The least of some times, for another process may have the machine meanwhile. What is quadratic takes four times
    // as long, every time.
    for (let attempt = 0; attempt < 8 && !(long / short < 3); attempt += 1) {
      short = Math.min(short, Math.max(10, cpuTime(half)));
      long = Math.min(long, cpuTime(line));
    }
    expect(long).toBeLessThan(MOST);
    expect(long / short).toBeLessThan(3);
  });

  it.each([
    ['digits in a URL', 'a://', '1', '-@b'],
    ['backslashes behind a key', 'password=', '\\', '!'],
    ['backslashes behind a header', 'Authorization: ', '\\', ''],
    ['quotes behind a program', 'mysql -p', '"', ' '],
    ['blanks behind a header', 'Cookie:', ' ', '='],
  ])('of %s takes no longer', (_, start, filling, end) => {
    expect(cpuTime(start + filling.repeat(MEGABYTE) + end)).toBeLessThan(MOST);
  });

  it('is the same as many lines of a key', () => {
    const lines = Array.from({ length: 20_000 }, (_, n) =>
      n % 3 === 0 ? '-----END PRIVATE KEY-----' : 'a1'.repeat(32),
    );
    const start = process.cpuUsage();
    redact(lines);
    expect(process.cpuUsage(start).user / 1_000).toBeLessThan(MOST);
  });
});

/** In ms, of this process. */
function cpuTime(line: string): number {
  const start = process.cpuUsage();
  redact([line], { also: OPTIONAL_KINDS });
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}
