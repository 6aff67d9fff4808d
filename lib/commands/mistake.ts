import { ChatOpsError } from '../errors.ts';

/** What can be wrong with what a person asked, with what the explanation needs. `nearest` is what may be meant. */
export type Mistake =
  | { readonly kind: 'unknown_command'; readonly given: string; readonly nearest?: string }
  | {
      readonly kind: 'unknown_topic';
      readonly given: string;
      readonly known: readonly string[];
      readonly nearest?: string;
    }
  | {
      /** `group` or `stream`, and not what to do with it. */
      readonly kind: 'action_expected';
      readonly verb: 'group' | 'stream';
      /** Empty when the verb stands alone. */
      readonly given: string;
      readonly known: readonly string[];
      readonly nearest?: string;
    }
  | { readonly kind: 'group_expected' }
  | { readonly kind: 'stream_expected'; readonly given: string }
  | { readonly kind: 'no_default_stream' }
  | {
      /** The channel's default stream is not in LTS any more. */
      readonly kind: 'default_stream_gone';
      readonly group: string;
      readonly stream: string;
    }
  | { readonly kind: 'nothing_expected'; readonly given: string }
  | {
      readonly kind: 'unknown_option';
      readonly given: string;
      /** The options of this command, without their colons. */
      readonly known: readonly string[];
      readonly nearest?: string;
    }
  | { readonly kind: 'value_expected'; readonly option: string }
  | { readonly kind: 'bad_time'; readonly given: string }
  | { readonly kind: 'time_in_future'; readonly given: string }
  | { readonly kind: 'window_reversed' }
  | { readonly kind: 'window_too_long' }
  | { readonly kind: 'start_expected' }
  | { readonly kind: 'two_starts' }
  | { readonly kind: 'given_twice'; readonly given: string }
  | { readonly kind: 'bad_limit'; readonly given: string; readonly max: number }
  | { readonly kind: 'bad_order'; readonly given: string }
  | { readonly kind: 'wildcard_first'; readonly given: string }
  | { readonly kind: 'nothing_to_search'; readonly given: string }
  | { readonly kind: 'open_quote'; readonly given: string }
  | { readonly kind: 'too_long' }
  | { readonly kind: 'label_expected'; readonly given: string }
  /** In a form, where nothing is typed of these. */
  | { readonly kind: 'stream_unchosen' }
  | { readonly kind: 'start_unchosen' }
  | { readonly kind: 'name_expected'; readonly what: 'group' | 'stream' }
  | { readonly kind: 'bad_name'; readonly given: string }
  | { readonly kind: 'bad_retention'; readonly given: string }
  | { readonly kind: 'option_expected'; readonly option: 'bucket' | 'every' }
  | { readonly kind: 'bad_bucket'; readonly given: string }
  | { readonly kind: 'bad_period'; readonly given: string; readonly known: readonly string[] }
  | { readonly kind: 'bad_format'; readonly given: string }
  | { readonly kind: 'bad_prefix'; readonly given: string }
  | { readonly kind: 'bad_visibility'; readonly given: string }
  | { readonly kind: 'bad_member'; readonly given: string }
  | {
      readonly kind: 'unknown_group';
      readonly given: string;
      readonly nearest?: string;
      /** It stands where words to search for may stand, too. */
      readonly mayBeWords?: true;
    }
  | {
      readonly kind: 'unknown_stream';
      readonly given: string;
      readonly group: string;
      readonly nearest?: string;
    }
  | {
      readonly kind: 'unknown_source';
      readonly given: string;
      readonly known: readonly string[];
      readonly nearest?: string;
    }
  | { readonly kind: 'too_many_lines'; readonly count: number; readonly max: number }
  | { readonly kind: 'nothing_to_export' }
  | { readonly kind: 'stale_button' }
  | { readonly kind: 'own_approval' }
  | { readonly kind: 'not_decider' }
  /** Slack does not say who is in a user group. */
  | { readonly kind: 'decider_unknown' }
  | { readonly kind: 'decided_already'; readonly how: 'approved' | 'rejected' }
  | { readonly kind: 'approval_gone' }
  | { readonly kind: 'approval_needs_channel' }
  | { readonly kind: 'stale_form' }
  /** In a form, streams that are not of the group beside them. */
  | { readonly kind: 'other_streams' }
  | {
      /** What was to be deleted is not there any more. */
      readonly kind: 'gone';
      readonly group: string;
      readonly stream?: string;
    }
  | {
      /** Its streams are not those that were shown to the person who was to confirm. */
      readonly kind: 'group_changed';
      readonly group: string;
    };

/** What may be wrong in the fields of a form: it is told there. */
const IN_FIELDS = [
  'group_expected',
  'stream_expected',
  'name_expected',
  'bad_name',
  'bad_retention',
  'option_expected',
  'bad_bucket',
  'bad_period',
  'bad_format',
  'bad_prefix',
  'other_streams',
  'time_in_future',
  'bad_time',
  'window_reversed',
  'window_too_long',
  'given_twice',
  'bad_limit',
  'bad_order',
  'wildcard_first',
  'nothing_to_search',
  'open_quote',
  'too_long',
  'label_expected',
  'stream_unchosen',
  'start_unchosen',
] as const satisfies readonly Mistake['kind'][];
export type FieldMistake = Extract<Mistake, { readonly kind: (typeof IN_FIELDS)[number] }>;

export function isInField(mistake: Mistake): mistake is FieldMistake {
  return IN_FIELDS.some((kind) => kind === mistake.kind);
}

/** A piece of the typed text: from `start` up to, not including, `end`. Empty where something is missing. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** A person's mistake: nothing was asked of LTS that depends on it, and the answer says how to mend it. */
export class MistakeError extends ChatOpsError {
  readonly code = 'mistake';
  readonly mistake: Mistake;
  /** In the text as `plainText` gives it; absent for a click. */
  readonly place: Place | undefined;

  constructor(mistake: Mistake, place?: Place) {
    super(mistake.kind);
    this.mistake = mistake;
    this.place = place && { start: place.start, end: place.end };
  }
}
