import { ChatOpsError } from '../errors.ts';

/** The local workspace cannot start as asked. The message is one line that says what to do; it is printed alone. */
export class StartError extends ChatOpsError {
  readonly code = 'start_failed';
}
