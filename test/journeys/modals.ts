import type { KnownBlock } from '@slack/types';
import { asText } from '../views/as-text.ts';
import type { Answer, Workspace } from './workspace.ts';

type Local = Pick<Workspace, 'slack' | 'url' | 'post' | 'get'>;

/** A modal as its person sees it. */
export interface Modal {
  readonly id: string;
  readonly callbackId: string;
  readonly title: string;
  readonly blocks: KnownBlock[];
  readonly hash: string;
  readonly errors: Readonly<Record<string, string>>;
}

/** The modals of one person. */
export function modalsOf({ slack, url, post, get }: Local, role = 'operator') {
  const user = slack.users.find((candidate) => candidate.role === role)?.id;
  const all = () => get<Modal[]>(`/local/views?user=${user}`);

  async function top(): Promise<Modal> {
    const [modal] = await all();
    if (!modal) throw new Error('there is no modal');
    return modal;
  }

  /** At the same time as others: what follows is not waited for. */
  async function submitSoon(confirm: string, { id: viewId }: Pick<Modal, 'id'>): Promise<Answer> {
    return post<Answer>(`${url}/local/submit`, { user, viewId, values: { confirm } });
  }

  return {
    all,
    top,
    submitSoon,
    /** Fills in the one on top, and waits for all that follows. */
    async submit(confirm: string): Promise<Answer> {
      const answer = await submitSoon(confirm, await top());
      await get('/local/idle');
      return answer;
    },
    close: async () => post(`${url}/local/close`, { user, viewId: (await top()).id }),
    /** Those that are open, the one on top first, as they read. */
    read: async () => (await all()).map(readModal),
  };
}

/** Its title, its blocks, and what is wrong with what was entered. */
function readModal({ title, blocks, errors }: Modal): string {
  const wrong = Object.entries(errors).map(([block, text]) => `! ${block}: ${text}`);
  return [asText({ text: title, blocks }), ...wrong].join('\n');
}
