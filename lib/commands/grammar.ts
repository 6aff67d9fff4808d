import { expectNoMore, readArguments, type Typed } from './arguments.ts';
import type { Command } from './command.ts';
import { HELP_TOPICS } from './help-topics.ts';
import { MistakeError } from './mistake.ts';
import { suggest } from './nearest.ts';
import { fold, splitWords } from './pieces.ts';
import { readAudit } from './read-audit.ts';
import { readGroup, readStream } from './read-create.ts';
import { readLogs } from './read-logs.ts';
import { readAnswers, readSource, readUse } from './read-settings.ts';
import { readTransfer } from './read-transfer.ts';
import type { Moment } from './times.ts';
import { mentionsIn, plainText } from './words.ts';

type Read = (typed: Typed, moment: Moment) => Command;

const READERS: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['help', readHelp],
  ['groups', readGroups],
  ['streams', readStreams],
  ['logs', readLogs],
  ['group', readGroup],
  ['stream', readStream],
  ['transfer', readTransfer],
  ['use', readUse],
  ['source', readSource],
  ['answers', readAnswers],
  ['audit', readAudit],
  ['search', readSearch],
]);

/**
 * Reads what was typed after the slash command, as Slack sends it. Nothing alone asks for help.
 * @throws MistakeError that names what is wrong, and its place in `plainText(text)`; nothing is guessed.
 */
export function parseCommand(text: string, moment: Moment): Command {
  const plain = plainText(text);
  const [verb, ...pieces] = splitWords(plain);
  if (!verb) return { kind: 'help' };
  const read = READERS.get(fold(verb.text));
  const end = { start: plain.length, end: plain.length };
  if (read) return read({ pieces, end, mentions: mentionsIn(text) }, moment);
  const nearest = suggest(verb.text, [...READERS.keys()]);
  throw new MistakeError({ kind: 'unknown_command', given: verb.text, ...nearest }, verb);
}

/** `help [logs|times|create|transfer|settings]` */
function readHelp({ pieces: [typed, ...rest] }: Typed): Command {
  if (!typed) return { kind: 'help' };
  const topic = HELP_TOPICS.find((known) => known === fold(typed.text));
  if (topic === undefined) {
    const { text: given } = typed;
    const nearest = suggest(given, HELP_TOPICS);
    throw new MistakeError({ kind: 'unknown_topic', given, known: HELP_TOPICS, ...nearest }, typed);
  }
  expectNoMore(rest);
  return { kind: 'help', topic };
}

/** `groups [ids]` */
function readGroups({ pieces }: Typed): Command {
  const { words, flags } = readArguments(pieces, { flags: ['ids'] });
  expectNoMore(words);
  return { kind: 'groups', withIds: flags.has('ids') };
}

/** `search` */
function readSearch({ pieces }: Typed): Command {
  expectNoMore(pieces);
  return { kind: 'open_search' };
}

/** `streams GROUP [ids]` */
function readStreams({ pieces, end }: Typed): Command {
  const { words, flags } = readArguments(pieces, { flags: ['ids'] });
  const [group, ...rest] = words;
  if (!group) throw new MistakeError({ kind: 'group_expected' }, end);
  expectNoMore(rest);
  return { kind: 'streams', group: group.text, withIds: flags.has('ids') };
}
