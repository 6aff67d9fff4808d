import type { Random } from '../../lib/local/lts/seeded-random.ts';
import { type Json, type JsonObject, MARK, TEAM_ID } from './payload.ts';

/** Is put in place of an element, and becomes a list in a list in a list when all is text. */
export const DEEP = '@deep@';

const PROTOTYPE_NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'then',
] as const;

/** Changes one thing somewhere in it. `strangeUrls` are those that nobody must ever call. */
export function mutate(content: JsonObject, random: Random, strangeUrls: StrangeUrls): void {
  const holder = pick(content, random);
  const name = nameIn(holder, random);
  if (name === undefined) return;
  switch (random.between(0, 5)) {
    case 0:
      delete holder[name];
      return;
    case 1:
      define(holder, random.oneOf(PROTOTYPE_NAMES), random.oneOf<Json>([{ polluted: MARK }, MARK, null]));
      return;
    case 2:
      content.response_url = random.oneOf(strangeUrls);
      return;
    case 3:
      swapIds(content, random);
      return;
    default:
      define(holder, name, swap(random));
  }
}

export type StrangeUrls = readonly [string, ...string[]];

/** An object or list somewhere in it, all as if they were objects. */
function pick(content: Json, random: Random): JsonObject {
  let place = content as JsonObject;
  while (random.chance(60)) {
    const inner = Object.values(place).filter((value) => typeof value === 'object' && value !== null);
    const next = inner[random.between(0, inner.length - 1)];
    if (!next) break;
    place = next as JsonObject;
  }
  return place;
}

function nameIn(holder: JsonObject, random: Random): string | undefined {
  const names = Object.keys(holder);
  return names[random.between(0, names.length - 1)];
}

/** As JSON.parse does it: assigning to `__proto__` would do something else. */
function define(holder: JsonObject, name: string, value: Json): void {
  Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });
}

/** Another type, or a text that something may stumble over. */
function swap(random: Random): Json {
  return random.oneOf<Json>([
    null,
    true,
    0,
    -1,
    1e308,
    '',
    [],
    {},
    [MARK],
    { [MARK]: MARK },
    [[{ value: MARK }]],
    DEEP,
    `\0${MARK}\0`,
    `\ud800${MARK}\udfff`,
    `${MARK}\u202e\u2028\ufeff`,
    `${MARK}\r\nset-cookie: a=b`,
    '../../../../latest/meta-data',
    MARK.repeat(random.oneOf([10, 10, 10, 1_000, 20_000, 40_000])),
    `older`.repeat(random.between(1, 3)),
  ]);
}

/** Another workspace, another organization, another app, or what looks like ours. */
function swapIds(content: JsonObject, random: Random): void {
  const id = random.oneOf<Json>(['T0STRANGER', 'E0STRANGER', 'A0STRANGER', `${TEAM_ID} `, [TEAM_ID], null]);
  const name = random.oneOf(['team_id', 'api_app_id', 'team', 'user', 'user.team_id', 'team.id']);
  const [outer = '', inner] = name.split('.');
  const holder = content[outer];
  if (inner === undefined) content[outer] = id;
  else if (typeof holder === 'object' && holder !== null) define(holder as JsonObject, inner, id);
}
