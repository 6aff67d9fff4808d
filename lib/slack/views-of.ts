import type { Job } from '../commands/job.ts';
import type { Result } from '../commands/result.ts';
import { deletionModal } from '../views/deletion.ts';
import { formModal } from '../views/form-modal.ts';
import { homeView } from '../views/home.ts';
import { pageModal } from '../views/page-modal.ts';
import { problemMessage } from '../views/problem.ts';
import { searchModal } from '../views/search-form.ts';
import { readAbout } from '../views/search-values.ts';
import type { Viewer } from '../views/viewer.ts';
import type { AnswerContext } from './answer.ts';
import type { Reply } from './deliver.ts';
import { lookBack } from './look-back.ts';

/** What a result is to look like where it is no message, and what is told where it cannot be shown. */
export async function viewsOf(
  result: Result,
  viewer: Viewer,
  job: Job,
  context: Pick<AnswerContext, 'findPerson' | 'gate' | 'latestOf' | 'channelOf'>,
): Promise<Pick<Reply, 'modal' | 'home' | 'otherwise' | 'isMissed'>> {
  const { channelId, userId } = job;
  switch (result.kind) {
    case 'deletion':
      return { modal: deletionModal(result, viewer, channelId) };
    case 'form':
      return { modal: formModal(result, viewer, channelId) };
    case 'search_form':
      return { modal: searchModal(result, viewer, channelId) };
    case 'home': {
      const { findPerson, gate } = context;
      const [{ locale }, lately] = await Promise.all([findPerson(userId), lookBack(job, viewer, context)]);
      return { home: homeView(result, viewer, { locale, contact: gate.contact, lately }, channelId) };
    }
    case 'page': {
      const { isRevealed = false } = result;
      const about = 'metadata' in job ? readAbout(job.metadata) : undefined;
      return {
        ...(isInModal(job) && { modal: pageModal(result, viewer, { channelId, about }) }),
        ...(isRevealed && { otherwise: problemMessage({ what: viewer.words.redaction.notShown }) }),
        // Lines as they were logged stay nowhere but where somebody looks at them.
        isMissed: !isRevealed,
      };
    }
    case 'approval_asked':
      return { otherwise: problemMessage({ what: viewer.words.approvals.notShown }) };
    default:
      return {};
  }
}

/** One waits for the answer, or was clicked in. */
export function isInModal(job: Job): boolean {
  return job.kind === 'modal_clicked' || ('view' in job && job.view !== undefined);
}
