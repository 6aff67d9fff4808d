import { parseArgs } from 'node:util';
import { readSettings } from '../lib/infra/settings.ts';
import { findDeployment } from '../lib/operate/deployment.ts';
import { describeFinding } from '../lib/operate/finding.ts';
import { lookAtNeeds } from '../lib/operate/missing.ts';
import { nextSteps } from '../lib/operate/next-steps.ts';
import { cdkArguments, runCdk } from '../lib/operate/run-cdk.ts';
import { openTarget, runProgram, soon } from './operator-program.ts';

const USAGE = `npm run deploy -- [--env NAME] [--yes]

  Says all that is missing, if anything is; else deploys with the CDK, and says what is left to do.

  --env  which of several deployments: chatops.config.NAME.json
  --yes  does not ask before permissions are widened`;

await runProgram(async () => {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean', default: false },
      env: { type: 'string' },
      yes: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const { aws, target } = openTarget(values.env);
  const missing = (await lookAtNeeds(aws, target)).filter(({ state }) => state !== 'ok');
  if (missing.length > 0) {
    console.log(missing.map(describeFinding).join('\n'));
    console.log(`\nNothing was deployed to ${target.stack}.`);
    return 1;
  }
  const region = await aws.sts.config.region();
  console.log(`Deploying ${target.stack} to ${region}.`);
  const args = cdkArguments(target, 'deploy', { isAgreed: values.yes });
  // Without one the CDK would take a region of its own choice.
  const code = await runCdk(args, { ...process.env, AWS_REGION: region });
  if (code !== 0) return code;
  const signal = soon();
  const { outputs } = await findDeployment(aws.cloudformation, target.stack, signal);
  const { slack } = await readSettings(target.settings);
  console.log(`\n${nextSteps(outputs.RequestUrl, target, slack.appId)}`);
  return 0;
}, 'npm run deploy -- --help');
