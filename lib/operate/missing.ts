import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import type { Settings } from '../infra/settings.ts';
import { lookAtAccess } from './access.ts';
import type { Aws } from './aws-clients.ts';
import { awsProblem } from './aws-problem.ts';
import { checkAlarmTopic } from './check-alarm-topic.ts';
import { checkCapacity } from './check-capacity.ts';
import { checkPolicy } from './check-policy.ts';
import { checkSettings } from './check-settings.ts';
import { checkStack } from './check-stack.ts';
import { describeStack, findDeployment, functionsOf } from './deployment.ts';
import { type Finding, good, unknown, wrong } from './finding.ts';
import type { Target } from './target.ts';

const LOOK_UP_MS = 10_000;
/** What this version of the CDK asks for. https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html */
const BOOTSTRAP_STACK = 'CDKToolkit';
const BOOTSTRAP_VERSION = 6;

/** All that a deployment needs, and whether it is there. */
export async function lookAtNeeds(aws: Aws, target: Target): Promise<Finding[]> {
  const signal = AbortSignal.timeout(LOOK_UP_MS);
  const [{ findings, settings }, account] = await Promise.all([
    checkSettings(target.settings),
    lookAtAccount(aws, target, signal),
  ]);
  const isUsable = account.every(({ state }) => state === 'ok');
  const { alarmTarget } = settings ?? {};
  const reserves = settings !== undefined && Object.keys(settings.reservedConcurrency).length > 0;
  return [
    ...findings,
    ...(settings ? [policyOf(settings)] : []),
    ...account,
    ...(isUsable && alarmTarget?.startsWith('arn:')
      ? [checkAlarmTopic(alarmTarget, await aws.sts.config.region())]
      : []),
    ...(isUsable && reserves ? [await capacityFor(aws, target, settings, signal)] : []),
  ];
}

async function capacityFor(aws: Aws, { stack }: Target, settings: Settings, signal: AbortSignal) {
  // What cannot be looked at is taken for not there: the first deployment needs all of the room.
  const there = await findDeployment(aws.cloudformation, stack, signal).catch(() => undefined);
  return checkCapacity(aws.lambda, settings, there ? functionsOf(there.outputs) : [], signal);
}

function policyOf({ policy, sources }: Settings): Finding {
  return checkPolicy(
    policy,
    sources.map(({ name }) => name),
  );
}

async function lookAtAccount(aws: Aws, { stack }: Target, signal: AbortSignal): Promise<Finding[]> {
  const access = await lookAtAccess(aws, signal);
  const place = { what: 'CDK bootstrap', where: `the stack ${BOOTSTRAP_STACK}` };
  if (access.some(({ state }) => state !== 'ok'))
    return [...access, unknown(place, 'not asked without region and credentials')];
  const looking = [checkStack(aws.cloudformation, stack, signal), lookAtBootstrap(aws, place, signal)];
  return [...access, ...(await Promise.all(looking))];
}

async function lookAtBootstrap(
  { cloudformation, sts }: Aws,
  place: { what: string; where: string },
  signal: AbortSignal,
): Promise<Finding> {
  try {
    const stack = await describeStack(cloudformation, BOOTSTRAP_STACK, signal);
    const { OutputValue = '0' } =
      stack?.Outputs?.find(({ OutputKey }) => OutputKey === 'BootstrapVersion') ?? {};
    if (Number(OutputValue) >= BOOTSTRAP_VERSION) return good(place, `version ${OutputValue}`);
    const { Account = 'ACCOUNT' } = await sts.send(new GetCallerIdentityCommand({}), { abortSignal: signal });
    const why = stack ? `version ${OutputValue} is too old` : 'the account has none in this region';
    const remedy = `once for each account and region: npx cdk bootstrap aws://${Account}/${await sts.config.region()}`;
    return wrong(place, why, remedy);
  } catch (error) {
    const { why, remedy } = awsProblem(error, 'call cloudformation:DescribeStacks');
    return wrong(place, why, remedy);
  }
}
