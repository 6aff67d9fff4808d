import { readSettings } from '../infra/settings.ts';
import type { Aws } from './aws-clients.ts';
import { findDeployment, secretsOf } from './deployment.ts';
import { askForSecrets, type HiddenTerminal, unfilledSecrets } from './fill-secrets.ts';
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
  /** Absent where nobody is to be asked for anything. */
  readonly openTerminal?: (() => HiddenTerminal) | undefined;
}

const LOOK_UP_MS = 10_000;

/** Says all that is missing; where nothing is, deploys, and says what is left to do. Gives the exit code. */
export async function deploy(work: Work): Promise<number> {
  const { aws, target, isAgreed, runCdk, say } = work;
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
  const settings = await readSettings(target.settings);
  const filling = {
    secretsManager: aws.secretsManager,
    secrets: secretsOf(outputs),
    sources: settings.sources.map(({ name }) => name),
  };
  const unfilled = await unfilledSecrets(filling);
  say(`\n${nextSteps(outputs.RequestUrl, target, settings, unfilled)}`);
  if (unfilled.length === 0 || !work.openTerminal) return 0;
  say('The secrets can be filled in at once:');
  await askForSecrets(filling, unfilled, work.openTerminal(), say);
  return 0;
}
