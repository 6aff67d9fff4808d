import type { Job } from '../commands/job.ts';
import type { Message } from '../views/message.ts';
import { keptSearchModal } from '../views/search-form.ts';
import { decodeRefill } from '../views/search-values.ts';
import type { Viewer } from '../views/viewer.ts';
import type { Reply } from './deliver.ts';

/** What goes wrong with a form that somebody is filling in must not cost what they have entered: it stands above that. */
export function keepEntered(job: Job, message: Message, viewer: Viewer): Pick<Reply, 'modal'> {
  const filled = job.kind === 'changed' ? decodeRefill(job) : undefined;
  return filled ? { modal: keptSearchModal(filled, message, viewer, job.channelId) } : {};
}
