import { expectArguments } from './arguments.ts';
import type { Context } from './context.ts';
import { type JsonObject, stringField } from './json.ts';
import { SlackRefusal } from './refusal.ts';
import type { Trigger } from './triggers.ts';
import { readView } from './view-definition.ts';
import { viewObject } from './view-object.ts';
import type { View } from './views.ts';

/** https://docs.slack.dev/reference/methods/views.open */
export function openView(context: Context, args: JsonObject): JsonObject {
  const definition = readView(args.view, 'modal');
  const { person } = exchangeTrigger(context, args);
  return { view: viewObject(context, context.views.open(person, definition)) };
}

/**
 * The trigger must come from the modal itself; the view goes on top of its stack.
 * https://docs.slack.dev/reference/methods/views.push
 */
export function pushView(context: Context, args: JsonObject): JsonObject {
  const definition = readView(args.view, 'modal');
  const { person, viewId } = exchangeTrigger(context, args);
  const [top] = context.views.stack(person);
  if (top === undefined || context.views.find(viewId ?? '')?.rootId !== top.rootId) {
    throw new SlackRefusal('not_found');
  }
  return { view: viewObject(context, context.views.push(top, definition)) };
}

/** By view_id or external_id; Home too. https://docs.slack.dev/reference/methods/views.update */
export function updateView(context: Context, args: JsonObject): JsonObject {
  const id = stringField(args, 'view_id');
  const externalId = stringField(args, 'external_id');
  if (externalId === undefined) expectArguments(args, ['view_id']);
  const view = id === undefined ? context.views.findExternal(externalId ?? '') : context.views.find(id);
  const definition = readView(args.view, view?.type ?? 'modal');
  if (view === undefined) throw new SlackRefusal('not_found');
  expectHash(view, args);
  return { view: viewObject(context, context.views.update(view, definition)) };
}

/** Publishes the person's Home tab. https://docs.slack.dev/reference/methods/views.publish */
export function publishView(context: Context, args: JsonObject): JsonObject {
  const definition = readView(args.view, 'home');
  const person = context.directory.person(stringField(args, 'user_id') ?? '');
  if (person === undefined) {
    throw new SlackRefusal('invalid_arguments', ['invalid user ID [json-pointer:/user_id]']);
  }
  const published = context.views.home(person);
  if (published !== undefined) expectHash(published, args);
  return { view: viewObject(context, context.views.publish(person, definition)) };
}

function exchangeTrigger({ triggers }: Context, args: JsonObject): Trigger {
  expectArguments(args, ['trigger_id']);
  return triggers.exchange(stringField(args, 'trigger_id') ?? '');
}

/** A hash that is given must be that of the view as it is now: somebody else changed it otherwise. */
function expectHash(view: View, args: JsonObject): void {
  const hash = stringField(args, 'hash');
  if (hash !== undefined && hash !== view.hash) throw new SlackRefusal('hash_conflict');
}
