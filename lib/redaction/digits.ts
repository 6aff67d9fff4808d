import { hasIdCheck, hasRegionAndBirthday, isCard } from './checks.ts';
import { matchesOf } from './matches.ts';
import type { Span } from './span.ts';

/** Digits in one piece, or in the groups of a card. */
const RUN = /\d{4}(?:\d{8,15}[Xx]?|([ -])\d{4}\1\d{4}\1\d{1,7}|[ -]\d{6}[ -]\d{4,5})(?![\w-]|\.\d)/g;
/** What stands before a part of a word, of a longer number, or of a fraction. */
const PART = /[\w+-]$|\d\.$/;
/** A key that numbers things: one such number in fifty looks like a card's. */
const KEY = /([\w.-]{2,40})[\\"'\])]{0,4}\s{0,2}[=:]\s{0,2}[\\"'[(]{0,4}$/;
const NUMBERS =
  /(?:id|number|offset|time|timestamp|ts|seq|sequence|version|size|bytes|count|nanos|cursor|lsn|pos|imei|trace|span)$/i;
const OF_CARD = /card|credit|debit|bank|pan|pay/i;

/** Hong Kong's, with its check digit in brackets, and Singapore's. */
const LETTERED = /[A-Z]\d{6}(?:\([\dA]\)|\d[A-Z](?![\w-]))/g;

/** Card numbers, and national ids that have a check digit. */
export function findNumbers(line: string, spans: Span[]): void {
  for (const { index, 0: text } of matchesOf(RUN, line)) {
    if (isPart(line, index)) continue;
    const end = index + text.length;
    if (hasRegionAndBirthday(text)) spans.push({ start: index, end, kind: 'national id' });
    else if (isCard(text.replace(/[ -]/g, '')) && !isNumbered(line, index, text)) {
      spans.push({ start: index, end, kind: 'card number' });
    }
  }
  for (const { index, 0: text } of matchesOf(LETTERED, line)) {
    const end = index + text.length;
    // Some of Hong Kong's have two letters.
    const start = text.endsWith(')') && /[A-Z]/.test(line.charAt(index - 1)) ? index - 1 : index;
    if (!isPart(line, start) && hasIdCheck(line.slice(start, end)))
      spans.push({ start, end, kind: 'national id' });
  }
}

function isPart(line: string, index: number): boolean {
  return index > 0 && PART.test(line.slice(Math.max(0, index - 2), index));
}

function isNumbered(line: string, index: number, text: string): boolean {
  const key = KEY.exec(line.slice(Math.max(0, index - 52), index))?.[1];
  return key !== undefined && /^\d+$/.test(text) && NUMBERS.test(key) && !OF_CARD.test(key);
}
