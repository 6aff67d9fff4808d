import { withIds } from './blocks/interactive.ts';
import { LIMITS } from './blocks/limits.ts';
import { findViewProblems } from './blocks/view-blocks.ts';
import { flagField, isObject, type Json, type JsonObject, parseJson, stringField } from './json.ts';
import { SlackRefusal } from './refusal.ts';

type ViewType = 'modal' | 'home';

/** What the bot says of a view. */
export interface ViewDefinition {
  readonly type: ViewType;
  readonly title: JsonObject | null;
  readonly submit: JsonObject | null;
  readonly close: JsonObject | null;
  readonly blocks: readonly JsonObject[];
  readonly privateMetadata: string;
  readonly callbackId: string;
  readonly externalId: string;
  readonly clearOnClose: boolean;
  readonly notifyOnClose: boolean;
}

/**
 * The view of a call, an object or a string of JSON.
 *
 * @throws SlackRefusal `invalid_arguments` with what is wrong where, or `view_too_large`
 */
export function readView(field: Json | undefined, type: ViewType): ViewDefinition {
  const view = typeof field === 'string' ? parseJson(field) : field;
  if (!isObject(view)) {
    throw new SlackRefusal('invalid_arguments', ['must provide an object [json-pointer:/view]']);
  }
  const given = withoutNulls(view);
  const problems = findViewProblems(given, type);
  if (problems.length > 0) throw new SlackRefusal('invalid_arguments', problems);
  if (Buffer.byteLength(JSON.stringify(view)) > LIMITS.viewBytes) throw new SlackRefusal('view_too_large');
  return {
    type,
    title: textOf(given.title),
    submit: textOf(given.submit),
    close: textOf(given.close),
    blocks: withIds([given.blocks ?? []].flat().filter(isObject)),
    privateMetadata: stringField(given, 'private_metadata') ?? '',
    callbackId: stringField(given, 'callback_id') ?? '',
    externalId: stringField(given, 'external_id') ?? '',
    clearOnClose: flagField(given, 'clear_on_close'),
    notifyOnClose: flagField(given, 'notify_on_close'),
  };
}

function textOf(value: Json | undefined): JsonObject | null {
  return isObject(value) ? value : null;
}

/** Slack itself sends `"close": null`, and takes its own views back. */
function withoutNulls(view: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(view).filter(([, value]) => value !== null));
}
