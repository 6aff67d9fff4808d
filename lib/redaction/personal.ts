import { isIP } from 'node:net';
import type { OptionalKind } from './kinds.ts';
import { matchesOf } from './matches.ts';
import type { Span } from './span.ts';

type Find = (line: string, spans: Span[]) => void;

/** What a policy may ask for beside secrets. */
export const FIND_PERSONAL: Readonly<Record<OptionalKind, Find>> = {
  'phone number': findPhones,
  'e-mail address': findEmails,
  'IP address': findAddresses,
};

/** Chinese mobile numbers; international ones with their `+`; what a key calls a phone. */
const PHONE =
  /(?<![\w.+-])(?:(?:\+?86[ -]?)?1[3-9]\d(?:\d{8}|[ -]\d{4}[ -]\d{4})|\+[1-9]\d{0,2}(?:[ .-]?\(?\d{2,4}\)?){2,4})(?![\w-]|\.\d)/g;
const NAMED_PHONE =
  /(?:phone|mobile|tel|电话|手机号?码?)[\\"']{0,4}[ \t]?[=:：][ \t]?[\\"']{0,4}(\+?\(?\d[\d ().-]{5,18}\d)/gi;

function findPhones(line: string, spans: Span[]): void {
  for (const { index, 0: text } of matchesOf(PHONE, line)) {
    spans.push({ start: index, end: index + text.length, kind: 'phone number' });
  }
  for (const { index, 0: text, 1: number = '' } of matchesOf(NAMED_PHONE, line)) {
    const end = index + text.length;
    spans.push({ start: end - number.length, end, kind: 'phone number' });
  }
}

const DOMAIN = /(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,8}[A-Za-z]{2,24}(?![\w-])/y;

function findEmails(line: string, spans: Span[]): void {
  for (let at = line.indexOf('@'); at >= 0; at = line.indexOf('@', at + 1)) {
    let start = at;
    while (start > 0 && at - start < 64 && /[\w.+-]/.test(line.charAt(start - 1))) start -= 1;
    DOMAIN.lastIndex = at + 1;
    if (start < at && DOMAIN.test(line)) spans.push({ start, end: DOMAIN.lastIndex, kind: 'e-mail address' });
  }
}

const IPV4 = /(?<![\w.-])\d{1,3}(?:\.\d{1,3}){3}(?![\w-]|\.\d)/g;
const IPV6 =
  /(?<![\w:.])[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}(?:(?<=:)\d{1,3}(?:\.\d{1,3}){3})?(?![\w:])/g;

/** Addresses of this machine say nothing of anybody. */
function findAddresses(line: string, spans: Span[]): void {
  for (const pattern of [IPV4, IPV6]) {
    for (const { index, 0: text } of matchesOf(pattern, line)) {
      if (isIP(text) === 0 || /^(?:127\.|0\.0\.0\.0$|::1?$)/.test(text)) continue;
      spans.push({ start: index, end: index + text.length, kind: 'IP address' });
    }
  }
}
