import { type LocalServer, readBody, sendJson, serve } from '../../../lib/local/http.ts';
import { buildPage } from '../../../lib/local/serve-page.ts';
import { type Block, type FakeMessage, localInfo } from './workspace-data.ts';

interface Reply {
  readonly status: number;
  readonly value: unknown;
}

interface Post {
  readonly path: string;
  readonly value: Readonly<Record<string, unknown>>;
}

/** A workspace that says what a test wants it to say, and remembers what the page asked of it. */
export interface FakeWorkspace extends LocalServer {
  /** By channel; a test changes them and the page follows. */
  messages: Record<string, readonly FakeMessage[]>;
  /** What everybody looks at. */
  views: readonly Block[];
  info: unknown;
  /** What followed from what was done last. */
  interaction: unknown;
  /** Answers a POST; the default is what the bot's function does when all is well. */
  answer: (post: Post) => Reply | Promise<Reply>;
  /** Whether requests for messages and views fail, and with what. */
  trouble: Reply | undefined;
  readonly posts: Post[];
  /** Back to an empty workspace where all is well. */
  reset(): void;
}

export async function startFakeWorkspace(): Promise<FakeWorkspace> {
  const { html } = await buildPage();
  const server = await serve(0, async (request, response, url) => {
    if (request.method === 'POST') {
      const post = { path: url.pathname, value: JSON.parse(String(await readBody(request))) };
      workspace.posts.push(post);
      const { status, value } = await workspace.answer(post);
      return sendJson(response, status, value);
    }
    if (url.pathname === '/') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(html);
      return;
    }
    const { status, value } = read(workspace, url);
    sendJson(response, status, value);
  });
  const workspace: FakeWorkspace = {
    ...server,
    ...wellState(),
    posts: [],
    reset(): void {
      Object.assign(workspace, wellState());
      workspace.posts.length = 0;
    },
  };
  return workspace;
}

function wellState(): Pick<
  FakeWorkspace,
  'messages' | 'views' | 'info' | 'interaction' | 'answer' | 'trouble'
> {
  const value = { status: 200, body: '', ms: 12 };
  return {
    messages: {},
    views: [],
    info: localInfo,
    interaction: null,
    answer: () => ({ status: 200, value }),
    trouble: undefined,
  };
}

function read(workspace: FakeWorkspace, url: URL): Reply {
  if (url.pathname === '/local.json') return { status: 200, value: workspace.info };
  if (url.pathname === '/local/idle') return { status: 200, value: { idle: true } };
  if (url.pathname === '/local/newest')
    return { status: 200, value: { channels: newestIn(workspace, url.searchParams) } };
  if (url.pathname === '/local/last') return { status: 200, value: { interaction: workspace.interaction } };
  if (url.pathname === '/local/views') return workspace.trouble ?? { status: 200, value: workspace.views };
  if (url.pathname !== '/local/messages') return { status: 404, value: { error: 'no such path' } };
  return workspace.trouble ?? { status: 200, value: { messages: visible(workspace, url.searchParams) } };
}

function newestIn({ messages }: FakeWorkspace, query: URLSearchParams): Record<string, string | undefined> {
  const user = query.get('user');
  const channels = Object.entries(messages).map(([channel, all]) => {
    const theirs = all.filter(({ from, visibleTo }) => from !== user && [null, user].includes(visibleTo));
    return [channel, theirs.at(-1)?.ts] as const;
  });
  return Object.fromEntries(channels);
}

/** Deleted and not shown messages stay listed, as in the real workspace. */
function visible({ messages }: FakeWorkspace, query: URLSearchParams): FakeMessage[] {
  const threadTs = query.get('threadTs');
  const user = query.get('user');
  return (messages[query.get('channel') ?? ''] ?? []).filter(
    (message) =>
      (message.visibleTo === null || message.visibleTo === user) &&
      (threadTs === null ? message.threadTs === null : [message.ts, message.threadTs].includes(threadTs)),
  );
}
