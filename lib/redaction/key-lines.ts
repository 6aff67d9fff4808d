import { findKeyBlock, type Role } from './key-block.ts';
import { matchesOf } from './matches.ts';
import type { Span } from './span.ts';

// A log cuts a key up into lines, newest or oldest first, with other lines between them; a page may show a part of it.

/** Lines in a row that are not of the key, and do not end it: what else was logged meanwhile. */
const MOST_BETWEEN = 2;
/** Widths of the lines of a key: RFC 7468, OpenSSH, RFC 4648. */
const WIDTHS = new Set([64, 70, 76]);
/** So many lines of base64 in a row are taken for a key's middle. */
const LEAST_OF_MIDDLE = 3;

const LONG_RUN = /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{40,}={0,2}/g;
/** The last word of a line, or of what JSON in it quotes. */
const LAST_WORD = /(?:^|[\s"'|])([A-Za-z0-9+/]{4,}={0,2})(?:(?:\\+[nr])*["'\s,;}\]]{0,8}$|\\+n\\*")/;
const TAIL = 160;

/** Finds private keys in and across lines; adds to each line's spans. */
export function findKeys(lines: readonly string[], spans: readonly Span[][]): void {
  const roles = lines.map((line, index) => findKeyBlock(line, spans[index] ?? []));
  for (const [index, role] of roles.entries()) {
    if (role !== 'begin' && role !== 'end') continue;
    for (const step of [-1, 1]) spread({ lines, roles, spans }, index, step);
  }
  findMiddles({ lines, roles, spans });
}

interface Page {
  readonly lines: readonly string[];
  readonly roles: readonly Role[];
  readonly spans: readonly Span[][];
}

/** From a marker through the lines next to it, as long as they are a key's. Another marker ends it. */
function spread(page: Page, marker: number, step: number): void {
  let between = 0;
  for (let index = marker + step; isBetween(page.roles[index]) && between <= MOST_BETWEEN; index += step) {
    const found = bodyOf(page.lines[index] ?? '');
    if (found.length > 0) {
      page.spans[index]?.push(...found);
      between = 0;
    } else if (index === marker + step && page.roles[marker] === 'end' && isBody(page.lines[index + step])) {
      page.spans[index]?.push(...lastWordOf(page.lines[index] ?? '', 4));
    } else between += 1;
  }
}

function isBetween(role: Role | undefined): boolean {
  return role === 'base64' || role === 'other';
}

function isBody(line: string | undefined): boolean {
  return line !== undefined && bodyOf(line).length > 0;
}

function bodyOf(line: string): Span[] {
  const runs = [...matchesOf(LONG_RUN, line)]
    .filter(({ 0: text }) => !isHex(text))
    .map(({ index, 0: text }): Span => ({ start: index, end: index + text.length, kind: 'private key' }));
  return runs.length > 0 ? runs : lastWordOf(line, 16);
}

function lastWordOf(line: string, least: number): Span[] {
  const from = Math.max(0, line.length - TAIL);
  const found = LAST_WORD.exec(line.slice(from));
  const word = found?.[1] ?? '';
  if (!found || word.length < least || isHex(word)) return [];
  if (least >= 16 && !/[\d+=]/.test(word)) return [];
  const start = from + found.index + found[0].indexOf(word);
  return [{ start, end: start + word.length, kind: 'private key' }];
}

function isHex(text: string): boolean {
  return /^(?:[0-9a-f]+|[0-9A-F]+)$/.test(text);
}

/** Lines of one width in a row, without a marker that calls them public. */
function findMiddles({ lines, roles, spans }: Page): void {
  const widthAt = (index: number) => (roles[index] === 'base64' ? widthOf(lines[index] ?? '') : 0);
  for (let first = 0; first < lines.length; ) {
    const width = widthAt(first);
    let end = first + 1;
    while (width > 0 && end < lines.length && widthAt(end) === width) end += 1;
    const isPublic = [first - 2, first - 1, end, end + 1].some((index) => roles[index] === 'public');
    if (width > 0 && end - first >= LEAST_OF_MIDDLE && !isPublic) {
      for (let index = first; index < end; index += 1)
        spans[index]?.push(...lastWordOf(lines[index] ?? '', 64));
    }
    first = end;
  }
}

/** Of a last word that may be a line of a key, else 0. */
function widthOf(line: string): number {
  const [span] = lastWordOf(line, 64);
  if (!span || !WIDTHS.has(span.end - span.start)) return 0;
  const word = line.slice(span.start, span.end);
  return /[a-z]/.test(word) && /[A-Z]/.test(word) ? word.length : 0;
}
