import type { Click, Command } from '../commands/command.ts';
import { assertNever } from '../errors.ts';

export interface Actor {
  readonly teamId: string;
  readonly userId: string;
}

/**
 * Whether this person may do this. It is asked once for each command, typed or clicked, for the person who acts.
 * Everybody may read, and pass on what they have read; `operators` may also create, transfer and change the settings
 * of a channel. Nobody may delete.
 */
export function isAllowed(
  { userId }: Actor,
  command: Command | Click,
  operators: readonly string[],
): boolean {
  switch (command.kind) {
    case 'help':
    case 'groups':
    case 'streams':
    case 'logs':
    case 'page':
    case 'around':
    case 'picked_group':
    case 'picked_stream':
    case 'share':
    case 'export':
      return true;
    case 'create_group':
    case 'create_stream':
    case 'transfer':
      return operators.includes(userId);
    case 'use':
      return command.target === undefined || operators.includes(userId);
    case 'source':
      return command.name === undefined || operators.includes(userId);
    case 'answers':
      return command.visibility === undefined || operators.includes(userId);
    // Answered as what it is: not enabled, for anybody.
    case 'delete_group':
    case 'delete_stream':
      return true;
    default:
      return assertNever(command);
  }
}
