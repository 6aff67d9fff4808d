import { MistakeError, type Place } from './mistake.ts';
import { suggest } from './nearest.ts';
import { fold, type Piece } from './pieces.ts';
import { goesOn } from './times.ts';

/** What stands behind a command's verb. */
export interface Typed {
  readonly pieces: readonly Piece[];
  /** Behind the text: the place of what is missing. */
  readonly end: Place;
  /** The ids of those whom Slack names in it, by what stands there: `@name`. */
  readonly mentions?: ReadonlyMap<string, string>;
}

/** What a command takes beside its words. */
interface Takes {
  /** `limit:50`; without their colons. */
  readonly options?: readonly string[];
  /** Bare words such as `count`. In quotes they are words like any other. */
  readonly flags?: readonly string[];
  /** `hostName=ecs-1` */
  readonly labels?: true;
}

/** What was typed, sorted; each kind in the order in which it was typed. */
export interface Arguments {
  readonly words: readonly Piece[];
  readonly options: ReadonlyMap<string, Piece>;
  readonly flags: ReadonlySet<string>;
  readonly labels: ReadonlyMap<string, Piece>;
}

/** @throws MistakeError for an option that the command does not take, and for anything given twice */
export function readArguments(pieces: readonly Piece[], takes: Takes): Arguments {
  const words: Piece[] = [];
  const options = new Map<string, Piece>();
  const flags = new Map<string, Piece>();
  const labels = new Map<string, Piece>();
  const kinds = { option: options, flag: flags, label: labels };
  let next = 0;
  for (const [index, piece] of pieces.entries()) {
    if (index < next) continue;
    const setting = readSetting(pieces, index, piece, takes);
    next = setting?.next ?? index + 1;
    if (!setting) words.push(piece);
    else setOnce(kinds[setting.kind], setting, piece);
  }
  return { words, options, flags: new Set(flags.keys()), labels };
}

interface Setting {
  readonly kind: 'option' | 'flag' | 'label';
  readonly name: string;
  readonly value: Piece;
  /** The piece to go on with. */
  readonly next: number;
}

function setOnce(settings: Map<string, Piece>, { name, value }: Setting, { start }: Place): void {
  if (settings.has(name))
    throw new MistakeError({ kind: 'given_twice', given: name }, { start, end: value.end });
  settings.set(name, value);
}

/** Undefined for a word: a URL, `ERROR:`, and whatever is in quotes are words. */
function readSetting(
  pieces: readonly Piece[],
  index: number,
  piece: Piece,
  { options = [], flags = [], labels }: Takes,
): Setting | undefined {
  if (piece.quoted) return undefined;
  const flag = fold(piece.text);
  if (flags.includes(flag)) return { kind: 'flag', name: flag, value: piece, next: index + 1 };
  const [sign, label] = (labels && /^([A-Za-z_][\w.-]*)[=＝]/.exec(piece.text)) ?? [];
  if (sign && label) {
    const value = readValue(pieces, index, piece, sign.length);
    return value.text ? { kind: 'label', name: label, value, next: value.next } : undefined;
  }
  return options.length > 0 ? readOption(pieces, index, piece, options) : undefined;
}

function readOption(
  pieces: readonly Piece[],
  index: number,
  piece: Piece,
  known: readonly string[],
): Setting | undefined {
  const [sign, typed] = /^([A-Za-zＡ-Ｚａ-ｚ]+)[:：](?!\/\/)/.exec(piece.text) ?? [];
  if (!sign || !typed) return undefined;
  const name = fold(typed);
  const value = readValue(pieces, index, piece, sign.length);
  if (known.includes(name)) return { kind: 'option', name, ...goOn(pieces, value) };
  // A full-width colon is punctuation of a sentence, and what nothing follows is none of ours.
  if (!value.text || sign.endsWith('：')) return undefined;
  const place = { start: piece.start, end: value.end };
  throw new MistakeError(
    { kind: 'unknown_option', given: piece.text, known, ...suggest(name, known) },
    place,
  );
}

interface Value extends Piece {
  readonly next: number;
}

/** What stands behind a sign: the rest of the piece, or the quoted piece that adjoins it. */
function readValue(pieces: readonly Piece[], index: number, piece: Piece, length: number): Value {
  const start = piece.start + length;
  const quoted = pieces[index + 1];
  if (start === piece.end && quoted?.quoted && quoted.start === start) {
    return { ...quoted, next: index + 2 };
  }
  return { text: piece.text.slice(length), quoted: false, start, end: piece.end, next: index + 1 };
}

/** `from:yesterday 09:00` needs no quotes. */
function goOn(pieces: readonly Piece[], value: Value): { value: Piece; next: number } {
  const clock = pieces[value.next];
  if (value.quoted || !clock || clock.quoted || !goesOn(value.text, clock.text))
    return { value, next: value.next };
  const text = `${value.text} ${clock.text}`;
  return { value: { text, quoted: false, start: value.start, end: clock.end }, next: value.next + 1 };
}

export function expectNoMore([next]: readonly Piece[]): void {
  if (next) throw new MistakeError({ kind: 'nothing_expected', given: next.text }, next);
}
