import { expectNoMore, readArguments, type Typed } from './arguments.ts';
import type { Command } from './command.ts';
import { MistakeError } from './mistake.ts';
import { suggest } from './nearest.ts';
import { fold } from './pieces.ts';
import { expectTarget, joinFirst, toTypedStream } from './targets.ts';
import { DEFAULT_RETENTION_DAYS, expectValue, readGroupName, readName, readRetention } from './values.ts';

type Read = (typed: Typed) => Command;

/** `group create` alone for its form, `group create NAME [ttl:7]`, `group delete NAME` */
export function readGroup(typed: Typed): Command {
  return readAction(typed, 'group', { create: readCreateGroup, delete: readDeleteGroup });
}

/** `stream create` alone for its form, `stream create GROUP/STREAM [ttl:30] [project:NAME]`, `stream delete GROUP/STREAM` */
export function readStream(typed: Typed): Command {
  return readAction(typed, 'stream', { create: readCreateStream, delete: readDeleteStream });
}

function readAction(
  { pieces: [action, ...pieces], end }: Typed,
  verb: 'group' | 'stream',
  actions: { readonly create: Read; readonly delete: Read },
): Command {
  const typed = { pieces, end };
  const given = action?.text ?? '';
  const name = fold(given);
  if (name === 'create') return actions.create(typed);
  if (name === 'delete') return actions.delete(typed);
  const known = Object.keys(actions);
  const place = action ?? end;
  throw new MistakeError({ kind: 'action_expected', verb, given, known, ...suggest(given, known) }, place);
}

function readCreateGroup({ pieces, end }: Typed): Command {
  if (pieces.length === 0) return { kind: 'open_form', form: 'create_group' };
  const { words, options } = readArguments(pieces, { options: ['ttl'] });
  const [name, ...rest] = words;
  if (!name) throw new MistakeError({ kind: 'name_expected', what: 'group' }, end);
  expectNoMore(rest);
  const ttl = expectValue(options, 'ttl');
  return {
    kind: 'create_group',
    name: readGroupName(name),
    retentionDays: ttl ? readRetention(ttl) : DEFAULT_RETENTION_DAYS,
  };
}

function readDeleteGroup({ pieces: [name, ...rest], end }: Typed): Command {
  if (!name) throw new MistakeError({ kind: 'group_expected' }, end);
  expectNoMore(rest);
  return { kind: 'delete_group', group: name.text };
}

function readCreateStream({ pieces, end }: Typed): Command {
  if (pieces.length === 0) return { kind: 'open_form', form: 'create_stream' };
  const { words, options } = readArguments(pieces, { options: ['ttl', 'project'] });
  const [name, ...rest] = joinFirst(words);
  if (!name) throw new MistakeError({ kind: 'name_expected', what: 'stream' }, end);
  const { group, stream } = expectTarget(name, end);
  expectNoMore(rest);
  const ttl = expectValue(options, 'ttl');
  const project = expectValue(options, 'project');
  return {
    kind: 'create_stream',
    group: group.text,
    name: readName(stream),
    ...(ttl && { retentionDays: readRetention(ttl) }),
    ...(project && { enterpriseProject: readName(project) }),
  };
}

function readDeleteStream({ pieces, end }: Typed): Command {
  const [name, ...rest] = joinFirst(pieces);
  const target = expectTarget(name, end);
  expectNoMore(rest);
  return { kind: 'delete_stream', ...toTypedStream(target) };
}
