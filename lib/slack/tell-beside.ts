import type { MentionedJob } from '../commands/job.ts';
import { logError } from '../log.ts';
import type { FrontCall } from './front-call.ts';
import { besideMention } from './place.ts';

/** Tells the person who mentioned the bot, from the front function, until a time in ms. It never throws. */
export type TellBeside = (job: MentionedJob, text: string, until: number) => Promise<void>;

export function createTellBeside(call: FrontCall): TellBeside {
  return async (job, text, until) => {
    const { method, fields } = besideMention(job);
    try {
      await call(method, { ...fields, text }, until);
    } catch (error) {
      logError('who mentioned the bot could not be told', error);
    }
  };
}
