import type { Job } from '../commands/job.ts';
import { plainText } from '../commands/words.ts';
import type { Message } from '../views/message.ts';
import { type Problem, problemMessage } from '../views/problem.ts';
import { showTyped } from '../views/typed-line.ts';
import type { Viewer } from '../views/viewer.ts';

/** What is said of a job apart from its answer. It may come late, so it says which command it is about. */
export function jobProblem(job: Job, problem: Problem, { command }: Viewer): Message {
  const typed = job.kind === 'typed' && { typed: showTyped({ line: plainText(job.text) }, command) };
  return problemMessage({ ...typed, ...problem });
}
