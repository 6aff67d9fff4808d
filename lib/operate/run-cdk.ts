import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Environment } from '../config.ts';
import type { Target } from './target.ts';

/** What the CDK's own program is told. https://docs.aws.amazon.com/cdk/v2/guide/cli.html */
export function cdkArguments(
  { stack, environment }: Pick<Target, 'stack' | 'environment'>,
  action: 'deploy' | 'destroy',
  { isAgreed }: { readonly isAgreed: boolean },
): string[] {
  const context = environment === undefined ? [] : ['--context', `env=${environment}`];
  const agreed = { deploy: ['--require-approval', 'never'], destroy: ['--force'] }[action];
  return [action, stack, ...context, ...(isAgreed ? agreed : [])];
}

/** Runs it on this very Node, in the terminal of the person; gives its exit code. */
export async function runCdk(args: readonly string[], env: Environment): Promise<number> {
  const program = fileURLToPath(new URL('../../node_modules/aws-cdk/bin/cdk', import.meta.url));
  const child = spawn(process.execPath, [program, ...args], { env: { ...env }, stdio: 'inherit' });
  const stop = () => child.kill();
  process.once('SIGTERM', stop);
  const [code] = await once(child, 'exit');
  process.removeListener('SIGTERM', stop);
  return code ?? 1;
}
