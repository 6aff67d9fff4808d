import type { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { awsProblem } from './aws-problem.ts';
import { describeStack, describeStranger, isOurs } from './deployment.ts';
import { type Finding, good, wrong } from './finding.ts';

const ELSEWHERE =
  'deploy in another region, or by another name: "-- --env NAME", with a configuration chatops.config.NAME.json';

/** Whether what is there under this name, if anything is, may be deployed over, and by now. */
export async function checkStack(
  cloudformation: CloudFormationClient,
  stack: string,
  signal: AbortSignal,
): Promise<Finding> {
  const place = { what: 'stack', where: stack };
  try {
    const found = await describeStack(cloudformation, stack, signal);
    const { StackStatus: status = '' } = found ?? {};
    // Of the latter there is nothing yet but the name.
    if (!found || status === 'REVIEW_IN_PROGRESS') return good(place, 'it is yet to come');
    if (!isOurs(found)) return wrong(place, describeStranger(found, stack), ELSEWHERE);
    if (status.endsWith('_IN_PROGRESS')) return wrong(place, `it is ${status}`, 'wait until it is done');
    return good(place, `it is ${status}`);
  } catch (error) {
    const { why, remedy } = awsProblem(error, 'call cloudformation:DescribeStacks');
    return wrong(place, why, remedy);
  }
}
