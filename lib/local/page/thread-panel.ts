import type { Message } from './api.ts';
import { byId, el, icon } from './dom.ts';
import { createHints, type HintPlace } from './hints.ts';
import { KeyedList } from './keyed-list.ts';
import { createMessage } from './message.ts';
import { createMessageBox } from './message-box.ts';
import type { Side } from './side.ts';
import { createStatus, type Status } from './status.ts';
import type { View } from './view.ts';

interface Hooks {
  readonly side: Side;
  /** Named in its head. */
  readonly conversation: string;
  readonly hints: () => HintPlace;
  /** Writes into the thread; `status` follows what becomes of it. False when it was not sent. */
  readonly send: (text: string, threadTs: string, status: Status) => Promise<boolean>;
}

export interface ThreadPanel {
  /** By a message's ts. The focus goes into it. */
  open(ts: string): void;
  /** Opens it as soon as it has replies, and leaves the focus alone. */
  expect(ts: string): void;
  update(messages: readonly Message[], repliesOf: (ts: string) => readonly Message[]): void;
}

/** The thread of a message, beside the conversation, with a box of its own. */
export function createThreadPanel(view: View, { side, conversation, hints, send }: Hooks): ThreadPanel {
  const { words } = view;
  const panel = byId('thread', HTMLElement);
  const list = el('ol', { class: 'thread-messages' });
  const scroller = el(
    'div',
    { class: 'scroller', tabindex: '0', role: 'region', 'aria-label': words.thread },
    list,
  );
  const items = new KeyedList<Message>(
    list,
    ({ ts }) => ts,
    () => createItem(view),
  );
  const box = createThreadBox(view, hints, async (text, status) => {
    const sent = await send(text, shown, status);
    scroller.scrollTop = scroller.scrollHeight;
    return sent;
  });
  const close = el(
    'button',
    { type: 'button', class: 'cross', 'aria-label': words.closeThread },
    icon('close'),
  );
  close.addEventListener('click', () => side.close());
  const title = el('div', {}, el('h2', {}, words.thread), el('p', {}, conversation));
  panel.replaceChildren(el('header', { class: 'panel-head' }, title, close), scroller, box.element);
  panel.ariaLabel = words.thread;
  let shown = '';
  let expected = '';
  let latest: Parameters<ThreadPanel['update']> | undefined;

  const draw = (): void => {
    if (latest === undefined || shown === '') return;
    const [messages, repliesOf] = latest;
    const atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 48;
    items.update([...messages.filter(({ ts }) => ts === shown), ...repliesOf(shown)]);
    if (atEnd) scroller.scrollTop = scroller.scrollHeight;
  };
  const open = (ts: string, focus?: () => void): void => {
    expected = '';
    const closed = (): void => {
      shown = '';
    };
    side.open('thread', focus ? { closed, focus } : { closed });
    shown = ts;
    items.update([]);
    draw();
    scroller.scrollTop = scroller.scrollHeight;
  };
  return {
    // On a touch screen the box would raise the keyboard over half of the thread.
    open: (ts) => open(ts, window.matchMedia('(pointer: fine)').matches ? box.focus : () => scroller.focus()),
    expect: (ts) => {
      expected = ts;
    },
    update(messages, repliesOf): void {
      latest = [messages, repliesOf];
      if (expected !== '' && shown !== expected && repliesOf(expected).length > 0) open(expected);
      draw();
    },
  };
}

function createItem(view: View) {
  const message = createMessage(view);
  return { element: el('li', {}, message.element), update: message.update };
}

function createThreadBox(
  { words }: View,
  hintPlace: () => HintPlace,
  send: (text: string, status: Status) => Promise<boolean>,
) {
  const box = el('textarea', { rows: '1', class: 'text', autocomplete: 'off', autocapitalize: 'off' });
  box.spellcheck = false;
  const list = el('div', { class: 'hints' });
  const button = el('button', { class: 'send', 'aria-label': words.send, title: words.send }, icon('send'));
  const info = el('p', { class: 'hint', role: 'status' });
  const alert = el('p', { class: 'error', role: 'alert' });
  const status = createStatus(info, alert);
  const element = el(
    'form',
    { class: 'composer', id: 'thread-composer' },
    list,
    el('div', { class: 'box' }, box, button),
    info,
    alert,
  );
  const hints = createHints(box, list, hintPlace);
  const messageBox = createMessageBox({
    form: element,
    box,
    hints,
    submit: (text) => send(text, status),
  });
  messageBox.name(words.replyPlaceholder);
  return { element, focus: messageBox.focus };
}
