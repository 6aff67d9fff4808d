import type { OpenFormCommand } from '../commands/command.ts';
import { FORM_NAMES, type Form, type FormName } from '../commands/form.ts';
import type { ChangedJob, SubmittedJob } from '../commands/job.ts';
import { type Filled, readFilled } from '../commands/read-filled.ts';
import type { RefillCommand } from '../commands/search-form.ts';
import { readFormSource } from '../views/form-modal.ts';
import { decodeForm } from '../views/forms.ts';
import { decodeRefill, SEARCH_FORM } from '../views/search-values.ts';

/** What was submitted; undefined for what this version does not write, and for what the front function keeps back. */
export function readForm(job: SubmittedJob): Form | Required<Filled>['command'] | undefined {
  const form = formOf(job);
  if (form === undefined) return decodeForm(job);
  const [source, { command }] = [sourceOf(job), readFilled(form, job.values)];
  return command && source !== undefined ? { ...command, source } : undefined;
}

/** A form that is to be filled anew, by what is chosen in it now. */
export function readChange(job: ChangedJob): OpenFormCommand | RefillCommand | undefined {
  if (job.callbackId === SEARCH_FORM) return decodeRefill(job);
  const [form, source, { group }] = [formOf(job), sourceOf(job), job.values];
  if (form === undefined || source === undefined) return undefined;
  return { kind: 'open_form', form, source, ...(typeof group === 'string' && { group }) };
}

function formOf({ callbackId }: SubmittedJob | ChangedJob): FormName | undefined {
  return FORM_NAMES.find((name) => name === callbackId);
}

/** Where there are several it is chosen. */
function sourceOf({ metadata, values: { source } }: SubmittedJob | ChangedJob): string | undefined {
  return typeof source === 'string' ? source : readFormSource(metadata);
}
