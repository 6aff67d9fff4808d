import type { Job } from '../commands/job.ts';
import { logError } from '../log.ts';
import { exportNote } from '../views/export.ts';
import type { Message } from '../views/message.ts';
import type { Viewer } from '../views/viewer.ts';
import type { AnswerContext } from './answer.ts';
import { deadlineIn } from './deadline.ts';
import { isOutside, type LiveMessage } from './files.ts';

/** What is said of where the file comes is waited for no longer: until then nobody has written down where it is shown. */
const NOTE_MS = 2_000;

type ShowContext = Pick<AnswerContext, 'files' | 'deadline'>;
type OpenContext = Pick<AnswerContext, 'files' | 'note' | 'deadline'>;

/**
 * Posts the message that shows how far an export is, where its file is to follow: in the thread of a message that the
 * channel reads, if others may see it (`isForAll`); else, and where the bot is not in the channel, in the person's
 * direct message, and says so where the person is.
 *
 * @throws DeliveryError
 */
export async function openExport(
  job: Job,
  message: Message,
  isForAll: boolean,
  viewer: Viewer,
  { files, note, deadline }: OpenContext,
): Promise<LiveMessage> {
  // By the person's id: the bot is in none of the direct messages between two people.
  const direct = () => files.post({ channelId: job.userId }, message, deadline);
  const say = (place: 'direct' | 'not_member') => {
    const { signal } = deadlineIn(Math.min(NOTE_MS, deadline.left()));
    return trySaying(() => note(job, exportNote(place, viewer), signal));
  };
  if (!isForAll || job.channelId.startsWith('D') || job.kind !== 'clicked' || job.message.isPrivate) {
    const live = await direct();
    if (live.channelId !== job.channelId) await say('direct');
    return live;
  }
  const threadTs = job.message.threadTs ?? job.message.ts;
  try {
    return await files.post({ channelId: job.channelId, threadTs }, message, deadline);
  } catch (error) {
    if (!isOutside(error)) throw error;
    const live = await direct();
    await say('not_member');
    return live;
  }
}

/** Changes the message of an export. False when that failed: the export itself goes on. */
export function showState(
  live: LiveMessage,
  message: Message,
  { files, deadline }: ShowContext,
): Promise<boolean> {
  return trySaying(() => files.update(live, message, deadline));
}

/** For what says how things stand: when it fails, the work goes on. False when it did. */
export async function trySaying(say: () => Promise<void>): Promise<boolean> {
  try {
    await say();
    return true;
  } catch (error) {
    logError('the state of an export could not be shown', error);
    return false;
  }
}
