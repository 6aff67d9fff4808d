import { avatar } from './avatar.ts';
import { byId, el, icon, newId } from './dom.ts';
import type { Channel, LocalInfo, Person } from './local-info.ts';
import type { Names } from './names.ts';
import { isOpenTo, type Place } from './state.ts';
import type { Words } from './words-en.ts';

type Choose = (change: Partial<Place>) => void;

/** Workspace, channels and people. The choice of a person changes eyes, zone and language at once. */
export function createSidebar(info: LocalInfo, names: Names, choose: Choose) {
  const { channels, users } = info.slack;
  const rows = channels.map((channel) => channelRow(channel, info, names, choose));
  const home = homeRow(choose);
  const people = users.map((person) => personRow(person, choose));
  byId('channels', HTMLElement).append(...rows.filter((row) => !row.channel.isIm).map((row) => row.element));
  const direct = rows.filter((row) => row.channel.isIm).map((row) => row.element);
  byId('direct', HTMLElement).append(...direct, home.element);
  byId('people', HTMLElement).append(...people.map((row) => row.element));
  return {
    update(place: Place, words: Words): void {
      for (const row of [...rows, home]) row.update(place, words);
      for (const row of people) row.update(place, words);
    },
    /** Marks the channels that hold what the person has not read. */
    mark(unread: ReadonlySet<string>): void {
      for (const row of rows) row.mark(unread.has(row.channel.id));
    },
  };
}

function channelRow(channel: Channel, info: LocalInfo, names: Names, choose: Choose) {
  const hidden = el('span', { class: 'visually-hidden' });
  const unread = el('span', { id: newId(), hidden: true });
  const button = el(
    'button',
    { type: 'button', class: 'channel', 'data-channel': channel.id },
    icon(channelIcon(channel)),
    el('span', {}, names.conversationName(channel)),
    channel.isPrivate && !channel.isIm ? hidden : null,
  );
  const element = el('li', {}, button, unread);
  button.addEventListener('click', () => choose({ channel, isHome: false }));
  return {
    channel,
    element,
    update(place: Place, words: Words): void {
      element.hidden = !isOpenTo(channel, place.person, info);
      button.ariaCurrent = place.channel.id === channel.id && !place.isHome ? 'page' : null;
      hidden.textContent = ` (${words.privateChannel})`;
      unread.textContent = words.unread;
    },
    mark(isUnread: boolean): void {
      button.classList.toggle('unread', isUnread);
      // A description, so that the channel keeps its name.
      if (isUnread) button.setAttribute('aria-describedby', unread.id);
      else button.removeAttribute('aria-describedby');
    },
  };
}

/** Under the bot's name, as the Home tab is beside its messages. */
function homeRow(choose: Choose) {
  const name = el('span');
  const button = el('button', { type: 'button', class: 'channel home' }, icon('home'), name);
  button.addEventListener('click', () => choose({ isHome: true }));
  return {
    element: el('li', {}, button),
    update({ isHome }: Place, words: Words): void {
      name.textContent = words.home;
      button.ariaCurrent = isHome ? 'page' : null;
    },
  };
}

export function channelIcon({ isIm, isPrivate }: Channel): string {
  if (isIm) return 'chat';
  return isPrivate ? 'lock' : 'hash';
}

function personRow(person: Person, choose: Choose) {
  const input = el('input', { type: 'radio', name: 'person', value: person.id });
  const about = el('small');
  input.addEventListener('change', () => choose({ person }));
  const name = el('span', {}, person.name, ' ', about);
  const zone = el('small', {}, person.tz);
  const rights = el('small', { class: 'rights' });
  const words = el('span', { class: 'person-words' }, name, zone, rights);
  return {
    element: el(
      'label',
      { class: 'person', 'data-user': person.id },
      input,
      avatar(person.id, person.name),
      words,
    ),
    update(place: Place, words: Words): void {
      const { roles } = words;
      input.checked = place.person.id === person.id;
      const role = Object.hasOwn(roles, person.role) ? roles[person.role as keyof typeof roles] : person.role;
      about.textContent = `${role} · ${languageName(person.locale)}`;
      rights.textContent = rightsIn(person, words);
      // Where there is no room for all of it, the pointer finds the rest.
      rights.title = rights.textContent;
    },
  };
}

/** A verb of the policy that this page does not know stays as it is. */
function rightsIn({ may }: Person, { verbs, mayAll, may: named }: Words): string {
  if (may === undefined) return '';
  if (Object.keys(verbs).every((verb) => may.includes(verb))) return mayAll;
  return named(may.map((verb) => (Object.hasOwn(verbs, verb) ? verbs[verb as keyof typeof verbs] : verb)));
}

/** A language in its own words, e.g. `English` or `中文`. */
function languageName(locale: string): string {
  const language = new Intl.Locale(locale).language;
  return new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? locale;
}
