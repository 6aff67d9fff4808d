import { GetAccountSettingsCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import type { Settings } from '../infra/settings.ts';
import { awsProblem } from './aws-problem.ts';
import { type Finding, good, wrong } from './finding.ts';

/** So many are left to all functions without a reservation, or AWS refuses it. */
const LEFT_FREE = 100;
/** A worker runs for seconds and the front function beside it; with fewer people wait for each other. */
const ENOUGH = 50;

const RAISE =
  'ask for more in Service Quotas: AWS Lambda, Concurrent executions (L-B99A9384); 1,000 is usual, and costs nothing';

/**
 * Whether the account lets the functions run as often at once as is configured: a new account allows ten.
 * https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
export async function checkCapacity(
  lambda: LambdaClient,
  { reservedConcurrency }: Pick<Settings, 'reservedConcurrency'>,
  abortSignal: AbortSignal,
): Promise<Finding> {
  const place = { what: 'Lambda concurrency', where: 'the AWS account, in this region' };
  try {
    const { AccountLimit } = await lambda.send(new GetAccountSettingsCommand({}), { abortSignal });
    const limit = AccountLimit?.ConcurrentExecutions ?? 0;
    const reserved = Object.values(reservedConcurrency).reduce<number>((sum, one) => sum + (one ?? 0), 0);
    if (reserved > 0 && limit - reserved < LEFT_FREE)
      return wrong(
        place,
        `reservedConcurrency takes ${reserved} of ${limit}, and AWS wants ${LEFT_FREE} left free`,
        `take reservedConcurrency out of the configuration, or ${RAISE}`,
      );
    if (limit < ENOUGH)
      return wrong(place, `no more than ${limit} functions run at once, all of the account’s`, RAISE);
    return good(place, `${limit} at once, ${reserved} of them reserved for the bot`);
  } catch (error) {
    const { why, remedy } = awsProblem(error, 'call lambda:GetAccountSettings');
    return wrong(place, why, remedy);
  }
}
