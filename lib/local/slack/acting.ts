import type { Channel } from './channels.ts';
import type { Context } from './context.ts';
import { Impossible } from './impossible.ts';
import { type JsonObject, stringField } from './json.ts';
import { isSeenBy, type Message } from './messages.ts';
import type { Person } from './people.ts';
import type { View } from './views.ts';

/**
 * Who does something.
 *
 * @throws Impossible
 */
export function readPerson({ directory }: Context, { user }: JsonObject): Person {
  const person = typeof user === 'string' ? directory.person(user) : undefined;
  if (person === undefined) throw new Impossible(404, 'There is no such person.');
  return person;
}

/**
 * The conversation in which they do it; they must be in it.
 *
 * @throws Impossible
 */
export function readPlace({ directory }: Context, person: Person, fields: JsonObject): Channel {
  const channel = directory.channel(stringField(fields, 'channel') ?? '');
  if (channel === undefined || !channel.members.includes(person.id)) {
    throw new Impossible(404, 'That person is in no such channel.');
  }
  return channel;
}

/**
 * The message that they see and use.
 *
 * @throws Impossible
 */
export function readSeenMessage(
  context: Context,
  person: Person,
  channel: Channel,
  fields: JsonObject,
): Message {
  const message = context.messages.find(channel.id, stringField(fields, 'messageTs') ?? '');
  if (message === undefined || !isSeenBy(message, person.id)) {
    throw new Impossible(404, 'That person sees no such message.');
  }
  return message;
}

/**
 * The view that they name, out of those that they see.
 *
 * @throws Impossible
 */
export function readSeenView(seen: readonly (View | undefined)[], fields: JsonObject): View {
  const view = seen.find((each) => each !== undefined && each.id === fields.viewId);
  if (view === undefined) throw new Impossible(404, 'That person sees no such view.');
  return view;
}
