import { lookAtAccess } from './access.ts';
import type { Aws } from './aws-clients.ts';
import { awsProblem } from './aws-problem.ts';
import { checkCapacity } from './check-capacity.ts';
import { checkPolicy } from './check-policy.ts';
import { checkSettings } from './check-settings.ts';
import { checkStack } from './check-stack.ts';
import { readDeployedSetup } from './deployed-setup.ts';
import { findDeployment, functionsOf, NotDeployedError, type Outputs } from './deployment.ts';
import { examine } from './examine.ts';
import { type Finding, good, wrong } from './finding.ts';
import { NoWorkspaceError, readLocalSetup } from './local-setup.ts';
import type { Target } from './target.ts';

/** For what has to be known before the checks begin. */
const LOOK_UP_MS = 10_000;

/** Looks at the local workspace that has its page at `url`, without a slash at the end. */
export async function examineLocal(url: string, now = Date.now): Promise<Finding[]> {
  try {
    return await examine(await readLocalSetup(url), { now });
  } catch (error) {
    if (!(error instanceof NoWorkspaceError)) throw error;
    const remedy = 'npm start, and give its address: npm run doctor -- --url http://127.0.0.1:3000';
    return [wrong({ what: 'local workspace', where: url }, error.message, remedy)];
  }
}

/** Looks at a deployment; at one that is yet to come, whether it could be made. */
export async function examineDeployment(aws: Aws, target: Target, now = Date.now): Promise<Finding[]> {
  const signal = AbortSignal.timeout(LOOK_UP_MS);
  const [{ findings: first, settings }, access] = await Promise.all([
    checkSettings(target.settings),
    lookAtAccess(aws, signal),
  ]);
  if (!settings) return [...first, ...access];
  const policy = checkPolicy(
    settings.policy,
    settings.sources.map(({ name }) => name),
  );
  if (access.some(({ state }) => state !== 'ok')) return [...first, policy, ...access];
  const { stack, outputs } = await lookForStack(aws, target, signal);
  const capacity = checkCapacity(aws.lambda, settings, outputs ? functionsOf(outputs) : [], signal);
  if (!outputs) return [...first, policy, ...access, await capacity, stack];
  const { setup, findings } = await readDeployedSetup(aws, outputs, settings, target, signal);
  return [...first, ...access, stack, ...findings, await capacity, ...(await examine(setup, { now }))];
}

/** Outputs are there where there is something to look at. */
async function lookForStack(
  { cloudformation }: Aws,
  { stack, npm }: Target,
  signal: AbortSignal,
): Promise<{ readonly stack: Finding; readonly outputs?: Outputs }> {
  const place = { what: 'stack', where: stack };
  try {
    const { status, outputs } = await findDeployment(cloudformation, stack, signal);
    return { stack: judgeStatus(place, status, npm('deploy')), outputs };
  } catch (error) {
    if (error instanceof NotDeployedError) {
      // Another program's, or one that is being made, has to be dealt with first.
      const judged = await checkStack(cloudformation, stack, signal);
      return { stack: judged.state === 'ok' ? wrong(place, error.message, npm('deploy')) : judged };
    }
    const { why, remedy } = awsProblem(error, 'call cloudformation:DescribeStacks');
    return { stack: wrong(place, why, remedy) };
  }
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html */
function judgeStatus(place: { what: string; where: string }, status: string, deploy: string): Finding {
  if (/^(CREATE|UPDATE|IMPORT)_COMPLETE$/.test(status)) return good(place, `it is ${status}`);
  if (status.endsWith('_IN_PROGRESS')) return wrong(place, `it is ${status}`, 'wait until it is done');
  const events = 'the stack’s events, in the CloudFormation console, say why';
  return wrong(place, `it is ${status}: the last deployment failed`, `${deploy}; ${events}`);
}
