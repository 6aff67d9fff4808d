import type { Named } from '../commands/search-form.ts';
import { LIMITS } from './limits.ts';
import { showText } from './log-text.ts';
import { showName } from './names.ts';

/**
 * Values of the options of a form's selects. Beside the ids they hold the names, as they are shown, so that a form can
 * be searched, and shown again, without asking LTS. `lib/commands/stream-choice.ts` reads them.
 */

export function writeGroup({ id, name }: Named): string {
  return withName(id, showName(name, id));
}

export function writeStream(groupId: string, { id, name }: Named): string {
  return withName(`${groupId} ${id}`, showName(name, id));
}

/** A name of 64 characters fits, unless they are such as count double. */
function withName(ids: string, name: string): string {
  const room = LIMITS.optionValue - ids.length - 1;
  return `${ids} ${name.length <= room ? name : showText(name, Math.floor(room / 2))}`;
}
