import type { Click } from '../commands/click.ts';
import type { Job } from '../commands/job.ts';
import { decodeClick } from '../views/buttons.ts';
import type { Message } from '../views/message.ts';
import { retryModal } from '../views/page-modal.ts';
import { keptSearchModal } from '../views/search-form.ts';
import { decodeRefill, readAbout } from '../views/search-values.ts';
import type { Viewer } from '../views/viewer.ts';
import type { Reply } from './deliver.ts';
import { readForm } from './read-form.ts';

/**
 * What goes wrong with what a modal is to show stands in it: above a form, with all that somebody has entered there; in
 * the place of a page with a button that asks for the same once more, if that `mayHelp`.
 */
export function problemModal(
  job: Job,
  message: Message,
  viewer: Viewer,
  mayHelp: boolean,
): Pick<Reply, 'modal'> {
  if (job.kind === 'changed') {
    const filled = decodeRefill(job);
    return filled ? { modal: keptSearchModal(filled, message, viewer, job.channelId) } : {};
  }
  const isOfPage = job.kind === 'modal_clicked' || (job.kind === 'submitted' && job.view);
  if (!isOfPage) return {};
  const about = readAbout(job.metadata);
  const again = mayHelp ? askedIn(job) : undefined;
  return { modal: retryModal(message, again, viewer, { channelId: job.channelId, about }) };
}

/** What a page is turned with, or searched for at first. */
function askedIn(job: Extract<Job, { readonly kind: 'modal_clicked' | 'submitted' }>): Click | undefined {
  if (job.kind === 'modal_clicked') return decodeClick(job.value);
  const form = readForm(job);
  return form?.kind === 'search'
    ? { kind: 'page', stream: form.stream, search: form.search, extends: false }
    : undefined;
}
