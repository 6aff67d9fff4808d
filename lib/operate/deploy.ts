import { readSettings } from '../infra/settings.ts';
import type { Aws } from './aws-clients.ts';
import { findDeployment } from './deployment.ts';
import { describeFinding } from './finding.ts';
import { lookAtNeeds } from './missing.ts';
import { nextSteps } from './next-steps.ts';
import { cdkArguments, type RunCdk } from './run-cdk.ts';
import type { Target } from './target.ts';

export interface Work {
  readonly aws: Aws;
  readonly target: Target;
  /** The person has agreed to all that it may ask. */
  readonly isAgreed: boolean;
  readonly runCdk: RunCdk;
  readonly say: (text: string) => void;
}

const LOOK_UP_MS = 10_000;

/** Says all that is missing; where nothing is, deploys, and says what is left to do. Gives the exit code. */
export async function deploy({ aws, target, isAgreed, runCdk, say }: Work): Promise<number> {
  const missing = (await lookAtNeeds(aws, target)).filter(({ state }) => state !== 'ok');
  if (missing.length > 0) {
    say(missing.map(describeFinding).join('\n'));
    say(`\nNothing was deployed to ${target.stack}.`);
    return 1;
  }
  const region = await aws.sts.config.region();
  say(`Deploying ${target.stack} to ${region}.`);
  const code = await runCdk(cdkArguments(target, 'deploy', { isAgreed }), region);
  if (code !== 0) return code;
  const signal = AbortSignal.timeout(LOOK_UP_MS);
  const { outputs } = await findDeployment(aws.cloudformation, target.stack, signal);
  const { slack } = await readSettings(target.settings);
  say(`\n${nextSteps(outputs.RequestUrl, target, slack.appId)}`);
  return 0;
}
