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

/** Runs it in a region; gives its exit code. */
export type RunCdk = (args: readonly string[], region: string) => Promise<number>;

/** On this very Node, in the terminal of the person. `env` is that of the person. */
export function cdkRunner(env: Environment): RunCdk {
  return async (args, region) => {
    const program = fileURLToPath(new URL('../../node_modules/aws-cdk/bin/cdk', import.meta.url));
    // Without one the CDK would take a region of its own choice.
    const child = spawn(process.execPath, [program, ...args], {
      env: { ...env, AWS_REGION: region },
      stdio: 'inherit',
    });
    process.once('SIGTERM', () => child.kill());
    // Ctrl+C reaches it as well, and it says what then becomes of the deployment.
    process.on('SIGINT', () => undefined);
    const [code] = await once(child, 'exit');
    return code ?? 1;
  };
}
