/**
 * The time at which DynamoDB may remove an item, as its TTL wants it: in whole seconds. It removes within days, so
 * nothing may rely on it.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/howitworks-ttl.html
 */
export function expiresIn(ms: number, now: number): number {
  return Math.ceil((now + ms) / 1_000);
}
