import { ChatOpsError } from '../../errors.ts';

export interface MessageFile {
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

export interface Message {
  readonly ts: string;
  readonly threadTs: string | null;
  readonly from: string | null;
  readonly visibleTo: string | null;
  readonly text: string;
  readonly blocks: readonly unknown[] | null;
  readonly files: readonly MessageFile[];
  readonly edited: boolean;
  readonly deleted: boolean;
  readonly shown: boolean;
}

/** How the bot's function took a command, a message or a click. Status 0: nothing was sent, `refused` says why. */
export interface Answer {
  readonly status: number;
  readonly body?: string;
  readonly ms?: number;
  readonly refused?: string;
  /** The message that was posted, when it was not a command. */
  readonly messageTs?: string;
}

/** The workspace answered with an error. The message is its own. */
export class RequestRefused extends ChatOpsError {
  readonly code = 'request_refused';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** The workspace gave no answer at all: it is stopped, or still starting. */
export class WorkspaceAway extends ChatOpsError {
  readonly code = 'workspace_away';
}

/** Oldest first. Without `threadTs` the top level; with it the parent and its replies. */
export async function fetchMessages(
  view: { readonly channel: string; readonly user: string; readonly threadTs?: string },
  signal: AbortSignal,
): Promise<readonly Message[]> {
  const answer = await request<{ messages: Message[] }>(`/local/messages?${new URLSearchParams(view)}`, {
    signal,
  });
  return answer.messages.filter((message) => message.shown && !message.deleted);
}

/** A file's text; undefined when it is not there any more. */
export async function fetchFile(channel: string, id: string): Promise<string | undefined> {
  const { files } = await request<{ files: { id: string; content: string }[] }>(
    `/local/files?${new URLSearchParams({ channel })}`,
  );
  return files.find((file) => file.id === id)?.content;
}

export function typeText(typed: {
  readonly user: string;
  readonly channel: string;
  readonly text: string;
  readonly threadTs?: string;
}): Promise<Answer> {
  return post('/local/type', typed);
}

export function click(clicked: {
  readonly user: string;
  readonly channel: string;
  readonly messageTs: string;
  readonly actionId: string;
  readonly value?: string;
}): Promise<Answer> {
  return post('/local/click', clicked);
}

/** `channel` and `messageTs` of the message in whose menu it was picked. */
export function runShortcut(picked: {
  readonly user: string;
  readonly callbackId: string;
  readonly channel?: string;
  readonly messageTs?: string;
}): Promise<Answer> {
  return post('/local/shortcut', picked);
}

/** The ts of the newest message of others that the person sees, by channel. */
export async function fetchNewest(
  user: string,
  signal: AbortSignal,
): Promise<Readonly<Record<string, string | null>>> {
  const query = new URLSearchParams({ user });
  const { channels } = await request<{ channels: Record<string, string | null> }>(`/local/newest?${query}`, {
    signal,
  });
  return channels;
}

/** Waits until the bot has done all it was asked, at most `timeoutMs`. Never fails: it only decides how long to look busy. */
export async function waitUntilIdle(timeoutMs: number): Promise<void> {
  await request(`/local/idle?timeoutMs=${timeoutMs}`).catch(() => undefined);
}

export function post<T = Answer>(path: string, value: unknown): Promise<T> {
  return request<T>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value),
  });
}

/** The workspace serves this page too, so the envelope of its answers is trusted; what bots put in blocks is not. */
export async function request<T>(path: string, options: RequestInit = {}): Promise<T> {
  const response = await fetch(path, options).catch((cause: unknown) => {
    if (options.signal?.aborted) throw cause;
    throw new WorkspaceAway('The workspace does not answer', { cause });
  });
  const text = await response.text();
  if (!response.ok) throw new RequestRefused(response.status, errorIn(text));
  return JSON.parse(text) as T;
}

function errorIn(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && 'error' in value) return String(value.error);
  } catch {
    // Not JSON: the text itself is the best there is.
  }
  return text.slice(0, 200);
}
