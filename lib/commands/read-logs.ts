import { type Arguments, readArguments, type Typed } from './arguments.ts';
import type { LogsCommand } from './command.ts';
import { latestLines } from './latest-lines.ts';
import { MistakeError } from './mistake.ts';
import { joinWords, type Piece } from './pieces.ts';
import { joinFirst, splitTarget, toTypedStream } from './targets.ts';
import type { Moment } from './times.ts';
import { expectValue, readLimit, readOrder } from './values.ts';
import { readWindow } from './window.ts';
import { searchedWords, toKeywords } from './words.ts';

/** Words and labels as the JSON that a button carries, beside ids, names and cursors; its value holds 2,000. */
export const MAX_FILTER = 1_300;

const TAKES = {
  options: ['since', 'from', 'to', 'limit', 'order'],
  flags: ['count'],
  labels: true,
} as const;

/**
 * `logs [GROUP/STREAM] [words or "phrases"] [label=value …] [since:15m | from:… to:…] [limit:50] [order:newest|oldest]
 * [count]`. The first word is the target if it can be one; options, labels and `count` may stand before it.
 */
export function readLogs(typed: Typed, moment: Moment): LogsCommand {
  const given = readArguments(typed.pieces, TAKES);
  const [first, ...rest] = joinFirst(given.words);
  const target = first && splitTarget(first);
  const limit = expectValue(given.options, 'limit');
  const order = expectValue(given.options, 'order');
  return {
    kind: 'logs',
    ...(target && { target: toTypedStream(target) }),
    search: {
      ...latestLines(moment.receivedAt),
      ...readFilter(target ? rest : given.words, given.labels),
      ...readWindow(given.options, typed.end, moment),
      ...(limit && { limit: readLimit(limit) }),
      ...(order && { order: readOrder(order) }),
      isCounted: given.flags.has('count'),
    },
  };
}

function readFilter(pieces: readonly Piece[], labelled: Arguments['labels']) {
  for (const piece of pieces) if (!piece.quoted) checkWildcards(piece);
  const words = joinWords(pieces);
  const [first, last] = [pieces[0], pieces.at(-1)];
  // LTS would find every line, which is not what was asked for.
  if (first && last && toKeywords(words) === '') {
    throw new MistakeError(
      { kind: 'nothing_to_search', given: words },
      { start: first.start, end: last.end },
    );
  }
  const labels = Array.from(labelled, ([name, { text }]) => [name, text] as const);
  if (JSON.stringify([words, labels]).length > MAX_FILTER) {
    const all = [...pieces, ...labelled.values()].toSorted((one, other) => one.start - other.start);
    throw new MistakeError({ kind: 'too_long' }, { start: all[0]?.start ?? 0, end: all.at(-1)?.end ?? 0 });
  }
  return { words, labels: Object.fromEntries(labels) };
}

/** LTS refuses a wildcard in front of a word (LTS.0301). In quotes it is none. */
function checkWildcards({ text, start }: Piece): void {
  const bad = searchedWords(text).find(({ word }) => /^[*?]/.test(word));
  if (!bad) return;
  const from = start + bad.at;
  const place = { start: from, end: from + bad.word.length };
  throw new MistakeError({ kind: 'wildcard_first', given: bad.word }, place);
}
