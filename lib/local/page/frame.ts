import { avatar } from './avatar.ts';
import { byId, icon } from './dom.ts';
import { channelIcon } from './sidebar.ts';
import type { Place } from './state.ts';
import type { Words } from './words-en.ts';

/** Everything of index.html that has words: `data-words` becomes text, `data-label` the name that is read aloud. */
export function drawFrame({ person, channel, isHome }: Place, name: string, words: Words): void {
  document.documentElement.lang = person.locale;
  document.title = `${name} · ${words.workspace}`;
  for (const element of document.querySelectorAll<HTMLElement>('[data-words]')) {
    element.textContent = wordOf(words, element.dataset.words);
  }
  for (const element of document.querySelectorAll<HTMLElement>('[data-label]')) {
    element.ariaLabel = wordOf(words, element.dataset.label);
    if (element instanceof HTMLButtonElement) element.title = element.ariaLabel;
  }
  document.body.classList.toggle('at-home', isHome);
  const picture = isHome ? 'home' : channelIcon(channel);
  byId('conversation-name', HTMLElement).replaceChildren(icon(picture), name);
  const hint = channel.botIsMember ? words.botIn : words.botOut;
  byId('conversation-hint', HTMLElement).textContent = isHome ? words.onlyYou : hint;
  byId('you', HTMLElement).replaceChildren(avatar(person.id, person.name), person.name);
}

function wordOf(words: Words, key = ''): string {
  const word = Object.hasOwn(words, key) ? words[key as keyof Words] : undefined;
  if (typeof word !== 'string') throw new TypeError(`No word ${key}`);
  return word;
}
