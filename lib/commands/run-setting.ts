import { assertNever } from '../errors.ts';
import type { SettingsChange } from './channel-settings.ts';
import type { Command, UseCommand } from './command.ts';
import { findSource } from './lts-sources.ts';
import type { RunContext } from './run.ts';
import { findTyped } from './run-search.ts';
import { writeOnce } from './write-once.ts';
import type { AnswersResult, SourceResult, UseResult, WriteResult } from './write-result.ts';

type SettingCommand = Extract<Command, { kind: 'use' | 'source' | 'answers' }>;

/** What everybody in the channel has set for them: shown, or changed. `source` is the channel's present one. */
export async function runSetting(
  command: SettingCommand,
  source: string,
  context: RunContext,
): Promise<WriteResult> {
  const { settings, audit, journal } = context;
  audit.note({ source });
  if (journal.past.written) return journal.past.written;
  switch (command.kind) {
    case 'use':
      return runUse(command, source, context);
    case 'source':
      return runSource(command.name, source, context);
    case 'answers': {
      const { visibility = settings.visibility } = command;
      const isChanged = command.visibility !== undefined;
      const result: AnswersResult = { kind: 'answers', visibility, isChanged };
      return isChanged ? change(context, source, { visibility }, result) : result;
    }
    default:
      return assertNever(command);
  }
}

/** As once as a write: a repeat gives the first answer, and takes back nothing that somebody has set since. */
function change(
  context: RunContext,
  source: string,
  wanted: SettingsChange,
  result: UseResult | SourceResult | AnswersResult,
): Promise<WriteResult> {
  return writeOnce(context, source, async (write) => {
    await write.begins();
    await context.channel.change(wanted);
    return result;
  });
}

async function runUse({ target }: UseCommand, source: string, context: RunContext): Promise<WriteResult> {
  const { settings } = context;
  if (target === undefined) {
    return { kind: 'use', isChanged: false, ...(settings.stream && { stream: settings.stream }) };
  }
  if (target === 'none') {
    return change(context, source, { stream: undefined }, { kind: 'use', isChanged: true });
  }
  const stream = await findTyped(source, target, context);
  const { groupName: group, streamName } = stream;
  findSource(context.sources, source).expectAllowed('settings', { group, stream: streamName });
  return change(context, source, { stream }, { kind: 'use', isChanged: true, stream });
}

async function runSource(
  name: string | undefined,
  source: string,
  context: RunContext,
): Promise<WriteResult> {
  const { sources, settings, audit } = context;
  const known = [...sources.keys()];
  if (name === undefined) return { kind: 'source', name: source, known, isChanged: false };
  findSource(sources, name).expectAllowed('settings', {});
  audit.note({ detail: { setTo: name } });
  // A default stream of another source would answer for the one that was just chosen.
  const cleared = settings.stream && settings.stream.source !== name ? settings.stream : undefined;
  const wanted = { source: name, ...(cleared && { stream: undefined }) };
  // Whoever may not read it is not told its name.
  const isSeen = cleared && sources.get(cleared.source)?.mayRead(cleared);
  const result: SourceResult = {
    kind: 'source',
    name,
    known,
    isChanged: true,
    ...(isSeen && { cleared }),
  };
  return change(context, source, wanted, result);
}
