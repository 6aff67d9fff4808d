import type { KnownBlock } from '@slack/types';
import type { Result } from '../commands/result.ts';
import { assertNever } from '../errors.ts';
import { approvalMessage, endedMessage } from './approval.ts';
import { auditMessage } from './audit.ts';
import { writeMessage } from './changes.ts';
import { deletionMessage } from './deletion.ts';
import { formMessage } from './form-modal.ts';
import { helpMessage } from './help.ts';
import { groupsMessage, streamsMessage } from './lists.ts';
import type { Message } from './message.ts';
import { pageMessage } from './page.ts';
import { searchFormMessage } from './search-form.ts';
import type { Audience, Viewer } from './viewer.ts';

/** The message of whatever a command came to. */
export function resultMessage(result: Result, viewer: Viewer, audience: Audience): Message {
  const { text, blocks } = describe(result, viewer, audience);
  return { text, blocks: [...blocks, ...broughtBy(audience, viewer)] };
}

/** mrkdwn, for the mention; nothing in it but the person's id comes from elsewhere. */
function broughtBy(audience: Audience, { words, clock }: Viewer): KnownBlock[] {
  if (audience.kind === 'private' || !audience.broughtBy) return [];
  const { how, userId, at } = audience.broughtBy;
  const text = words.page.broughtBy(how, `<@${userId}>`, `${clock.minute(at)} (${clock.zone})`);
  return [{ type: 'context', elements: [{ type: 'mrkdwn', text }] }];
}

function describe(result: Result, viewer: Viewer, audience: Audience): Message {
  switch (result.kind) {
    case 'help':
      return helpMessage(result.topic, viewer);
    case 'groups':
      return groupsMessage(result, viewer);
    case 'streams':
      return streamsMessage(result, viewer);
    case 'page':
      return pageMessage(result, viewer, audience);
    case 'created_group':
    case 'created_stream':
    case 'transfer':
    case 'deleted_group':
    case 'deleted_stream':
    case 'use':
    case 'source':
    case 'answers':
      return writeMessage(result, viewer);
    case 'deletion':
      return deletionMessage(result, viewer);
    case 'form':
      return formMessage(result, viewer);
    case 'search_form':
      return searchFormMessage(result, viewer);
    // It stands in its tab alone.
    case 'home':
      return helpMessage(undefined, viewer);
    case 'approval_asked':
      return approvalMessage(result, viewer);
    case 'approval_ended':
      return endedMessage(result.approval, result.ending, viewer);
    case 'audit':
      return auditMessage(result, viewer);
    default:
      return assertNever(result);
  }
}
