import { ChatOpsError } from '../errors.ts';

/** What can be wrong with a typed command, with what the explanation needs. */
export type Mistake =
  | { readonly kind: 'unknown_command'; readonly given: string }
  | { readonly kind: 'group_expected' }
  | { readonly kind: 'stream_expected'; readonly given: string }
  | { readonly kind: 'nothing_expected'; readonly given: string }
  | { readonly kind: 'unknown_option'; readonly given: string }
  | { readonly kind: 'bad_duration'; readonly given: string }
  | { readonly kind: 'bad_limit'; readonly given: string; readonly max: number }
  | { readonly kind: 'bad_order'; readonly given: string }
  | { readonly kind: 'wildcard_first'; readonly given: string }
  | { readonly kind: 'open_quote'; readonly given: string }
  | { readonly kind: 'given_twice'; readonly given: string }
  | { readonly kind: 'too_long' }
  | { readonly kind: 'unknown_group'; readonly given: string }
  | { readonly kind: 'unknown_stream'; readonly given: string; readonly group: string }
  | { readonly kind: 'stale_button' }
  | { readonly kind: 'not_allowed' };

/** A person's mistake: nothing was asked of LTS that depends on it, and the answer says how to mend it. */
export class MistakeError extends ChatOpsError {
  readonly code = 'mistake';
  readonly mistake: Mistake;

  constructor(mistake: Mistake) {
    super(mistake.kind);
    this.mistake = mistake;
  }
}
