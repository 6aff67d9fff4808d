import { expectNoMore, readArguments, type Typed } from './arguments.ts';
import type { OpenFormCommand, TransferCommand } from './command.ts';
import { MistakeError, type Place } from './mistake.ts';
import { type Piece, partOf } from './pieces.ts';
import { expectTarget, joinFirst } from './targets.ts';
import { DEFAULT_FORMAT, expectValue, readBucket, readFormat, readPeriod, readPrefix } from './values.ts';

const TAKES = { options: ['bucket', 'every', 'format', 'prefix', 'dir'], flags: ['off'] } as const;

/** `transfer` alone for its form, else `transfer GROUP/STREAM[,STREAM…] bucket:NAME every:5min [format:RAW|JSON] [prefix:…] [dir:…] [off]` */
export function readTransfer({ pieces, end }: Typed): TransferCommand | OpenFormCommand {
  if (pieces.length === 0) return { kind: 'open_form', form: 'transfer' };
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
    format: format ? readFormat(format) : DEFAULT_FORMAT,
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
