import { ChatOpsError } from '../errors.ts';
import type { Verb } from './access.ts';

/** The policy does not let the person do this. It says nothing of whether what it was to be done to exists. */
export class NotAllowedError extends ChatOpsError {
  readonly code = 'not_allowed';
  /** The permission that is missing. */
  readonly verb: Verb;

  constructor(verb: Verb) {
    super(`the permission ${verb} is missing`);
    this.verb = verb;
  }
}

/** Slack does not say whether the person may finish what an earlier attempt began: the next attempt asks again. */
export class AccessUnknownError extends ChatOpsError {
  readonly code = 'access_unknown';
}
