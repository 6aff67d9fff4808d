import type { Secret } from '../aws/secrets.ts';
import type { AskedJob, LoadingView } from '../commands/job.ts';
import { endWith } from '../end-with.ts';
import { logError } from '../log.ts';
import { loadingModal, saying } from '../views/modal.ts';
import { deadlineIn } from './deadline.ts';
import { checkTime, DeliveryError, unanswered, verdictOf } from './delivery-error.ts';
import { nameView } from './name-view.ts';
import { TOKEN_REFUSALS } from './token-refusals.ts';

/**
 * The modals of the front function, which alone is quick enough: a trigger_id opens one within three seconds. A
 * WebClient would cost every cold start, and two calls do not need it.
 */
export interface FrontViews {
  /** Opens the modal that is to be filled. Whatever goes wrong, the job goes on, if need be without one. */
  open(job: AskedJob): Promise<LoadingView | undefined>;
  /** Says in it that nothing will come. Whether the person sees that, or already what they asked for. */
  say(view: LoadingView, text: string, receivedAt: number): Promise<boolean>;
}

/** After Slack's request arrived. What is left of 2.5 s is for the hand-over. */
const OPENED_MS = 1_500;
/** The same for what is said when the hand-over has failed. */
const SAID_MS = 2_800;

/** `apiUrl` is Slack's Web API, with a slash at the end; `now` is in ms. */
export function createFrontViews(apiUrl: string, botToken: Secret, now: () => number): FrontViews {
  /** The view that Slack answers with. @throws DeliveryError, and what reading the token throws: then nothing has left */
  async function call(method: string, fields: object, until: number): Promise<unknown> {
    const { signal } = deadlineIn(until - now());
    checkTime(signal);
    const token = await endWith(botToken.read(), signal);
    // What fetch says of a header that cannot be quotes it.
    if (!/^[\w.-]+$/.test(token)) throw new DeliveryError('the bot token is none', 'elsewhere');
    const { status, answer } = await post(`${apiUrl}${method}`, token, fields, signal);
    const { ok, error, view } = answer;
    if (status === 200 && ok === true) return view;
    const reason = typeof error === 'string' ? error : undefined;
    if (reason !== undefined && TOKEN_REFUSALS.includes(reason)) botToken.doubt();
    throw new DeliveryError(`Slack answered ${status} ${reason ?? ''}`, verdictOf(status, reason), {
      reason,
    });
  }

  return {
    async open({ id, receivedAt }) {
      try {
        const fields = { trigger_id: id, view: loadingModal(id) };
        return readView(await call('views.open', fields, receivedAt + OPENED_MS));
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

/** @throws DeliveryError without a whole answer */
async function post(url: string, token: string, fields: object, signal: AbortSignal) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json; charset=utf-8' };
  const body = JSON.stringify(fields);
  const response = await fetch(url, { method: 'POST', headers, body, redirect: 'error', signal }).catch(
    (cause: unknown) => {
      throw unanswered(cause);
    },
  );
  const { status, ok } = response;
  try {
    return { status, answer: toObject(await response.json()) };
  } catch (cause) {
    // One of 200 that breaks off was carried out.
    const verdict = ok ? 'unsure' : verdictOf(status);
    throw new DeliveryError(`Slack answered ${status}, and not in JSON`, verdict, {}, { cause });
  }
}

function readView(value: unknown): LoadingView {
  const { id, hash } = toObject(value);
  if (typeof id === 'string' && typeof hash === 'string') return { id, hash };
  throw new DeliveryError('Slack did not say which modal it opened', 'unsure');
}

function toObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
