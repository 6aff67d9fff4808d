import { readCookies } from './headers.ts';
import { matchesOf } from './matches.ts';
import { isSecret } from './needs.ts';
import type { Span } from './span.ts';
import { takeValue } from './values.ts';

/**
 * Passwords behind a short flag of a program, in protocols, in statements of SQL, and in Oracle's URLs: each pattern ends where the
 * password begins. A flag is looked for within 256 characters of its program's name.
 */
const PATTERNS: readonly (readonly [hint: string, pattern: RegExp])[] = [
  ['mysql', /\bmysql\w{0,16}[^|;\n]{0,256}?[ \t"']-p(?![ \t"',-]{0,4}(?:[ \t,]|$))/g],
  ['mariadb', /\bmariadb[^|;\n]{0,256}?[ \t]-p(?![ \t-])/g],
  ['sshpass', /\bsshpass[ \t]{1,4}-p[ \t]{0,4}/g],
  ['redis-cli', /\bredis-cli[^|;\n]{0,256}?[ \t]-a[ \t]{1,4}/g],
  [
    ' login ',
    /\b(?:docker|podman|helm|registry|az|oc)[ \t][^|;\n]{0,64}?login[ \t][^|;\n]{0,256}?[ \t]-p[ \t]{1,4}/g,
  ],
  [
    'curl',
    /\bcurl[^|;\n]{0,256}?[ \t](?:-u|--user|-U|--proxy-user)[ \t=]{0,4}["']?[^\s:"'/-][^\s:"'/]{0,63}:/g,
  ],
  ['ldap', /\bldap\w{1,16}[^|;\n]{0,256}?[ \t]-w[ \t]{1,4}/g],
  [
    'mongo',
    /\bmongo(?:sh|dump|restore|export|import|stat|top|files)?[ \t][^|;\n]{0,256}?[ \t]-p[ \t]{1,4}(?!\d{1,5}:|-)/g,
  ],
  ['cqlsh', /\bcqlsh[ \t][^|;\n]{0,256}?[ \t]-p[ \t]{1,4}/g],
  ['sqlcmd', /\bsqlcmd[ \t][^|;\n]{0,256}?[ \t]-P[ \t]{0,4}/g],
  ['net use', /\bnet use[ \t][^|;\n]{0,128}?\/user:[^\s]{1,64}[ \t]{1,4}(?!\/)/g],
  ['sqlplus', /\bsqlplus[ \t]{1,4}[\w.]{1,64}\//g],
  ['jdbc:oracle', /\bjdbc:oracle:\w{1,8}:[\w.]{1,64}\//g],
  ['AUTH ', /\bAUTH[ \t](?:PLAIN|LOGIN|XOAUTH2|default)[ \t]{1,4}/g],
  ['"AUTH"', /"AUTH"[ \t](?:"[^"\s]{1,64}"[ \t])?(?=")/g],
  ['requirepass', /\b(?:requirepass|masterauth)"?[ \t]{1,4}/g],
  [' LOGIN ', /\b[A-Za-z]{1,4}\d{1,6} LOGIN (?:"[^"\s]{1,64}"|[^\s"]{1,64}) /g],
  ["PASSWORD('", /\bPASSWORD\((?=')/g],
  ["password('", /\bpassword\((?=')/g],
  // `echo '…' | sudo -S`, `echo '…' | docker login --password-stdin`
  [
    'echo ',
    /\becho[ \t]{1,4}(?:-n[ \t]{1,4})?(?=(?:"[^"\n]{1,128}"|'[^'\n]{1,128}'|[^\s|"']{1,128})[ \t]{0,2}\|[ \t]{0,2}(?:sudo[ \t][^|;\n]{0,64}?-S\b|\w{2,16}[ \t][^|;\n]{0,128}?--(?:password-)?stdin\b))/g,
  ],
];
/** Cookies that curl sends; `-b` may name a file instead. */
const CURL_COOKIES = /\bcurl[^|;\n]{0,256}?[ \t]-b[ \t=]{0,4}(?=["'])/g;
/** `IDENTIFIED BY '…'`, `IDENTIFIED WITH … BY '…'`. */
const IDENTIFIED =
  /\bidentified(?:[ \t]{1,4}with[ \t]{1,4}\w{1,64})?[ \t]{1,4}by[ \t]{1,4}(?:password[ \t]{1,4})?(?=\\*["'])/gi;

/** One scan instead of one for each. */
const HINT = new RegExp(
  ['identified', 'IDENTIFIED', ...PATTERNS.map(([hint]) => hint.replace('(', '\\('))].join('|'),
);

export function findCommands(line: string, spans: Span[]): void {
  if (!HINT.test(line)) return;
  for (const [hint, pattern] of PATTERNS) if (line.includes(hint)) readAll(line, pattern, spans);
  if (line.includes('curl')) {
    for (const { index, 0: text } of matchesOf(CURL_COOKIES, line))
      readCookies(line, index + text.length, spans);
  }
  if (line.includes('IDENTIFIED') || line.includes('identified')) readAll(line, IDENTIFIED, spans);
}

function readAll(line: string, pattern: RegExp, spans: Span[]): void {
  for (let at = endOfNext(pattern, line, 0); at > 0; ) {
    const value = takeValue(line, at, (text, isQuoted) => isSecret(text, 'any', isQuoted));
    if (value) {
      // Oracle's `user/password@host`.
      const host = pattern.source.endsWith('\\/') ? line.slice(value.start, value.end).lastIndexOf('@') : -1;
      spans.push({ start: value.start, end: host < 0 ? value.end : value.start + host, kind: 'password' });
    }
    at = endOfNext(pattern, line, value?.end ?? at);
  }
}

/** 0 where there is none. */
function endOfNext(pattern: RegExp, line: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(line) ? pattern.lastIndex : 0;
}
