import type { Job, LoadingView } from '../commands/job.ts';
import { logError } from '../log.ts';
import { loadingModal, saying } from '../views/modal.ts';
import { DeliveryError } from './delivery-error.ts';
import { type FrontCall, toObject } from './front-call.ts';
import { nameView } from './name-view.ts';

/** The modals of the front function, which alone is quick enough: a trigger_id opens one within three seconds. */
export interface FrontViews {
  /** Opens the modal that is to be filled. Whatever goes wrong, the job goes on, if need be without one. */
  open(job: Pick<Job, 'id' | 'receivedAt'>): Promise<LoadingView | undefined>;
  /** Says in it that nothing will come. Whether the person sees that, or already what they asked for. */
  say(view: LoadingView, text: string, receivedAt: number): Promise<boolean>;
}

/** After Slack's request arrived. What is left of 2.5 s is for the hand-over. */
const OPENED_MS = 1_500;
/** The same for what is said when the hand-over has failed. */
const SAID_MS = 2_800;

export function createFrontViews(call: FrontCall): FrontViews {
  return {
    async open({ id, receivedAt }) {
      try {
        const fields = { trigger_id: id, view: loadingModal(id) };
        const { view } = await call('views.open', fields, receivedAt + OPENED_MS);
        return readView(view);
      } catch (error) {
        logError('a modal could not be opened', error);
        const mayBeOpen = error instanceof DeliveryError && error.verdict === 'unsure';
        return mayBeOpen ? { externalId: id } : undefined;
      }
    },
    async say(view, text, receivedAt) {
      try {
        await call('views.update', { ...nameView(view), view: saying(text) }, receivedAt + SAID_MS);
        return true;
      } catch (error) {
        logError('a modal could not be changed', error);
        return error instanceof DeliveryError && error.reason === 'hash_conflict';
      }
    },
  };
}

function readView(value: unknown): LoadingView {
  const { id, hash } = toObject(value);
  if (typeof id === 'string' && typeof hash === 'string') return { id, hash };
  throw new DeliveryError('Slack did not say which modal it opened', 'unsure');
}
