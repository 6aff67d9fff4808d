import { readPerson, readSeenView } from './acting.ts';
import type { Context } from './context.ts';
import { NOTHING_SENT, type Outcome, outcomeOf, sendInteraction } from './interaction.ts';
import type { JsonObject } from './json.ts';
import { closedPayload } from './view-payloads.ts';

/**
 * A person presses the close button of the modal on top. The view under it appears, unless the view asked that all be
 * cleared; the bot hears of it only if it asked for that. https://docs.slack.dev/surfaces/modals#modal_cancellations
 *
 * @throws Impossible
 */
export async function closeView(context: Context, fields: JsonObject): Promise<Outcome> {
  const person = readPerson(context, fields);
  const view = readSeenView(context.views.stack(person).slice(0, 1), fields);
  if (view.clearOnClose) context.views.clear(person);
  else context.views.close(view);
  if (!view.notifyOnClose) return NOTHING_SENT;
  const payload = closedPayload(context, view, view.clearOnClose);
  return outcomeOf(await sendInteraction(context, `the closing of view ${view.callbackId}`, payload));
}
