import { type Answer, click, fetchFile, fetchInfo, type LocalInfo, typeText } from './api.ts';
import { authorName } from './author.ts';
import { createComposer } from './composer.ts';
import { type Conversation, openConversation } from './conversation.ts';
import { createClock } from './dates.ts';
import { byId } from './dom.ts';
import { createDrawer } from './drawer.ts';
import { examplesFor } from './examples.ts';
import { drawFrame } from './frame.ts';
import { createNames } from './names.ts';
import { createScroll } from './scroll.ts';
import { createSidebar } from './sidebar.ts';
import { movePlace, type Place, readPlace, writePlace } from './state.ts';
import { createStatus } from './status.ts';
import type { View } from './view.ts';
import { showViews, type Views } from './views.ts';
import { wordsFor } from './words.ts';

/** Runs the page: one place at a time, drawn anew when the person or the channel changes. */
function start(info: LocalInfo): void {
  const names = createNames(info);
  const scroll = createScroll();
  const status = createStatus();
  const drawer = createDrawer();
  const examples = examplesFor(info);
  let place = readPlace(info, location.hash);
  let conversation: Conversation | undefined;
  let views: Views | undefined;
  const refresh = (): void => {
    conversation?.refresh();
    views?.refresh();
  };

  /** Does something in the person's name, and follows it until the bot is done. */
  const act = (send: () => Promise<Answer>): Promise<Answer | undefined> =>
    status.follow(send, wordsFor(place.person.locale), refresh);

  const composer = createComposer(async (text, threadTs) => {
    const { person, channel } = place;
    const typed = {
      user: person.id,
      channel: channel.id,
      text,
      ...(threadTs === undefined ? {} : { threadTs }),
    };
    scroll.toEnd();
    const answer = await act(async () => {
      const sent = await typeText(typed);
      if (sent.messageTs !== undefined) conversation?.openThread(sent.messageTs);
      return sent;
    });
    return answer !== undefined;
  });

  const viewOf = ({ person, channel }: Place): View => ({
    ...names,
    words: wordsFor(person.locale),
    clock: createClock(person.locale, person.tz),
    readFile: (id) => fetchFile(channel.id, id).catch(() => undefined),
    act: async (messageTs, action) => {
      await act(() => click({ user: person.id, channel: channel.id, messageTs, ...action }));
    },
  });

  const show = (next: Place): void => {
    place = next;
    writePlace(place);
    conversation?.close();
    views?.close();
    status.clear();
    const view = viewOf(place);
    const name = names.conversationName(place.channel);
    drawFrame(place, place.isHome ? view.words.home : name, view.words);
    sidebar.update(place, view.words);
    composer.update(place.channel.isIm ? name : `#${name}`, view.words);
    conversation = openConversation(place, view, {
      scroll,
      reply: (parent) => composer.replyTo({ ts: parent.ts, author: authorName(parent, view) }, view.words),
    });
    const pane = place.isHome ? byId('home', HTMLElement) : undefined;
    views = showViews(place.person.id, view, (answer) => void act(async () => answer), pane);
  };

  const sidebar = createSidebar(info, names, (change) => {
    show(movePlace(info, place, change));
    if (change.channel || change.isHome) drawer.close();
  });
  window.addEventListener('hashchange', () => show(readPlace(info, location.hash)));
  show(place);
  composer.setText(examples[0] ?? '');
  composer.showExamples(examples);
  // On a touch screen the focus would raise the keyboard over half of the page.
  if (window.matchMedia('(pointer: fine)').matches) composer.focus();
}

try {
  start(await fetchInfo());
} catch (error) {
  const trouble = byId('trouble', HTMLElement);
  trouble.hidden = false;
  trouble.textContent = String(error);
  throw error;
}
