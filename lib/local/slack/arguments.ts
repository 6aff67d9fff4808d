import type { IncomingMessage } from 'node:http';
import { isObject, type JsonObject, parseJson, stringField } from './json.ts';
import { SlackRefusal } from './refusal.ts';

/**
 * The arguments of a call, from its query string and its body.
 * https://docs.slack.dev/apis/web-api/#post-bodies
 *
 * @throws SlackRefusal `missing_post_type`, `invalid_post_type`, `invalid_json`, `json_not_object` or
 * `invalid_form_data`
 */
export async function readArguments(
  request: IncomingMessage,
  url: URL,
  body: Buffer,
  takesJson: boolean,
): Promise<JsonObject> {
  const query = Object.fromEntries(url.searchParams);
  if (!isJson(request)) return { ...query, ...(await readForm(request.headers['content-type'] ?? '', body)) };
  const args = parseJson(body.toString());
  if (args === undefined) throw new SlackRefusal('invalid_json');
  if (!isObject(args)) throw new SlackRefusal('json_not_object');
  return takesJson ? args : query;
}

/** A JSON body's token does not count: such a call names it in the Authorization header. */
export function readToken(request: IncomingMessage, args: JsonObject): string | undefined {
  const bearer = /^Bearer (?<token>.+)$/i.exec(request.headers.authorization ?? '')?.groups?.token;
  return bearer ?? (isJson(request) ? undefined : stringField(args, 'token'));
}

/** @throws SlackRefusal `invalid_arguments` that names what is missing */
export function expectArguments(args: JsonObject, required: readonly string[]): void {
  const missing = required.filter((name) => (args[name] ?? '') === '');
  if (missing.length === 0) return;
  throw new SlackRefusal(
    'invalid_arguments',
    missing.map((name) => `missing required field: ${name} [json-pointer:/${name}]`),
  );
}

async function readForm(type: string, body: Buffer): Promise<JsonObject> {
  if (type.startsWith('application/x-www-form-urlencoded')) {
    return Object.fromEntries(new URLSearchParams(body.toString()));
  }
  if (type.startsWith('multipart/form-data')) return readMultipart(type, body);
  if (body.length === 0) return {};
  throw new SlackRefusal(type === '' ? 'missing_post_type' : 'invalid_post_type');
}

/** No method takes a file among its arguments. */
async function readMultipart(type: string, body: Buffer): Promise<JsonObject> {
  const fields: JsonObject = {};
  for (const [name, value] of await parseMultipart(type, body)) {
    if (typeof value === 'string') fields[name] = value;
  }
  return fields;
}

/** @throws SlackRefusal `invalid_form_data` */
export async function parseMultipart(type: string, body: Buffer): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  } catch {
    throw new SlackRefusal('invalid_form_data');
  }
}

function isJson(request: IncomingMessage): boolean {
  return (request.headers['content-type'] ?? '').startsWith('application/json');
}
