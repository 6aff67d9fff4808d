import { StartError } from '../start-error.ts';
import type { AppDefinition, Hint } from './app-definition.ts';
import { isObject, type Json, type JsonObject, parseJson, stringField } from './json.ts';

/**
 * What an app's manifest says of its first slash command, its bot scopes and its shortcuts.
 * https://docs.slack.dev/reference/app-manifest
 *
 * @param name of the file, for people
 * @throws StartError that names what is missing
 */
export function readManifest(text: string, name: string): AppDefinition {
  const manifest = parseJson(text);
  if (!isObject(manifest)) throw new StartError(`${name} is not an app manifest in JSON`);
  const features = objectField(manifest, 'features');
  const commands = objectsField(features, 'slash_commands');
  const first = commands.find((each) => stringField(each, 'command')?.startsWith('/'));
  const command = first && stringField(first, 'command');
  if (command === undefined) throw new StartError(`${name} has no command under features.slash_commands`);
  const { bot } = objectField(objectField(manifest, 'oauth_config'), 'scopes');
  if (!Array.isArray(bot))
    throw new StartError(`${name} has no list of scopes under oauth_config.scopes.bot`);
  const shortcuts = objectsField(features, 'shortcuts').map((each) => readShortcut(each, name));
  const scopes = bot.filter((scope) => typeof scope === 'string');
  const hints = { en: first === undefined ? [] : readHints(first) };
  return { command, scopes, shortcuts, shouldEscape: first?.should_escape === true, hints };
}

/** What stands behind the command, as the app itself hints at it in Slack. */
function readHints(command: JsonObject): Hint[] {
  const line = stringField(command, 'usage_hint');
  return line === undefined ? [] : [{ line, about: stringField(command, 'description') ?? '' }];
}

function readShortcut(shortcut: JsonObject, name: string): AppDefinition['shortcuts'][number] {
  const callbackId = stringField(shortcut, 'callback_id');
  const title = stringField(shortcut, 'name');
  const { type } = shortcut;
  if (callbackId === undefined || title === undefined || !(type === 'global' || type === 'message')) {
    throw new StartError(`${name} has a shortcut without name, callback_id, or a type of global or message`);
  }
  return { callbackId, type, name: title };
}

function objectField(fields: JsonObject, name: string): JsonObject {
  const value = fields[name];
  return isObject(value) ? value : {};
}

function objectsField(fields: JsonObject, name: string): JsonObject[] {
  const value: Json | undefined = fields[name];
  return Array.isArray(value) ? value.filter(isObject) : [];
}
