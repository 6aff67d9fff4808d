import { type Answer, click, fetchFile, runShortcut, typeText } from './api.ts';
import { createComposer } from './composer.ts';
import { type Conversation, openConversation } from './conversation.ts';
import { createClock } from './dates.ts';
import { byId } from './dom.ts';
import { createDrawer } from './drawer.ts';
import { examplesFor } from './examples.ts';
import { drawFrame } from './frame.ts';
import { hintPlace } from './hint-place.ts';
import { createInspector } from './inspector.ts';
import { fetchInfo, type LocalInfo } from './local-info.ts';
import { createNames } from './names.ts';
import { createScroll } from './scroll.ts';
import { createShortcuts, shortcutsOf } from './shortcuts.ts';
import { createSide } from './side.ts';
import { createSidebar } from './sidebar.ts';
import { movePlace, type Place, readPlace, writePlace } from './state.ts';
import { createStatus, type Status } from './status.ts';
import { createTheme } from './theme.ts';
import { createThreadPanel, type ThreadPanel } from './thread-panel.ts';
import { createUnread } from './unread.ts';
import type { View } from './view.ts';
import { showViews, type Views } from './views.ts';
import { wordsFor } from './words.ts';

/** Runs the page: one place at a time, drawn anew when the person or the channel changes. */
function start(info: LocalInfo): void {
  const names = createNames(info);
  const scroll = createScroll();
  const status = createStatus(byId('status', HTMLElement), byId('error', HTMLElement));
  const drawer = createDrawer();
  const side = createSide();
  const theme = createTheme();
  const unread = createUnread();
  const inspector = createInspector(side, info.lts.endpoint !== undefined);
  const examples = examplesFor(info);
  let place = readPlace(info, location.hash);
  let conversation: Conversation | undefined;
  let thread: ThreadPanel | undefined;
  let views: Views | undefined;
  const refresh = (): void => {
    for (const each of [conversation, views, unread, inspector]) each?.refresh();
  };

  /** Does something in the person's name, and follows it until the bot is done. */
  const act = (send: () => Promise<Answer>, where = status): Promise<Answer | undefined> =>
    where.follow(send, wordsFor(place.person.locale), refresh);

  const send = async (text: string, threadTs: string | undefined, where: Status): Promise<boolean> => {
    const { person, channel } = place;
    const typed = { user: person.id, channel: channel.id, text };
    const answer = await act(async () => {
      const sent = await typeText(threadTs === undefined ? typed : { ...typed, threadTs });
      if (threadTs === undefined && sent.messageTs !== undefined) thread?.expect(sent.messageTs);
      return sent;
    }, where);
    return answer !== undefined;
  };
  const composer = createComposer(
    (text) => {
      scroll.toEnd();
      return send(text, undefined, status);
    },
    () => hintPlace(info, place, false),
  );
  const offerShortcuts = createShortcuts(info, (callbackId) => {
    const user = place.person.id;
    void act(() => runShortcut({ user, callbackId }));
  });

  const viewOf = ({ person, channel }: Place): View => ({
    ...names,
    words: wordsFor(person.locale),
    clock: createClock(person.locale, person.tz),
    shortcuts: shortcutsOf(info, 'message'),
    readFile: (id) => fetchFile(channel.id, id).catch(() => undefined),
    openThread: (ts) => thread?.open(ts),
    act: async (messageTs, action) => {
      await act(() => click({ user: person.id, channel: channel.id, messageTs, ...action }));
    },
    runShortcut: async (messageTs, callbackId) => {
      await act(() => runShortcut({ user: person.id, channel: channel.id, messageTs, callbackId }));
    },
  });

  const show = (next: Place, isChosen = false): void => {
    place = next;
    writePlace(place, isChosen);
    conversation?.close();
    views?.close();
    status.clear();
    if (side.isOpen('thread')) side.close();
    const { person, channel, isHome } = place;
    const view = viewOf(place);
    const name = names.conversationName(channel);
    const title = channel.isIm ? name : `#${name}`;
    drawFrame(place, isHome ? view.words.home : name, view.words);
    sidebar.update(place, view.words);
    theme.update(view.words);
    inspector.update(view);
    composer.name(view.words.placeholder(title));
    offerShortcuts(view.words.globalShortcuts);
    thread = createThreadPanel(view, {
      side,
      conversation: title,
      hints: () => hintPlace(info, place, true),
      send,
    });
    const readUntil = unread.readUntil(person.id, channel.id);
    conversation = openConversation(place, view, {
      scroll,
      thread,
      unread: ({ from, ts }) => from !== person.id && ts > readUntil,
    });
    unread.follow(person.id, isHome ? undefined : channel.id, sidebar.mark);
    const pane = isHome ? byId('home', HTMLElement) : undefined;
    views = showViews(person.id, view, (answer) => void act(async () => answer), pane);
  };

  const sidebar = createSidebar(info, names, (change) => {
    show(movePlace(info, place, change), true);
    if (change.channel || change.isHome) drawer.close();
  });
  window.addEventListener('hashchange', () => show(readPlace(info, location.hash)));
  show(place);
  composer.suggest(examples[0] ?? '');
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
