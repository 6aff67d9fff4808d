import type { Job } from '../commands/job.ts';
import { plainText } from '../commands/words.ts';
import { assertNever } from '../errors.ts';
import { lineOfForm } from '../views/forms.ts';
import type { Message } from '../views/message.ts';
import { type Problem, problemMessage } from '../views/problem.ts';
import { showTyped } from '../views/typed-line.ts';
import type { Viewer } from '../views/viewer.ts';
import { readForm } from './read-form.ts';

/** What is said of a job apart from its answer. It may come late, so it says which command it is about. */
export function jobProblem(job: Job, problem: Problem, { command }: Viewer): Message {
  const line = lineOf(job);
  return problemMessage({ ...(line !== undefined && { typed: showTyped({ line }, command) }), ...problem });
}

/** What was typed, or would be to ask for what a form asks for; undefined where nobody can type it. */
export function lineOf(job: Job): string | undefined {
  switch (job.kind) {
    case 'typed':
    case 'mentioned':
      return plainText(job.text);
    case 'clicked':
    case 'shortcut':
    case 'changed':
    case 'home_opened':
    case 'home_clicked':
    case 'modal_clicked':
      return undefined;
    case 'submitted': {
      const form = readForm(job);
      return form && lineOfForm(form);
    }
    default:
      return assertNever(job);
  }
}
