import { hasBase64Run } from './characters.ts';
import { matchesOf } from './matches.ts';
import type { Span } from './span.ts';

// A private key is base64 between two markers (RFC 7468, OpenSSH, OpenPGP).

const MARKER = /-{4,5} ?(BEGIN|END)(?: [A-Z0-9]{1,16}){0,3} PRIVATE KEY(?: BLOCK)? ?-{4,5}/g;
/** What is next to it is believed to be as public as it says: the middle of a key is base64 like that of a certificate. */
export const PUBLIC_MARKER =
  /-{5}(?:BEGIN|END)(?: [A-Z0-9]{1,16}){0,3} (?:CERTIFICATE|PUBLIC KEY|REQUEST|SIGNATURE|MESSAGE|CRL|PARAMETERS|PKCS7|CMS)/;
/** How a key begins in base64: PKCS #1 and #8 of RSA, PKCS #8 and SEC 1 of EC, Ed25519, OpenSSH. */
const START =
  /(?<![A-Za-z0-9+/])(?:MII[\w+/]{3}IBA(?:AK|DANBg)|MI[GH][\w+/]AgE[AB]|MHcCAQEE|MC4CAQAwBQYDK2Vw|b3BlbnNzaC1rZXktdjE)[\w+/]{8,}={0,2}/g;
/** Less is no line of a key, but for its last. */
const LEAST = 40;

/** What a line is to a key that stands in several lines. */
export type Role = 'begin' | 'end' | 'public' | 'base64' | 'other';

/**
 * Finds what of a private key stands in the line. Says `begin` or `end` where the rest may stand in lines around it, and
 * `base64` where the line may be a piece of one.
 */
export function findKeyBlock(line: string, spans: Span[]): Role {
  const hasMarker = line.includes('-----');
  const hasBase64 = hasBase64Run(line, LEAST);
  const role = hasMarker ? findMarked(line, spans) : 'other';
  if (role !== 'other') return role;
  if (hasBase64 && findStarts(line, spans)) return 'begin';
  if (hasMarker && PUBLIC_MARKER.test(line)) return 'public';
  return hasBase64 ? 'base64' : 'other';
}

function findMarked(line: string, spans: Span[]): Role {
  let unpaired: 'BEGIN' | 'END' | undefined;
  let done = 0;
  for (const { index, 0: marker, 1: side } of matchesOf(MARKER, line)) {
    const end = index + marker.length;
    if (side === 'BEGIN') {
      add(line, end, endOfBody(line, end), spans);
      unpaired = 'BEGIN';
    } else {
      add(line, unpaired === 'BEGIN' ? done : startOfBody(line, index), index, spans);
      unpaired = unpaired === 'BEGIN' ? undefined : 'END';
    }
    done = end;
  }
  return unpaired === 'BEGIN' ? 'begin' : unpaired === 'END' ? 'end' : 'other';
}

function findStarts(line: string, spans: Span[]): boolean {
  let done = 0;
  for (const { index, 0: text } of matchesOf(START, line)) {
    if (index < done) continue;
    done = endOfBody(line, index + text.length);
    add(line, index, done, spans);
  }
  return done > 0;
}

const NOTHING = /^(?:\s|\\+[nr])*(?:\[redacted: private key\](?:\s|\\+[nr])*)?$/;

function add(line: string, start: number, end: number, spans: Span[]): void {
  if (end <= start || (end - start < 64 && NOTHING.test(line.slice(start, end)))) return;
  spans.push({ start, end, kind: 'private key' });
}

/** Pieces of base64 and the headers of old formats, between ends of lines, escaped or not; the last may be short. */
const BODY =
  /(?:(?:\\+[nr]|[\s"',])*(?:[A-Za-z0-9+/]{16,}={0,2}|(?:Proc-Type|DEK-Info|Comment|Version): [\w,. -]{1,80}))+(?:(?:\\+[nr]|\s)*[A-Za-z0-9+/=]{1,64}(?=\\|\s*$))?/y;

function endOfBody(line: string, from: number): number {
  BODY.lastIndex = from;
  return BODY.test(line) ? BODY.lastIndex : from;
}

/** Goes back from the end's marker over pieces of base64; the one next to it may be short. */
function startOfBody(line: string, marker: number): number {
  let start = marker;
  let at = marker;
  for (let pieces = 0; ; pieces += 1) {
    const end = backOver(line, at, /[\s"',]/);
    const begin = backOver(line, end, /[A-Za-z0-9+/=\\]/);
    const isShort = end - begin < 16;
    if (begin === end || (isShort && pieces > 0)) return start;
    if (!isShort || begin === 0) start = begin;
    at = begin;
  }
}

function backOver(line: string, from: number, characters: RegExp): number {
  let at = from;
  while (at > 0 && characters.test(line.charAt(at - 1))) at -= 1;
  return at;
}
