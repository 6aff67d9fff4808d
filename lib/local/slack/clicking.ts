import { readPerson, readPlace, readSeenMessage, readSeenView } from './acting.ts';
import { clickPayload } from './click-payload.ts';
import { findTarget } from './click-target.ts';
import type { Context } from './context.ts';
import { Impossible } from './impossible.ts';
import { type Outcome, outcomeOf, sendInteraction } from './interaction.ts';
import { type Json, type JsonObject, stringField } from './json.ts';
import { readValues } from './submitted-values.ts';
import { blocksOf, keyOf, type Surface } from './surface.ts';

/**
 * A person uses an element of a message or view that they see. What Slack shows for a click that fails is a small sign
 * beside the element, and no message. The payload also tells what was entered in the other elements: `values` names
 * that, as for a submission.
 *
 * @throws Impossible
 */
export async function click(context: Context, fields: JsonObject): Promise<Outcome> {
  const surface = readSurface(context, fields);
  const key = keyOf(surface);
  for (const { target, entry } of readValues(blocksOf(surface), fields.values ?? {})) {
    context.entries.keep(key, target, entry);
  }
  const use = findTarget(
    blocksOf(surface),
    { actionId: stringField(fields, 'actionId'), value: readValue(fields.value), user: surface.person.id },
    (target) => context.entries.current(key, target),
  );
  if (use.entry !== undefined) context.entries.keep(key, use.target, use.entry);
  const payload = clickPayload(context, surface, use);
  return outcomeOf(await sendInteraction(context, `a click on ${use.target.element.action_id}`, payload));
}

/** A message, the modal on top, or Home. */
function readSurface(context: Context, fields: JsonObject): Surface {
  const person = readPerson(context, fields);
  if ((fields.viewId ?? null) !== null) {
    const { views } = context;
    const view = readSeenView([views.stack(person)[0], views.home(person)], fields);
    return { kind: 'view', person, view };
  }
  const channel = readPlace(context, person, fields);
  return { kind: 'message', person, channel, message: readSeenMessage(context, person, channel, fields) };
}

/** Epoch seconds may come as a number. */
function readValue(value: Json = null): string | undefined {
  if (value === null) return undefined;
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  throw new Impossible(400, 'The value must be a string.');
}
