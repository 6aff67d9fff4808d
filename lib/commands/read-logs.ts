import { readArguments, type Typed } from './arguments.ts';
import type { LogsCommand } from './command.ts';
import { latestLines } from './latest-lines.ts';
import { MistakeError } from './mistake.ts';
import type { Piece } from './pieces.ts';
import { readFilter } from './read-filter.ts';
import { joinFirst, splitTarget, toTypedStream } from './targets.ts';
import type { Moment } from './times.ts';
import { expectValue, readLimit, readOrder } from './values.ts';
import { readWindow } from './window.ts';

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

/** Whether what a form takes for a word is one behind `logs` too: no option, no label, and not `count`. */
export function isWordBehindLogs(piece: Piece): boolean {
  try {
    return readArguments([piece], TAKES).words.length > 0;
  } catch (error) {
    if (error instanceof MistakeError) return false;
    throw error;
  }
}
