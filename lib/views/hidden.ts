import { joinSentences } from './message.ts';
import type { Viewer } from './viewer.ts';

/**
 * What has to be said besides that there is no such thing, to somebody who may not read everything. It is said each time:
 * so it does not tell whether there is one. Empty for somebody who may.
 */
export function hiddenNote({ words, access }: Viewer): string {
  if (!access || access.readsAll) return '';
  const { mayBeHidden, groupsUnsaid } = words.access;
  return joinSentences(mayBeHidden, access.isCertain ? '' : groupsUnsaid);
}
