import { findWindow } from '../alerts/find-window.ts';
import type { Ask } from '../commands/ask.ts';
import type { Click } from '../commands/click.ts';
import { parseCommand } from '../commands/grammar.ts';
import type { Job } from '../commands/job.ts';
import { MistakeError } from '../commands/mistake.ts';
import { assertNever } from '../errors.ts';
import { decodeClick } from '../views/buttons.ts';
import { readAbout } from '../views/search-values.ts';
import { readChange, readForm } from './read-form.ts';

/** What a job asks for, in the time zone of the person. @throws MistakeError */
export function readCommand(job: Job, zone: string): Ask {
  switch (job.kind) {
    case 'typed':
    case 'mentioned':
      return parseCommand(job.text, { receivedAt: job.receivedAt, zone });
    case 'clicked':
    case 'home_clicked':
      return readClick(job.value);
    case 'modal_clicked': {
      const click = readClick(job.value);
      const about = readAbout(job.metadata);
      // What only the person has seen goes to nobody else unasked.
      return click.kind === 'open_search' && about ? { ...click, about, visibility: 'me' } : click;
    }
    case 'submitted': {
      const form = readForm(job);
      if (!form) throw new MistakeError({ kind: 'stale_form' });
      return form;
    }
    case 'shortcut': {
      const { message, receivedAt } = job;
      if (!message) return { kind: 'open_search' };
      const { text, ts, threadTs = ts } = message;
      const window = findWindow(text, Number(ts) * 1_000, { receivedAt, zone });
      return { kind: 'look_up', text, window, threadTs };
    }
    case 'changed': {
      const change = readChange(job);
      if (!change) throw new MistakeError({ kind: 'stale_form' });
      return change;
    }
    case 'home_opened':
      return { kind: 'home' };
    default:
      return assertNever(job);
  }
}

function readClick(value: string): Click {
  const click = decodeClick(value);
  if (!click) throw new MistakeError({ kind: 'stale_button' });
  return click;
}
