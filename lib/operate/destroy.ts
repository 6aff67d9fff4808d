import { lookAtAccess } from './access.ts';
import type { Work } from './deploy.ts';
import { describeStack, describeStranger, isOurs } from './deployment.ts';
import { describeFinding } from './finding.ts';
import { cdkArguments } from './run-cdk.ts';
import { whatGoes } from './what-goes.ts';

const LOOK_UP_MS = 10_000;

/** Says what goes and what is kept, and destroys the stack if the person has agreed. Gives the exit code. */
export async function destroy({ aws, target, isAgreed, runCdk, say }: Work): Promise<number> {
  const { stack: name } = target;
  const signal = AbortSignal.timeout(LOOK_UP_MS);
  const missing = (await lookAtAccess(aws, signal)).filter(({ state }) => state !== 'ok');
  if (missing.length > 0) {
    say(missing.map(describeFinding).join('\n'));
    say('\nNothing was destroyed.');
    return 1;
  }
  const region = await aws.sts.config.region();
  const stack = await describeStack(aws.cloudformation, name, signal);
  if (!stack) {
    say(`There is no stack ${name} in ${region}.`);
    return 1;
  }
  if (!isOurs(stack)) {
    say(`Nothing was destroyed in ${region}: ${describeStranger(stack, name)}.`);
    return 1;
  }
  const { kept, goes } = await whatGoes(aws.cloudformation, name, signal);
  say(`Of ${name} in ${region} these go:`);
  for (const one of goes) say(`  ${one}`);
  say(kept.length > 0 ? 'These are kept, and cost as before until you delete them:' : 'Nothing is kept.');
  for (const one of kept) say(`  ${one}`);
  if (stack.EnableTerminationProtection) {
    say(`\nNothing was destroyed: the stack is protected. To take that away:\n  ${unprotect(name)}`);
    return 1;
  }
  if (!isAgreed) {
    say(`\nNothing was destroyed. To do it: ${target.npm('destroy', '--yes')}`);
    return 1;
  }
  return runCdk(cdkArguments(target, 'destroy', { isAgreed }), region);
}

function unprotect(stack: string): string {
  return `aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name ${stack}`;
}
