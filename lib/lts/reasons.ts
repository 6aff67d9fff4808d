/**
 * Stable names for the codes of table 6.2 (API reference), and for the gateway's that callers decide on. One code
 * may come with several statuses and messages: decide on the name.
 */
const REASONS = {
  'LTS.0001': 'wrong_project',
  'LTS.0002': 'bad_token',
  'LTS.0003': 'bad_token',
  'LTS.0007': 'body_not_json',
  'LTS.0009': 'invalid_request',
  'LTS.0010': 'internal_error',
  'LTS.0011': 'wrong_project',
  'LTS.0018': 'no_bucket_permission',
  'LTS.0023': 'user_suspended',
  'LTS.0101': 'group_name_taken',
  'LTS.0102': 'group_not_created',
  'LTS.0103': 'group_not_deleted',
  'LTS.0104': 'too_many_groups',
  'LTS.0105': 'group_has_transfer',
  'LTS.0107': 'no_group_permission',
  'LTS.0201': 'no_such_group',
  'LTS.0202': 'stream_call_failed',
  'LTS.0203': 'stream_not_deleted',
  'LTS.0205': 'stream_name_taken',
  'LTS.0206': 'too_many_streams',
  'LTS.0207': 'stream_has_transfer',
  'LTS.0208': 'no_such_stream',
  'LTS.0301': 'wildcard_first',
  'LTS.0416': 'no_such_bucket',
  'LTS.0701': 'bad_time_range',
  'LTS.1901': 'value_not_allowed',
  'LTS.1902': 'invalid_name',
  'LTS.1903': 'limit_out_of_range',
  'APIG.0301': 'bad_signature',
  'APIGW.0301': 'bad_signature',
  'APIG.0308': 'throttled',
  'APIGW.0308': 'throttled',
  'APIG.0101': 'not_offered',
  'APIGW.0101': 'not_offered',
} as const;

/** Why LTS said no; `unknown` for a code that nobody has documented, and for none at all. */
export type Reason = (typeof REASONS)[keyof typeof REASONS] | 'clock_off' | 'unknown';

/** These are mended by whoever asks, by asking otherwise. */
const OF_WHAT_WAS_ASKED: readonly Reason[] = [
  'invalid_request',
  'group_name_taken',
  'too_many_groups',
  'group_has_transfer',
  'no_such_group',
  'stream_name_taken',
  'too_many_streams',
  'stream_has_transfer',
  'no_such_stream',
  'wildcard_first',
  'no_such_bucket',
  'bad_time_range',
  'value_not_allowed',
  'invalid_name',
  'limit_out_of_range',
];

/** Whether LTS refuses the bot, or has trouble of its own: whatever else is asked, it may say no again. */
export function isTrouble(reason: Reason): boolean {
  return !OF_WHAT_WAS_ASKED.includes(reason);
}

/** By the code; where that is none of these, as far as the status tells. */
export function reasonOf(status: number, ltsCode: string | undefined): Reason {
  if (ltsCode !== undefined && Object.hasOwn(REASONS, ltsCode))
    return REASONS[ltsCode as keyof typeof REASONS];
  if (status === 429) return 'throttled';
  if (status === 401) return 'bad_token';
  return status >= 500 ? 'internal_error' : 'unknown';
}
