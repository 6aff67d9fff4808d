import type { Access } from '../commands/access.ts';
import type { Result } from '../commands/result.ts';
import { assertNever } from '../errors.ts';

/** Whether the person may show all that an answer holds to others. What is about the bot is for the person anyway. */
export function isShareable(result: Result, source: string, access: Access): boolean {
  const may = (group: string, stream: string) => access.may('share', { source, group, stream });
  switch (result.kind) {
    case 'page': {
      const { source: of, groupName: group, streamName: stream } = result.stream;
      return access.may('share', { source: of, group, stream });
    }
    case 'groups':
      return result.groups.every(({ log_group_name: group }) =>
        access.mayWithin('share', { source: result.source, group }),
      );
    case 'streams': {
      const target = { source: result.source, group: result.group.log_group_name };
      return (
        access.mayWithin('share', target) &&
        result.streams.every(({ log_stream_name: stream }) => access.may('share', { ...target, stream }))
      );
    }
    case 'deleted_group':
    case 'created_group':
      return access.mayWithin('share', { source, group: result.name });
    case 'deleted_stream':
    case 'created_stream':
      return may(result.group, result.name);
    case 'transfer':
      return result.streams.every((stream) => may(result.group, stream));
    case 'help':
    case 'use':
    case 'source':
    case 'answers':
    // For the person alone, and for those who are to decide.
    case 'audit':
    case 'deletion':
    case 'form':
    case 'search_form':
    case 'home':
    case 'approval_asked':
    case 'approval_ended':
      return true;
    default:
      return assertNever(result);
  }
}
