import type { Shown, Workspace } from './workspace.ts';

interface SharedFile {
  readonly name: string;
  readonly title: string;
  readonly threadTs: string | null;
  readonly content: string;
}

/** A message, where it stands, and the file that it shows. */
export interface Placed extends Shown {
  readonly channel: string;
  readonly file?: SharedFile;
}

export interface Change {
  readonly how: 'posted' | 'changed' | 'deleted';
  readonly message: Placed;
}

/** Every message of the workspace, whoever sees it: channel by channel, a thread after its parent. */
export async function lookEverywhere({ slack, get }: Workspace): Promise<Placed[]> {
  const channels = slack.channels.map(async ({ id, name }) => {
    const read = async (query = '') =>
      (await get<{ messages: Shown[] }>(`/local/messages?channel=${id}${query}`)).messages;
    const messages = await read();
    const threads = messages.map(async (parent) =>
      parent.visibleTo === null ? read(`&threadTs=${parent.ts}`) : [parent],
    );
    const { files } = await get<{ files: SharedFile[] }>(`/local/files?channel=${id}`);
    const all = (await Promise.all(threads)).flat();
    return giveFiles(
      all.map((message) => ({ ...message, channel: name })),
      files,
    );
  });
  return (await Promise.all(channels)).flat();
}

/** A message that says nothing shows a file; both come in the order in which they were shared. */
function giveFiles(messages: readonly Placed[], files: readonly SharedFile[]): Placed[] {
  const left = [...files];
  return messages.map((message) => {
    if (message.text !== '' || message.blocks.length > 0) return message;
    const index = left.findIndex(({ threadTs }) => threadTs === message.threadTs);
    const [file] = index < 0 ? [] : left.splice(index, 1);
    return file ? { ...message, file } : message;
  });
}

/** What became of the messages between two looks. */
export function compare(before: readonly Placed[], after: readonly Placed[]): Change[] {
  const known = new Map(before.map((message) => [keyOf(message), message]));
  return after.flatMap((message): Change[] => {
    const old = known.get(keyOf(message));
    if (!old) return [{ how: 'posted', message }];
    if (message.deleted && !old.deleted) return [{ how: 'deleted', message }];
    const isSame = JSON.stringify(message) === JSON.stringify(old);
    return isSame ? [] : [{ how: 'changed', message }];
  });
}

export function keyOf({ channel, ts }: Pick<Placed, 'channel' | 'ts'>): string {
  return `${channel} ${ts}`;
}
