import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { LoadingView, ViewState } from '../commands/job.ts';
import { noticeModal } from '../views/modal.ts';
import { outgoing } from '../views/outgoing.ts';
import type { Viewer } from '../views/viewer.ts';
import { callSlack } from './call-slack.ts';
import type { Reply } from './deliver.ts';
import { DeliveryError } from './delivery-error.ts';
import { nameView } from './name-view.ts';

/** As long as a trigger_id opens a modal. https://docs.slack.dev/surfaces/modals#open_modal */
const MAY_OPEN_MS = 3_000;

/**
 * Fills a form anew, unless it was closed. What the person has entered meanwhile stays, so no hash is asked for: it would
 * only keep back the later one of two changes. But what is late finds a form that was filled since, or a page in its
 * place, and leaves that alone.
 *
 * @throws DeliveryError
 */
export async function refillModal(
  slack: WebClient,
  clicked: ViewState,
  view: ModalView,
  isLate: boolean,
  signal: AbortSignal,
): Promise<void> {
  const named = isLate ? nameView(clicked) : { view_id: clicked.id };
  try {
    await callSlack(() => slack.views.update({ ...named, view: outgoing(view) }), signal);
  } catch (error) {
    const reason = reasonOf(error);
    if (reason !== 'hash_conflict' && reason !== 'not_found') throw error;
  }
}

/**
 * Puts something in the place of a page in which the person has clicked, while it stands there: what came of another click
 * meanwhile, such as a form in which they are typing, is not to go, least of all by an attempt of minutes later.
 *
 * @throws DeliveryError; of a modal that was closed only when `isMissed`
 */
export async function turnModal(
  slack: WebClient,
  clicked: ViewState,
  view: ModalView,
  isMissed: boolean,
  signal: AbortSignal,
): Promise<void> {
  try {
    await callSlack(() => slack.views.update({ ...nameView(clicked), view: outgoing(view) }), signal);
  } catch (error) {
    const reason = reasonOf(error);
    if (reason !== 'hash_conflict' && (isMissed || reason !== 'not_found')) throw error;
  }
}

/** https://docs.slack.dev/reference/methods/views.update#errors */
function reasonOf(error: unknown): string | undefined {
  return error instanceof DeliveryError ? error.reason : undefined;
}

/**
 * Fills it. One that the person has closed, and one that is filled already, in which they may be typing, is left alone:
 * so a modal that Slack named may be filled again and again. One that it did not name may not be there, or only in a
 * moment; it loses its external_id with this, so that nothing is filled twice.
 *
 * @throws DeliveryError
 */
export async function fillModal(
  slack: WebClient,
  waiting: LoadingView,
  { modal, message }: Reply,
  { words }: Viewer,
  receivedAt: number,
  signal: AbortSignal,
): Promise<void> {
  const view = outgoing(modal ?? noticeModal(message, words));
  try {
    await callSlack(() => slack.views.update({ ...nameView(waiting), view }), signal);
  } catch (error) {
    const reason = reasonOf(error);
    if ('id' in waiting && (reason === 'hash_conflict' || reason === 'not_found')) return;
    const retryAfterMs = receivedAt + MAY_OPEN_MS - Date.now();
    if (reason !== 'not_found' || retryAfterMs <= 0) throw error;
    throw new DeliveryError('the modal may still open', 'again', { reason, retryAfterMs }, { cause: error });
  }
}
