import { DUMP_PERIODS, type NewDump } from '../lts/dump-call.ts';
import { expectNoMore, readArguments, type Typed } from './arguments.ts';
import type { TransferCommand } from './command.ts';
import { MistakeError, type Place } from './mistake.ts';
import { fold, type Piece, partOf } from './pieces.ts';
import { expectTarget, joinFirst } from './targets.ts';
import { expectValue, isWithin } from './values.ts';

const TAKES = { options: ['bucket', 'every', 'format', 'prefix', 'dir'], flags: ['off'] } as const;

/** API reference, 5.4.1, table 5-58. It says of none of these which characters they may hold. */
const BUCKET = [3, 63] as const;
const MAX_PREFIX = 64;

/** `transfer GROUP/STREAM[,STREAM…] bucket:NAME every:5min [format:RAW|JSON] [prefix:…] [dir:…] [off]` */
export function readTransfer({ pieces, end }: Typed): TransferCommand {
  const { words, options, flags } = readArguments(pieces, TAKES);
  const [target, ...rest] = joinFirst(words, true);
  const { group, stream } = expectTarget(target, end);
  expectNoMore(rest);
  const format = expectValue(options, 'format');
  const prefix = expectValue(options, 'prefix');
  const directory = expectValue(options, 'dir');
  return {
    kind: 'transfer',
    group: group.text,
    streams: readStreams(stream),
    bucket: readBucket(expectOption(options, 'bucket', end)),
    every: readPeriod(expectOption(options, 'every', end)),
    // RAW is the default that table 5-58 names.
    format: format ? readFormat(format) : 'RAW',
    isOn: !flags.has('off'),
    ...(prefix && { prefix: readPrefix(prefix) }),
    ...(directory && { directory: readPrefix(directory) }),
  };
}

/** Parted by commas; each a name or an id, and none twice. */
function readStreams(list: Piece): string[] {
  const names = new Set<string>();
  let from = 0;
  for (const { length } of list.text.split(/[,，]/)) {
    const stream = partOf(list, from, from + length);
    if (!stream.text) throw new MistakeError({ kind: 'stream_expected', given: '' }, stream);
    if (names.has(stream.text)) throw new MistakeError({ kind: 'given_twice', given: stream.text }, stream);
    names.add(stream.text);
    from += length + 1;
  }
  return [...names];
}

function expectOption(options: ReadonlyMap<string, Piece>, option: 'bucket' | 'every', end: Place): Piece {
  const value = expectValue(options, option);
  if (!value) throw new MistakeError({ kind: 'option_expected', option }, end);
  return value;
}

function readBucket(value: Piece): string {
  const name = value.text.normalize('NFKC');
  if (isWithin(name, ...BUCKET)) return name;
  throw new MistakeError({ kind: 'bad_bucket', given: value.text }, value);
}

function readPeriod(value: Piece): NewDump['every'] {
  const typed = fold(value.text);
  if (isPeriod(typed)) return typed;
  throw new MistakeError({ kind: 'bad_period', given: value.text, known: Object.keys(DUMP_PERIODS) }, value);
}

function isPeriod(text: string): text is NewDump['every'] {
  return Object.hasOwn(DUMP_PERIODS, text);
}

function readFormat(value: Piece): NewDump['format'] {
  const format = fold(value.text);
  if (format === 'raw') return 'RAW';
  if (format === 'json') return 'JSON';
  throw new MistakeError({ kind: 'bad_format', given: value.text }, value);
}

/** Of file names, or of folders. */
function readPrefix(value: Piece): string {
  if (isWithin(value.text, 1, MAX_PREFIX)) return value.text;
  throw new MistakeError({ kind: 'bad_prefix', given: value.text }, value);
}
