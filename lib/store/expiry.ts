/** A job lives no longer than its event (5 minutes), its retries and Slack's own; a day is for those who look at it. */
export const JOB_KEPT_MS = 24 * 3_600_000;

/**
 * The time at which DynamoDB may remove an item, as its TTL wants it: in whole seconds. It removes within days, so
 * nothing may rely on it.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/howitworks-ttl.html
 */
export function expiresIn(ms: number, now: number): number {
  return Math.ceil((now + ms) / 1_000);
}
