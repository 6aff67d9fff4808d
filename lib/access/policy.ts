import type { Command, PageCommand } from '../commands/command.ts';
import { assertNever } from '../errors.ts';

export interface Actor {
  readonly teamId: string;
  readonly userId: string;
}

/**
 * Whether this person may do this. It is asked once for each command, typed or clicked, for the person who acts.
 * Every command there is only reads, and everybody may read.
 */
export function isAllowed(_actor: Actor, command: Command | PageCommand): boolean {
  switch (command.kind) {
    case 'help':
    case 'groups':
    case 'streams':
    case 'logs':
    case 'page':
      return true;
    default:
      return assertNever(command);
  }
}
