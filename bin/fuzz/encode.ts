import type { Random } from '../../lib/local/lts/seeded-random.ts';
import { DEEP } from './mutate.ts';
import { type Json, type JsonObject, MARK, type Payload } from './payload.ts';

/** The body of a request, and what it claims to be. */
export interface Body {
  readonly contentType: string;
  readonly text: string;
}

const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';
const CONTENT_TYPES = [
  JSON_TYPE,
  FORM,
  'text/plain',
  'multipart/form-data; boundary=x',
  `${MARK}/${MARK}`,
  '',
  ';',
  'application/json, text/html',
] as const;

/** As Slack sends it. */
export function encode({ sentAs, content }: Payload, random: Random): Body {
  if (sentAs === 'fields')
    return { contentType: withParameters(FORM, random), text: formOf(content).toString() };
  const text = JSON.stringify(content);
  if (sentAs === 'json') return { contentType: withParameters(JSON_TYPE, random), text };
  return {
    contentType: withParameters(FORM, random),
    text: new URLSearchParams({ payload: text }).toString(),
  };
}

/** As Slack never would: with too much in it, broken off, or said to be something else. */
export function encodeBadly({ sentAs, content }: Payload, random: Random): Body {
  const json = toText(content, random);
  const form = sentAs === 'fields' ? formOf(content) : new URLSearchParams({ payload: json });
  if (random.chance(5)) form.append('payload', random.oneOf(['{}', '[]', MARK, '']));
  if (random.chance(5)) form.append(random.oneOf(['command', 'ssl_check', 'type', 'api_app_id']), '/lts');
  const text = sentAs === 'json' ? json : form.toString();
  const contentType = withParameters(sentAs === 'json' ? JSON_TYPE : FORM, random);
  return {
    contentType: random.chance(8) ? random.oneOf(CONTENT_TYPES) : contentType,
    text: random.chance(10) ? damage(text, random) : text,
  };
}

function formOf(content: JsonObject): URLSearchParams {
  const texts = Object.entries(content).map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return new URLSearchParams(texts);
}

function toText(content: Json, random: Random): string {
  const depth = random.oneOf([10, 1_000, 60_000]);
  const text = JSON.stringify(content).replace(`"${DEEP}"`, `${'['.repeat(depth)}${']'.repeat(depth)}`);
  // Of two fields with one name the last counts.
  return random.chance(4) ? text.replace('{', `{"api_app_id":"${MARK}","type":"${MARK}",`) : text;
}

function withParameters(contentType: string, random: Random): string {
  return `${contentType}${random.oneOf(['', '', '; charset=utf-8', ';charset=UTF-8', ` ; ${MARK}`])}`;
}

function damage(text: string, random: Random): string {
  const at = random.between(0, text.length);
  const piece = random.oneOf(['%', '%ff%fe', '%00', '\0', '&', '=', '"', '}', '\ufeff', '\ud800', MARK]);
  return random.chance(50) ? text.slice(0, at) : `${text.slice(0, at)}${piece}${text.slice(at)}`;
}
