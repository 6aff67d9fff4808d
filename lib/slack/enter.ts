import type { Gate } from '../access/gate.ts';
import { guardSources } from '../access/guard.ts';
import { expectAtAll, purposeOf } from '../access/verbs.ts';
import type { PersonalAccess } from '../commands/access.ts';
import type { Ask } from '../commands/ask.ts';
import type { ChannelSettings } from '../commands/channel-settings.ts';
import type { Past } from '../commands/journal.ts';
import type { GuardedSources, LtsSources } from '../commands/lts-sources.ts';
import { NotAllowedError } from '../commands/not-allowed.ts';

export interface EnterContext {
  readonly gate: Gate;
  /** Of all people: only `enter` gives what a job may use. */
  readonly sources: LtsSources;
}

/**
 * The one way in: gives the LTS projects as the person may use them for this command or click, and nothing else leads
 * to LTS.
 *
 * @throws NotAllowedError for what they may do nowhere; for a write that was begun, only the write itself can say it
 */
export function enter(
  command: Ask,
  access: PersonalAccess,
  { sources }: Pick<EnterContext, 'sources'>,
  { isWriteOpen, written }: Past,
): GuardedSources {
  if (!isWriteOpen && !written) expectAtAll(command, access);
  return guardSources(sources, access, purposeOf(command));
}

/** The same for another person, who asked for what is approved now: as they may use them at this moment. */
export async function enterAs(
  person: Parameters<Gate['accessOf']>[0],
  { gate, sources }: EnterContext,
): Promise<{ readonly access: PersonalAccess; readonly sources: GuardedSources }> {
  const access = await gate.accessOf(person);
  return { access, sources: guardSources(sources, access, 'read') };
}

/**
 * A channel's settings as the person may see them. A stream that they may not read is not there for them.
 *
 * @throws NotAllowedError for a project that they may not read: to search or change another one would be wrong
 */
export function settingsSeen(
  settings: ChannelSettings,
  command: Ask,
  access: PersonalAccess,
  sources: GuardedSources,
): ChannelSettings {
  const { source, stream, ...others } = settings;
  // What is set anew is set whatever was there before.
  if (command.kind === 'answers' || (command.kind === 'source' && command.name !== undefined))
    return settings;
  if (source !== undefined && !sources.has(source) && !access.readsAll) throw new NotAllowedError('read');
  const isSeen = stream && sources.get(stream.source)?.mayRead(stream);
  return { ...others, ...(source !== undefined && { source }), ...(isSeen && { stream }) };
}
