import { parseArgs } from 'node:util';
import { lookAtAccess } from '../lib/operate/access.ts';
import { describeStack } from '../lib/operate/deployment.ts';
import { describeFinding } from '../lib/operate/finding.ts';

import { cdkArguments, runCdk } from '../lib/operate/run-cdk.ts';
import { whatGoes } from '../lib/operate/what-goes.ts';
import { openTarget, runProgram, soon } from './operator-program.ts';

const USAGE = `npm run destroy -- [--env NAME] [--yes]

  Says what of the stack would go, and what is kept; with --yes, destroys it with the CDK.

  --env  which of several deployments: chatops.config.NAME.json
  --yes  does it`;

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
  const signal = soon();
  const missing = (await lookAtAccess(aws, signal)).filter(({ state }) => state !== 'ok');
  if (missing.length > 0) {
    console.log(missing.map(describeFinding).join('\n'));
    console.log('\nNothing was destroyed.');
    return 1;
  }
  const region = await aws.sts.config.region();
  const stack = await describeStack(aws.cloudformation, target.stack, signal);
  if (!stack) {
    console.log(`There is no stack ${target.stack} in ${region}.`);
    return 1;
  }
  const { kept, goes } = await whatGoes(aws.cloudformation, target.stack, signal);
  console.log(`${target.stack} in ${region}, of which ${goes.length} resources go:`);
  console.log(goes.map((one) => `  ${one}`).join('\n'));
  console.log(
    kept.length > 0 ? `These are kept, and cost as before until you delete them:` : 'Nothing is kept.',
  );
  console.log(kept.map((one) => `  ${one}`).join('\n'));
  if (stack.EnableTerminationProtection) {
    const remedy = `aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name ${target.stack}`;
    console.log(`\nNothing was destroyed: the stack is protected. To take that away:\n  ${remedy}`);
    return 1;
  }
  if (!values.yes) {
    console.log(`\nNothing was destroyed. To do it: ${target.npm('destroy', '--yes')}`);
    return 1;
  }
  const args = cdkArguments(target, 'destroy', { isAgreed: true });
  return runCdk(args, { ...process.env, AWS_REGION: region });
}, 'npm run destroy -- --help');
