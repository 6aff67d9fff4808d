import type { WebClient } from '@slack/web-api';
import type { LoadingView, UnreadableJob } from '../commands/job.ts';
import { logError } from '../log.ts';
import { saying } from '../views/modal.ts';
import { NOT_HANDED_OVER } from '../views/words.ts';
import { callSlack } from './call-slack.ts';
import { nameView } from './name-view.ts';
import { PRIVATE } from './place.ts';
import { postToResponseUrl } from './response-url.ts';

/** Tells whoever can be found that nothing was done of a job that nobody can read: only this is sure. @throws DeliveryError */
export type TellUnread = (job: UnreadableJob, signal: AbortSignal) => Promise<void>;

export function createTellUnread(slack: WebClient): TellUnread {
  const text = NOT_HANDED_OVER;
  return async ({ view, responseUrl, userId }, signal) => {
    if (view && (await trySayingIn(view, signal))) return;
    if (responseUrl !== undefined) return postToResponseUrl(responseUrl, { text }, PRIVATE, signal);
    if (userId !== undefined)
      await callSlack(() => slack.chat.postMessage({ channel: userId, text }), signal);
  };

  async function trySayingIn(view: LoadingView, signal: AbortSignal): Promise<boolean> {
    try {
      await callSlack(() => slack.views.update({ ...nameView(view), view: saying(text) }), signal);
      return true;
    } catch (error) {
      logError('a modal could not be changed', error);
      return false;
    }
  }
}
