import type { Result } from '../commands/run.ts';
import { assertNever } from '../errors.ts';
import { groupsMessage, helpMessage, streamsMessage } from './lists.ts';
import type { Message } from './message.ts';
import { pageMessage } from './page.ts';
import type { Viewer } from './viewer.ts';

export function resultMessage(result: Result, viewer: Viewer): Message {
  switch (result.kind) {
    case 'help':
      return helpMessage(viewer);
    case 'groups':
      return groupsMessage(result.groups, viewer);
    case 'streams':
      return streamsMessage(result.group, result.streams, viewer);
    case 'page':
      return pageMessage(result, viewer);
    default:
      return assertNever(result);
  }
}
