import { isDirectMessage, type Job } from '../commands/job.ts';
import { endWith } from '../end-with.ts';
import { logError } from '../log.ts';
import { decodeClick } from '../views/buttons.ts';
import type { Lately, SearchedChannel } from '../views/lately.ts';
import type { Viewer } from '../views/viewer.ts';
import type { AnswerContext } from './answer.ts';

/** Home is drawn without it then. */
const PATIENCE_MS = 1_500;

type LookContext = Pick<AnswerContext, 'latestOf' | 'channelOf'>;

/** What the person has searched lately, as far as they may read it now; undefined where that cannot be looked up. */
export async function lookBack(job: Job, viewer: Viewer, context: LookContext): Promise<Lately | undefined> {
  try {
    return await endWith(look(job, viewer, context), AbortSignal.timeout(PATIENCE_MS));
  } catch (error) {
    logError('the latest searches cannot be looked up', error);
    return undefined;
  }
}

async function look(job: Job, viewer: Viewer, { latestOf, channelOf }: LookContext): Promise<Lately> {
  const { teamId, channelId: direct } = job;
  const searches = (await latestOf(job).list()).flatMap(({ value, at }) => {
    const click = decodeClick(value);
    // One of a source that is configured no more cannot be run.
    const isSearch = click?.kind === 'repeat' && viewer.sources.includes(click.stream.source);
    return isSearch && mayRead(click.stream, viewer) ? [{ click, at }] : [];
  });
  const channels = searches.map(({ click }) => click.channelId).filter((id) => !isDirectMessage(id));
  const settings = [...new Set([direct, ...channels])].map(async (channelId): Promise<SearchedChannel> => {
    const { source, stream } = await channelOf({ teamId, channelId }).read();
    const isSourceSeen = source !== undefined && viewer.sources.includes(source);
    return {
      channelId,
      ...(isSourceSeen && { source }),
      ...(stream && mayRead(stream, viewer) && { stream }),
    };
  });
  return { searches, channels: await Promise.all(settings) };
}

function mayRead(
  { source, groupName: group, streamName: stream }: NonNullable<SearchedChannel['stream']>,
  { access }: Viewer,
): boolean {
  return access?.may('read', { source, group, stream }) === true;
}
