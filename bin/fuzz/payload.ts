import type { Random } from '../../lib/local/lts/seeded-random.ts';

export const TEAM_ID = 'T0FUZZED01';
export const APP_ID = 'A0FUZZED01';
/** Stands in every text of a request, so that whatever repeats a piece of one shows. */
export const MARK = 'SEEKRIT';

export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [name: string]: Json;
}

/** What Slack would send, and how: as a form of texts, as a form with a payload, or as JSON. */
export interface Payload {
  readonly sentAs: 'fields' | 'payload' | 'json';
  readonly content: JsonObject;
  /** The bot answers it, when nothing is wrong with it. */
  readonly isHeard: boolean;
}

/** In every request. */
export function common(random: Random): JsonObject {
  return { api_app_id: APP_ID, trigger_id: `1.2.${random.hex(8)}${MARK}` };
}
