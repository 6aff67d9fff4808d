import { newHash, newId } from './ids.ts';
import type { JsonObject } from './json.ts';
import type { Person } from './people.ts';
import { SlackRefusal } from './refusal.ts';
import type { ViewDefinition } from './view-definition.ts';

/** https://docs.slack.dev/surfaces/modals: "up to 3 views at a time in a view stack" */
const MAX_STACK = 3;

export interface View extends ViewDefinition {
  readonly id: string;
  /** Who looks at it. */
  readonly person: Person;
  readonly hash: string;
  readonly rootId: string;
  /** The view under it in the stack. */
  readonly previousId: string | null;
  /** What the person reads beside the fields, by block_id; {@link WHOLE_VIEW} stands for the top of the view. */
  readonly errors: JsonObject;
}

/** No block has this id: Slack takes none that is empty. */
export const WHOLE_VIEW = '';

/** The modals that are open, each person's as a stack, and the Home tabs that were published. */
export class Views {
  readonly #now: () => number;
  /** In the order of opening: the last of a person's is on top. */
  readonly #modals = new Map<string, View>();
  readonly #homes = new Map<string, View>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /**
   * A modal that is open already gives way: Slack takes the call without looking at it.
   * https://github.com/slackapi/bolt-python/issues/481
   *
   * @throws SlackRefusal `duplicate_external_id`
   */
  open(person: Person, definition: ViewDefinition): View {
    this.#expectFreeExternalId(definition);
    this.clear(person);
    return this.#put(this.#create(person, definition));
  }

  /** @throws SlackRefusal `push_limit_reached` or `duplicate_external_id` */
  push(below: View, definition: ViewDefinition): View {
    if (this.stack(below.person).length >= MAX_STACK) throw new SlackRefusal('push_limit_reached');
    this.#expectFreeExternalId(definition);
    return this.#put(this.#create(below.person, definition, below));
  }

  /** @throws SlackRefusal `duplicate_external_id` */
  update(view: View, definition: ViewDefinition): View {
    this.#expectFreeExternalId(definition, view);
    return this.#put({ ...view, ...definition, hash: newHash(this.#now()), errors: {} });
  }

  /** @throws SlackRefusal `duplicate_external_id` */
  publish(person: Person, definition: ViewDefinition): View {
    const published = this.home(person);
    if (published !== undefined) return this.update(published, definition);
    this.#expectFreeExternalId(definition);
    return this.#put(this.#create(person, definition));
  }

  /** The view as it is now, unless it was closed. */
  find(id: string): View | undefined {
    return this.#all().find((each) => each.id === id);
  }

  findExternal(externalId: string): View | undefined {
    return this.#all().find((each) => each.externalId === externalId);
  }

  /** The person's modals, the one on top first. */
  stack(person: Person): View[] {
    return [...this.#modals.values()].filter((each) => each.person.id === person.id).reverse();
  }

  home(person: Person): View | undefined {
    return this.#homes.get(person.id);
  }

  showErrors(view: View, errors: JsonObject): void {
    const current = this.find(view.id);
    if (current !== undefined) this.#put({ ...current, errors });
  }

  close(view: View): void {
    this.#modals.delete(view.id);
  }

  clear(person: Person): void {
    for (const view of this.stack(person)) this.close(view);
  }

  #create(person: Person, definition: ViewDefinition, below?: View): View {
    const id = newId('V');
    return {
      ...definition,
      id,
      person,
      hash: newHash(this.#now()),
      rootId: below?.rootId ?? id,
      previousId: below?.id ?? null,
      errors: {},
    };
  }

  #put(view: View): View {
    if (view.type === 'home') this.#homes.set(view.person.id, view);
    else this.#modals.set(view.id, view);
    return view;
  }

  #all(): View[] {
    return [...this.#modals.values(), ...this.#homes.values()];
  }

  #expectFreeExternalId({ externalId }: ViewDefinition, own?: View): void {
    const holder = externalId === '' ? undefined : this.findExternal(externalId);
    if (holder !== undefined && holder.id !== own?.id) throw new SlackRefusal('duplicate_external_id');
  }
}
