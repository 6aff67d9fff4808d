import type { Job } from '../commands/job.ts';
import { createClock } from '../views/times.ts';
import type { Viewer } from '../views/viewer.ts';
import { wordsFor } from '../views/words.ts';
import type { Person } from './people.ts';

/** Whom a job is answered: in their language, and in their time zone. */
export async function viewerOf(
  { userId }: Pick<Job, 'userId'>,
  {
    findPerson,
    ...bot
  }: Pick<Viewer, 'command' | 'sources'> & { readonly findPerson: (userId: string) => Promise<Person> },
): Promise<Viewer> {
  const { zone, locale } = await findPerson(userId);
  return { words: wordsFor(locale), clock: createClock(zone), command: bot.command, sources: bot.sources };
}
