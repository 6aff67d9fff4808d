import { SlackRefusal } from './refusal.ts';

/** The one token that was given out when the app was installed. */
export class BotToken {
  readonly #value: string;
  #isRevoked = false;

  constructor(value: string) {
    this.#value = value;
  }

  /** @throws SlackRefusal `not_authed`, `invalid_auth`, or `account_inactive` once it is revoked */
  check(token: string | undefined): void {
    if (token === undefined) throw new SlackRefusal('not_authed');
    if (token !== this.#value) throw new SlackRefusal('invalid_auth');
    // A person's token would be `token_revoked` (the errors that all methods share).
    if (this.#isRevoked) throw new SlackRefusal('account_inactive');
  }

  revoke(): void {
    this.#isRevoked = true;
  }
}
