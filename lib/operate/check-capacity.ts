import {
  GetAccountSettingsCommand,
  GetFunctionConcurrencyCommand,
  type LambdaClient,
} from '@aws-sdk/client-lambda';
import type { Settings } from '../infra/settings.ts';
import { awsProblem } from './aws-problem.ts';
import { type Finding, good, wrong } from './finding.ts';

/** So many are left to all functions without a reservation, or AWS refuses it. */
const LEFT_FREE = 100;
/** A worker runs for seconds, and the front function beside it: with fewer, people wait for each other. */
const ENOUGH = 50;

const RAISE =
  'ask for more in Service Quotas: AWS Lambda, Concurrent executions (L-B99A9384); 1,000 is usual, and costs nothing';

/**
 * Whether the account lets the functions run as often at once as is configured: a new account allows ten. `deployed` are
 * the bot's functions that are there already: what is reserved for them now is theirs to keep.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html
 */
export async function checkCapacity(
  lambda: LambdaClient,
  { reservedConcurrency }: Pick<Settings, 'reservedConcurrency'>,
  deployed: readonly string[],
  abortSignal: AbortSignal,
): Promise<Finding> {
  const place = { what: 'Lambda concurrency', where: 'the AWS account, in this region' };
  try {
    const [{ AccountLimit }, ...ours] = await Promise.all([
      lambda.send(new GetAccountSettingsCommand({}), { abortSignal }),
      ...deployed.map((name) => reservedFor(lambda, name, abortSignal)),
    ]);
    const { ConcurrentExecutions: limit = 0, UnreservedConcurrentExecutions: unreserved = limit } =
      AccountLimit ?? {};
    const free = unreserved + sum(ours);
    const wanted = sum(Object.values(reservedConcurrency));
    if (wanted > 0 && free - wanted < LEFT_FREE)
      return wrong(
        place,
        `reservedConcurrency wants ${wanted} of the ${free} that nobody else has reserved, and AWS wants ${LEFT_FREE} left free`,
        `lower it in the configuration, or take it out, or ${RAISE}`,
      );
    if (limit < ENOUGH)
      return wrong(place, `no more than ${limit} functions run at once, all of the account’s`, RAISE);
    return good(place, `${limit} at once, ${wanted} of them reserved for the bot`);
  } catch (error) {
    const { why, remedy } = awsProblem(error, 'call lambda:GetAccountSettings and GetFunctionConcurrency');
    return wrong(place, why, remedy);
  }
}

async function reservedFor(
  lambda: LambdaClient,
  FunctionName: string,
  abortSignal: AbortSignal,
): Promise<number> {
  const command = new GetFunctionConcurrencyCommand({ FunctionName });
  return (await lambda.send(command, { abortSignal })).ReservedConcurrentExecutions ?? 0;
}

function sum(numbers: readonly (number | undefined)[]): number {
  return numbers.reduce<number>((total, one) => total + (one ?? 0), 0);
}
