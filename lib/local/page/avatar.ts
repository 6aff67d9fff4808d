import { el } from './dom.ts';

const colours = 6;

/** A coloured square with a letter, always the same for one id. */
export function avatar(id: string, name: string): HTMLElement {
  const sum = [...id].reduce((total, letter) => total + letter.charCodeAt(0), 0);
  const attributes = { class: 'avatar', 'data-colour': String(sum % colours), 'aria-hidden': 'true' };
  return el('span', attributes, name.charAt(0).toUpperCase());
}

export function botAvatar(): HTMLElement {
  return el('span', { class: 'avatar bot', 'aria-hidden': 'true' }, '›_');
}
