import type { Modal } from './modal.ts';
import type { ListedView } from './views-api.ts';

/** The modals of a person, each over the one that it was opened from. */
export class ModalStack {
  readonly #create: (viewId: string) => Modal;
  readonly #open = new Map<string, Modal>();
  /** What the person closed: a listing that is older may still name it. */
  readonly #closed = new Set<string>();

  constructor(create: (viewId: string) => Modal) {
    this.#create = create;
  }

  /** The one on top is listed first, and stands last on the page. */
  update(views: readonly ListedView[]): void {
    for (const [id, modal] of [...this.#open].reverse()) {
      if (views.some((each) => each.id === id)) continue;
      this.#open.delete(id);
      modal.remove();
    }
    for (const each of views.toReversed()) {
      if (!this.#closed.has(each.id)) this.#modalOf(each.id).update(each);
    }
  }

  isOpen(viewId: string): boolean {
    return this.#open.has(viewId);
  }

  get top(): Modal | undefined {
    return [...this.#open.values()].at(-1);
  }

  /** The person closed it, and it took itself off the page. */
  forget(viewId: string): void {
    this.#open.delete(viewId);
    this.#closed.add(viewId);
  }

  /** It could not be closed after all. */
  recall(viewId: string): void {
    this.#closed.delete(viewId);
  }

  #modalOf(viewId: string): Modal {
    const open = this.#open.get(viewId) ?? this.#create(viewId);
    this.#open.set(viewId, open);
    return open;
  }
}
