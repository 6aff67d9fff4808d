import { ChatOpsError } from '../../errors.ts';

/** Slack says no. `reason` is Slack's own word for it, e.g. `channel_not_found`. */
export class SlackRefusal extends ChatOpsError {
  readonly code = 'slack_refused';
  readonly reason: string;
  /** What is wrong with which block, as Slack writes it: `no more than 25 items allowed [json-pointer:/blocks/1]`. */
  readonly problems: readonly string[];

  constructor(reason: string, problems: readonly string[] = []) {
    super([reason, ...problems].join('; '));
    this.reason = reason;
    this.problems = problems;
  }
}
