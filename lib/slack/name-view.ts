import type { LoadingView } from '../commands/job.ts';

/** How a modal is named for views.update: with its hash nothing is changed but what the front function opened. */
export function nameView(view: LoadingView) {
  return 'id' in view ? { view_id: view.id, hash: view.hash } : { external_id: view.externalId };
}
