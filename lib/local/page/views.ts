import { type Answer, waitUntilIdle } from './api.ts';
import { createHome } from './home.ts';
import { type ModalHooks, openModal } from './modal.ts';
import { ModalStack } from './modal-stack.ts';
import { startPoll } from './poll.ts';
import { busyForMs, inWords, problemIn } from './status.ts';
import type { View } from './view.ts';
import { clickInView, closeView, fetchViews, openHome, submitView } from './views-api.ts';

export interface Views {
  /** Looks for news at once. */
  refresh(): void;
  /** Takes them off the page; for the workspace they stay open. */
  close(): void;
}

/** Tells beside the conversation how the bot goes on with a form that it took. */
type Follow = (answer: Answer) => void;

/**
 * Shows the modals that the bot opens for a person, and goes on showing them until closed; Home too, where there is a
 * `pane` for it.
 */
export function showViews(user: string, view: View, follow: Follow, pane: HTMLElement | undefined): Views {
  const stopper = new AbortController();
  const { signal } = stopper;
  const stack = new ModalStack((viewId) => openModal(view, hooksOf(viewId)));
  const home = pane && createHome(pane, view, (viewId, ...used) => hooksOf(viewId).use(...used));
  let asked = 0;
  let newest = 0;
  let isAway = false;

  /** An answer that comes after that to a later question is out of date. */
  const look = async (): Promise<void> => {
    asked += 1;
    const mine = asked;
    try {
      const views = await fetchViews(user, signal);
      if (signal.aborted || mine < newest) return;
      newest = mine;
      stack.update(views.filter(({ type }) => type === 'modal'));
      home?.update(views.find(({ type }) => type === 'home'));
      if (isAway) stack.top?.say('');
      isAway = false;
    } catch (error) {
      if (signal.aborted) return;
      isAway = true;
      // Without a modal, what is wrong stands above the messages, which are looked for too.
      stack.top?.say(inWords(error, view.words));
    }
  };

  /** Resolves when the bot is done with what it was asked, and what came of it is shown. */
  const settle = async (answer: Answer): Promise<string> => {
    poll.nudge();
    await waitUntilIdle(busyForMs);
    await look();
    return problemIn(answer, view.words) ?? '';
  };

  const hooksOf = (viewId: string): ModalHooks => ({
    use: async (action, values) => settle(await clickInView({ user, viewId, ...action, values })),
    submit: async (values) => {
      const answer = await submitView({ user, viewId, values });
      await look();
      poll.nudge();
      if (!stack.isOpen(viewId)) follow(answer);
      // What failed at the bot, Slack says in the view.
      return '';
    },
    closed: async () => {
      stack.forget(viewId);
      await closeView({ user, viewId }).catch(() => stack.recall(viewId));
      poll.nudge();
    },
  });

  const poll = startPoll(look);
  void home?.open(async () => settle(await openHome(user)));
  return {
    refresh: poll.nudge,
    close(): void {
      stopper.abort();
      poll.stop();
      stack.update([]);
    },
  };
}
