import { newTriggerId } from './ids.ts';
import type { Person } from './people.ts';
import { SlackRefusal } from './refusal.ts';

/** https://docs.slack.dev/surfaces/modals#open_modal */
const LIFETIME_MS = 3000;

export interface Trigger {
  readonly person: Person;
  /** The view in which the person did something, if it was one. */
  readonly viewId: string | undefined;
}

/** The trigger_ids that were handed out: each opens or pushes one view, within three seconds. */
export class Triggers {
  readonly #now: () => number;
  readonly #triggers = new Map<string, Trigger & { readonly createdAt: number; isSpent: boolean }>();

  constructor(now: () => number) {
    this.#now = now;
  }

  create(person: Person, viewId?: string): string {
    const createdAt = this.#now();
    const id = newTriggerId(createdAt);
    this.#triggers.set(id, { person, viewId, createdAt, isSpent: false });
    return id;
  }

  /**
   * Exchanges it; a second time it is refused.
   *
   * @throws SlackRefusal `invalid_trigger_id`, `expired_trigger_id` or `exchanged_trigger_id`, the names on
   * https://docs.slack.dev/reference/methods/views.open
   */
  exchange(id: string): Trigger {
    const trigger = this.#triggers.get(id);
    if (trigger === undefined) throw new SlackRefusal('invalid_trigger_id');
    if (this.#now() - trigger.createdAt > LIFETIME_MS) throw new SlackRefusal('expired_trigger_id');
    if (trigger.isSpent) throw new SlackRefusal('exchanged_trigger_id');
    trigger.isSpent = true;
    return trigger;
  }
}
