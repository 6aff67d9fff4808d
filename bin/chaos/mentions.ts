import type { Step } from './step.ts';

/** What is answered in the thread of a mention, and names in its answer what it is of. */
const PUBLIC_KINDS: readonly string[] = ['logs', 'group create', 'stream create', 'transfer'];

/** The same, asked by the bot's name in a message where the bot reads it; undefined where that is not done. */
export function askByName(step: Step): Step | undefined {
  const { deed, kind, channel } = step;
  if (deed.kind !== 'typed' || !PUBLIC_KINDS.includes(kind) || !channel.botIsMember) return undefined;
  return { ...step, deed: { kind: 'mentioned', text: deed.text }, mayBePublic: true };
}
