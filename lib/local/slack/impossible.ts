import { ChatOpsError } from '../../errors.ts';

/**
 * A person cannot do this. 404: what they name is not there, or not theirs to see; 400: it does not take what they do
 * with it. The message is a sentence for whoever drives the workspace.
 */
export class Impossible extends ChatOpsError {
  readonly code = 'impossible';
  readonly status: 400 | 404;

  constructor(status: 400 | 404, message: string) {
    super(message);
    this.status = status;
  }
}
