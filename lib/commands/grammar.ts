import { assertNever } from '../errors.ts';
import type { Command, LogsCommand } from './command.ts';
import { parseDuration } from './duration.ts';
import { MistakeError } from './mistake.ts';
import { joinWords, type Piece, plainText, searchedWords, splitWords } from './words.ts';

/** A page shows fewer where the lines are long: a message holds about 10,000 characters. */
const MAX_LIMIT = 200;
const DEFAULT_LIMIT = 50;
/** Words and labels as the JSON that a button carries, beside ids, names and cursors; its value holds 2,000. */
const MAX_FILTER = 1_400;
const DEFAULT_SINCE = '15m';

const VERBS = ['help', 'groups', 'streams', 'logs'] as const;

/**
 * Reads what was typed after the slash command. Times are relative to `receivedAt`, in milliseconds.
 * @throws MistakeError that names what is wrong; nothing is guessed.
 */
export function parseCommand(text: string, receivedAt: number): Command {
  const [first, ...rest] = splitWords(plainText(text));
  const verb = VERBS.find((known) => known === (first?.text.toLowerCase() ?? 'help'));
  switch (verb) {
    case 'help':
      return { kind: 'help' };
    case 'groups':
      expectNoMore(rest);
      return { kind: 'groups' };
    case 'streams':
      return parseStreams(rest);
    case 'logs':
      return parseLogs(rest, receivedAt);
    case undefined:
      throw new MistakeError({ kind: 'unknown_command', given: first?.text ?? '' });
    default:
      return assertNever(verb);
  }
}

function parseStreams([group, ...rest]: readonly Piece[]): Command {
  if (!group) throw new MistakeError({ kind: 'group_expected' });
  expectNoMore(rest);
  return { kind: 'streams', group: group.text };
}

function parseLogs([target, ...rest]: readonly Piece[], receivedAt: number): LogsCommand {
  const words: Piece[] = [];
  const labels = new Map<string, string>();
  const options = new Map<string, string>();
  for (const piece of rest) {
    const setting = readSetting(piece);
    if (!setting) words.push(checkWord(piece));
    else setOnce(setting.kind === 'label' ? labels : options, setting.name, setting.value);
  }
  const filter = { words: joinWords(words), labels: Object.fromEntries(labels) };
  if (JSON.stringify([filter.words, [...labels]]).length > MAX_FILTER)
    throw new MistakeError({ kind: 'too_long' });
  return {
    kind: 'logs',
    ...parseTarget(target),
    search: {
      start: receivedAt - parseDuration(options.get('since') ?? DEFAULT_SINCE),
      end: receivedAt,
      ...filter,
      order: parseOrder(options.get('order') ?? 'newest'),
      limit: parseLimit(options.get('limit') ?? String(DEFAULT_LIMIT)),
    },
  };
}

interface Setting {
  readonly kind: 'label' | 'option';
  readonly name: string;
  readonly value: string;
}

/** `since:1h`, `hostName=ecs-1` or `level="a b"`. A URL, `ERROR:` and whatever is in quotes are words. */
function readSetting({ text, quoted, name: label }: Piece): Setting | undefined {
  if (label !== undefined) return { kind: 'label', name: label, value: text };
  if (quoted) return undefined;
  const [, labelName, labelValue] = /^([A-Za-z_][\w.-]*)=(.+)$/.exec(text) ?? [];
  if (labelName && labelValue) return { kind: 'label', name: labelName, value: labelValue };
  const [, name = '', value = ''] = /^([A-Za-z]+)[:：](?!\/\/)(.*)$/.exec(text) ?? [];
  if (OPTIONS.has(name.toLowerCase()))
    return { kind: 'option', name: name.toLowerCase(), value: toAscii(value) };
  if (name && value && text.includes(':')) throw new MistakeError({ kind: 'unknown_option', given: text });
  return undefined;
}

const OPTIONS = new Set(['since', 'limit', 'order']);

/** A Chinese keyboard types full-width digits and letters. */
function toAscii(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function setOnce(settings: Map<string, string>, name: string, value: string): void {
  if (settings.has(name)) throw new MistakeError({ kind: 'given_twice', given: name });
  settings.set(name, value);
}

function parseTarget(target: Piece | undefined): Pick<LogsCommand, 'group' | 'stream'> {
  const given = target?.text ?? '';
  const slash = given.indexOf('/');
  const group = given.slice(0, slash).trim();
  const stream = given.slice(slash + 1).trim();
  if (slash < 0 || !group || !stream) throw new MistakeError({ kind: 'stream_expected', given });
  return { group, stream };
}

function parseOrder(given: string): 'newest' | 'oldest' {
  if (given === 'newest' || given === 'oldest') return given;
  throw new MistakeError({ kind: 'bad_order', given });
}

function parseLimit(given: string): number {
  const limit = /^\d{1,4}$/.test(given) ? Number(given) : 0;
  if (limit < 1 || limit > MAX_LIMIT) throw new MistakeError({ kind: 'bad_limit', given, max: MAX_LIMIT });
  return limit;
}

/** LTS refuses a wildcard in front of a word (LTS.0301). In quotes it is none. */
function checkWord(piece: Piece): Piece {
  const bad = piece.quoted ? undefined : searchedWords(piece.text).find((word) => /^[*?]/.test(word));
  if (bad !== undefined) throw new MistakeError({ kind: 'wildcard_first', given: bad });
  return piece;
}

function expectNoMore([next]: readonly Piece[]): void {
  if (next) throw new MistakeError({ kind: 'nothing_expected', given: next.text });
}
