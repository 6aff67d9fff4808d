import { type Access, VERBS, type Verb } from '../commands/access.ts';
import { type Click, type Command, TOPIC_VERBS } from '../commands/command.ts';
import { NotAllowedError } from '../commands/not-allowed.ts';
import { assertNever } from '../errors.ts';

/**
 * Refuses what the person may do nowhere, before anything is asked. What they may do somewhere is looked at again, by
 * name: `guard.ts`.
 *
 * @throws NotAllowedError
 */
export function expectAtAll(command: Command | Click, access: Access): void {
  if (command.kind === 'help') {
    const verbs = command.topic ? TOPIC_VERBS[command.topic] : (['read', ...VERBS] as const);
    if (!verbs.some((verb) => access.mayAtAll(verb))) throw new NotAllowedError(verbs[0]);
    return;
  }
  const missing = verbsOf(command).find((verb) => !access.mayAtAll(verb));
  if (missing) throw new NotAllowedError(missing);
}

/** What the lines are read for that a command or a click shows. */
export function purposeOf({ kind }: Command | Click): Verb {
  return kind === 'share' || kind === 'export' ? kind : 'read';
}

/** What a command or a click takes: all of these. */
function verbsOf(command: Exclude<Command | Click, { kind: 'help' }>): readonly Verb[] {
  switch (command.kind) {
    case 'groups':
    case 'streams':
    case 'logs':
    case 'page':
    case 'around':
    case 'picked_group':
    case 'picked_stream':
      return ['read'];
    case 'share':
      return ['read', 'share'];
    case 'export':
      return ['read', 'export'];
    case 'create_group':
    case 'create_stream':
      return ['create'];
    case 'delete_group':
    case 'delete_stream':
      return ['delete'];
    case 'transfer':
      return ['transfer'];
    case 'use':
      if (command.target === undefined) return ['read'];
      return command.target === 'none' ? ['settings'] : ['settings', 'read'];
    case 'source':
      return command.name === undefined ? ['read'] : ['settings', 'read'];
    case 'answers':
      return command.visibility === undefined ? ['read'] : ['settings'];
    default:
      return assertNever(command);
  }
}
