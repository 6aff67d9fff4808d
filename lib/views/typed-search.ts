import type { StreamRef, TypedSearch } from '../commands/command.ts';
import { asTyped, streamName } from './names.ts';
import { filterParts } from './search-header.ts';
import { sameWindow } from './typed-window.ts';
import type { Viewer } from './viewer.ts';

/** What is typed behind the slash command for the same search, but for its page size. It may hold a secret: whoever shows it takes that out. */
export function typedSearch(stream: StreamRef, search: TypedSearch, { clock }: Viewer): string {
  const target = asTyped(streamName(stream.groupName, stream.streamName));
  const order = search.order === 'oldest' ? ['order:oldest'] : [];
  return ['logs', target, ...filterParts(search), ...order, sameWindow(search, clock)].join(' ');
}
