/** One item on the page, which can take a newer state of the same item. */
export interface ItemView<T> {
  readonly element: HTMLElement;
  update(item: T): void;
}

/** Keeps the children of `container` in step with a list. Items that stay are never moved, so focus stays too. */
export class KeyedList<T> {
  readonly #container: HTMLElement;
  readonly #keyOf: (item: T) => string;
  readonly #create: () => ItemView<T>;
  readonly #views = new Map<string, ItemView<T>>();

  constructor(container: HTMLElement, keyOf: (item: T) => string, create: () => ItemView<T>) {
    this.#container = container;
    this.#keyOf = keyOf;
    this.#create = create;
  }

  update(items: readonly T[]): void {
    this.#removeAllBut(new Set(items.map(this.#keyOf)));
    for (const [at, item] of items.entries()) {
      const view = this.#viewOf(this.#keyOf(item));
      view.update(item);
      const here = this.#container.children[at];
      if (here !== view.element) this.#container.insertBefore(view.element, here ?? null);
    }
  }

  #removeAllBut(keys: ReadonlySet<string>): void {
    for (const [key, view] of this.#views) {
      if (keys.has(key)) continue;
      view.element.remove();
      this.#views.delete(key);
    }
  }

  #viewOf(key: string): ItemView<T> {
    const known = this.#views.get(key);
    if (known) return known;
    const view = this.#create();
    this.#views.set(key, view);
    return view;
  }
}
