import { readPerson, readSeenView } from './acting.ts';
import type { Context } from './context.ts';
import { findFormErrors } from './form-errors.ts';
import { Impossible } from './impossible.ts';
import { type Outcome, outcomeOf, sendInteraction } from './interaction.ts';
import type { JsonObject } from './json.ts';
import { applyResponse } from './response-actions.ts';
import { readValues } from './submitted-values.ts';
import { submissionPayload } from './view-payloads.ts';

/**
 * A person fills the modal on top and presses its submit button. A form that Slack finds incomplete is not sent: status
 * is 0 then, and the view shows why.
 *
 * @throws Impossible
 */
export async function submitView(context: Context, fields: JsonObject): Promise<Outcome> {
  const { views, entries } = context;
  const view = readSeenView(views.stack(readPerson(context, fields)).slice(0, 1), fields);
  if (view.submit === null) throw new Impossible(400, 'That view has no submit button.');
  for (const { target, entry } of readValues(view.blocks, fields.values ?? {})) {
    entries.keep(view.id, target, entry);
  }
  const errors = findFormErrors(context, view);
  views.showErrors(view, errors);
  if (Object.keys(errors).length > 0) return { status: 0, body: 'The form is not complete.', ms: 0 };
  const payload = submissionPayload(context, view);
  const answer = await sendInteraction(context, `the submission of ${view.callbackId}`, payload);
  applyResponse(context, view, answer);
  return outcomeOf(answer);
}
