import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { endWith } from '../end-with.ts';
import { type Aws, connectAws } from './aws-clients.ts';
import { awsProblem, NO_REGION } from './aws-problem.ts';
import { type Finding, good, wrong } from './finding.ts';

/** Whether AWS can be asked at all: in which region, and as whom. */
export async function lookAtAccess(aws: Aws, signal: AbortSignal): Promise<Finding[]> {
  const region = await aws.sts.config.region().catch(() => undefined);
  const place = { what: 'AWS region', where: 'AWS_REGION, or the profile' };
  return [
    region === undefined ? wrong(place, NO_REGION.why, NO_REGION.remedy) : good(place, region),
    // Who somebody is, is the same everywhere.
    await lookAtIdentity(region === undefined ? connectAws('us-east-1', aws.proxy) : aws, signal),
  ];
}

async function lookAtIdentity({ sts }: Pick<Aws, 'sts'>, abortSignal: AbortSignal): Promise<Finding> {
  const place = { what: 'AWS credentials', where: 'the environment, or the profile' };
  try {
    // What finds the credentials, such as a program of the profile's, knows no signal.
    const asking = sts.send(new GetCallerIdentityCommand({}), { abortSignal });
    const { Arn = '' } = await endWith(asking, abortSignal);
    return good(place, Arn);
  } catch (error) {
    const { why, remedy } = awsProblem(error, 'call sts:GetCallerIdentity');
    return wrong(place, why, remedy);
  }
}
