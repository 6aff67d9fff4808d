import { type Access, VERBS, type Verb } from '../commands/access.ts';
import type { Ask } from '../commands/ask.ts';
import { TOPIC_VERBS } from '../commands/help-topics.ts';
import { NotAllowedError } from '../commands/not-allowed.ts';
import { assertNever } from '../errors.ts';

/**
 * Refuses what the person may do nowhere, before anything is asked. What they may do somewhere is looked at again, by
 * name: `guard.ts`.
 *
 * @throws NotAllowedError
 */
export function expectAtAll(command: Ask, access: Access): void {
  if (command.kind === 'help') {
    const verbs = command.topic ? TOPIC_VERBS[command.topic] : (['read', ...VERBS] as const);
    if (!verbs.some((verb) => access.mayAtAll(verb))) throw new NotAllowedError(verbs[0]);
    return;
  }
  const missing = verbsOf(command).find((verb) => !access.mayAtAll(verb));
  if (missing) throw new NotAllowedError(missing);
}

/** What the lines are read for that a command or a click shows. */
export function purposeOf({ kind }: Ask): Verb {
  return kind === 'share' || kind === 'export' || kind === 'reveal' ? kind : 'read';
}

/** What a command or a click takes: all of these, and what it is about first. */
export function verbsOf(command: Ask): readonly Verb[] {
  switch (command.kind) {
    // Whom the policy names for it, and help is for anybody.
    case 'help':
    case 'home':
    case 'approve':
    case 'reject':
      return [];
    case 'groups':
    case 'streams':
    case 'logs':
    case 'page':
    case 'repeat':
    case 'around':
    case 'picked_group':
    case 'picked_stream':
    case 'open_search':
    case 'look_up':
    case 'refill':
    case 'search':
      return ['read'];
    case 'share':
      return ['share', 'read'];
    case 'export':
      return ['export', 'read'];
    case 'reveal':
      return ['reveal', 'read'];
    case 'create_group':
    case 'create_stream':
      return ['create'];
    case 'delete_group':
    case 'delete_stream':
    case 'open_delete':
    case 'delete':
      return ['delete'];
    case 'transfer':
    case 'audit':
      return [command.kind];
    case 'open_form':
      return [command.form === 'transfer' ? 'transfer' : 'create'];
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
