/**
 * The base of every error that this project throws on purpose.
 *
 * `code` is a stable literal to decide on; `message` is for logs and programmers. What a person in Slack
 * reads is made from the code by the views, in their language, so no message here ever reaches a channel.
 */
export abstract class ChatOpsError extends Error {
  abstract readonly code: string;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/**
 * Closes a switch over a union: fails to compile when a case is missing, and says so if data slips through. It does not
 * say which: Lambda logs what is thrown.
 */
export function assertNever(_value: never): never {
  throw new TypeError('a value of no known kind');
}
