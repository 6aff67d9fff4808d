import { assertNever } from '../errors.ts';
import type { Command, UseCommand } from './command.ts';
import { findSource } from './lts-sources.ts';
import type { AnswersResult, SourceResult, UseResult } from './result.ts';
import type { RunContext } from './run.ts';
import { findTyped } from './run-search.ts';

type SettingCommand = Extract<Command, { kind: 'use' | 'source' | 'answers' }>;

/** What everybody in the channel has set for them: shown, or changed. `source` is the channel's present one. */
export async function runSetting(
  command: SettingCommand,
  source: string,
  context: RunContext,
): Promise<UseResult | SourceResult | AnswersResult> {
  const { channel, settings } = context;
  switch (command.kind) {
    case 'use':
      return runUse(command, source, context);
    case 'source':
      return runSource(command.name, source, context);
    case 'answers': {
      const { visibility = settings.visibility } = command;
      const isChanged = command.visibility !== undefined;
      if (isChanged) await channel.change({ visibility });
      return { kind: 'answers', visibility, isChanged };
    }
    default:
      return assertNever(command);
  }
}

async function runUse({ target }: UseCommand, source: string, context: RunContext): Promise<UseResult> {
  const { channel, settings } = context;
  if (target === undefined) {
    return { kind: 'use', isChanged: false, ...(settings.stream && { stream: settings.stream }) };
  }
  if (target === 'none') {
    await channel.change({ stream: undefined });
    return { kind: 'use', isChanged: true };
  }
  const stream = await findTyped(source, target, context);
  const { groupName: group, streamName } = stream;
  findSource(context.sources, source).expectAllowed('settings', { group, stream: streamName });
  await channel.change({ stream });
  return { kind: 'use', isChanged: true, stream };
}

async function runSource(
  name: string | undefined,
  source: string,
  { sources, channel, settings }: RunContext,
): Promise<SourceResult> {
  const known = [...sources.keys()];
  if (name === undefined) return { kind: 'source', name: source, known, isChanged: false };
  findSource(sources, name).expectAllowed('settings', {});
  // A default stream of another source would answer for the one that was just chosen.
  const cleared = settings.stream && settings.stream.source !== name ? settings.stream : undefined;
  await channel.change({ source: name, ...(cleared && { stream: undefined }) });
  // Whoever may not read it is not told its name.
  const isSeen = cleared && sources.get(cleared.source)?.mayRead(cleared);
  return { kind: 'source', name, known, isChanged: true, ...(isSeen && { cleared }) };
}
