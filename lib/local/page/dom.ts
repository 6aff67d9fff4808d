type Child = Node | string | null;
type Attributes = Readonly<Record<string, string | boolean>>;

/** Makes an element. `true` sets an empty attribute, `false` leaves it out; strings become text, never markup. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

let ids = 0;

/** An id that no other element has, for labels and descriptions to point at. */
export function newId(): string {
  ids += 1;
  return `id-${ids}`;
}

const svgNamespace = 'http://www.w3.org/2000/svg';

/** A picture from the symbols of index.html. It is decoration: the words beside it say the same. */
export function icon(name: string): SVGSVGElement {
  const svg = document.createElementNS(svgNamespace, 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(svgNamespace, 'use');
  use.setAttribute('href', `#icon-${name}`);
  svg.append(use);
  return svg;
}

/** An element of index.html. Throws when the page and this program do not fit each other. */
export function byId<T extends HTMLElement>(id: string, kind: new () => T): T {
  const element = document.getElementById(id);
  if (!(element instanceof kind)) throw new TypeError(`index.html has no ${kind.name} #${id}`);
  return element;
}
