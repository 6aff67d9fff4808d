import { readPerson } from './acting.ts';
import type { Context } from './context.ts';
import { sendEvent } from './events.ts';
import { timestampOf } from './ids.ts';
import type { Outcome } from './interaction.ts';
import type { JsonObject } from './json.ts';
import { filledViewObject } from './view-object.ts';

/**
 * A person opens the app's Home tab. https://docs.slack.dev/reference/events/app_home_opened
 *
 * @throws Impossible
 */
export async function openHome(context: Context, fields: JsonObject): Promise<Outcome> {
  const person = readPerson(context, fields);
  const view = context.views.home(person);
  const event = {
    type: 'app_home_opened',
    user: person.id,
    channel: context.directory.directMessage(person).id,
    tab: 'home',
    ...(view === undefined ? {} : { view: filledViewObject(context, view) }),
    event_ts: timestampOf(context.now()),
  };
  return sendEvent(context, `Home opened by ${person.name}`, event, false);
}
