import { expectNoMore, type Typed } from './arguments.ts';
import type { Command } from './command.ts';
import { MistakeError } from './mistake.ts';
import { fold } from './pieces.ts';
import { expectTarget, joinFirst, toTypedStream } from './targets.ts';

/** `use [GROUP/STREAM|none]` */
export function readUse({ pieces, end }: Typed): Command {
  const [first, ...rest] = joinFirst(pieces);
  if (!first) return { kind: 'use' };
  const isNone = !first.quoted && fold(first.text) === 'none';
  const target = isNone ? 'none' : toTypedStream(expectTarget(first, end));
  expectNoMore(rest);
  return { kind: 'use', target };
}

/** `source [NAME]`. Names are of lower-case letters (`lib/sources.ts`). */
export function readSource({ pieces: [name, ...rest] }: Typed): Command {
  expectNoMore(rest);
  return { kind: 'source', ...(name && { name: fold(name.text) }) };
}

/** `answers [public|private]` */
export function readAnswers({ pieces: [typed, ...rest] }: Typed): Command {
  if (!typed) return { kind: 'answers' };
  const visibility = fold(typed.text);
  if (visibility !== 'public' && visibility !== 'private') {
    throw new MistakeError({ kind: 'bad_visibility', given: typed.text }, typed);
  }
  expectNoMore(rest);
  return { kind: 'answers', visibility };
}
