import { parseArgs } from 'node:util';
import { ChatOpsError } from '../lib/errors.ts';
import { proxySettings } from '../lib/lts/proxy-settings.ts';
import { type Aws, connectAws } from '../lib/operate/aws-clients.ts';
import { awsProblem, isAwsFailure } from '../lib/operate/aws-problem.ts';
import type { Work } from '../lib/operate/deploy.ts';
import { describeFinding, type Finding, summarise } from '../lib/operate/finding.ts';
import { cdkRunner } from '../lib/operate/run-cdk.ts';
import { chosenEnvironment, type Target, targetOf } from '../lib/operate/target.ts';
import { openHiddenTerminal } from './hidden-terminal.ts';

/** The one that the CDK reads too; the SDK itself knows only the first. */
function regionOf(env = process.env): string | undefined {
  return env.AWS_REGION || env.AWS_DEFAULT_REGION || undefined;
}

/** Settings are read where the program is started, as the CDK's application does. */
export function openTarget(environment: string | undefined): { readonly target: Target; readonly aws: Aws } {
  return {
    target: targetOf(process.cwd(), chosenEnvironment(environment, process.env)),
    aws: connectAws(regionOf(), proxySettings(process.env)),
  };
}

/** Within ten seconds AWS has to say how things stand. */
export function soon(): AbortSignal {
  return AbortSignal.timeout(10_000);
}

export function printFindings(findings: readonly Finding[]): void {
  for (const finding of findings) console.log(describeFinding(finding));
  console.log(`\n${summarise(findings)}`);
}

/**
 * Runs a program that ends by itself, with the exit code that it gives. What the person did wrong is told in one line;
 * connections that are kept open do not keep it alive.
 */
export async function runProgram(run: () => Promise<number>, help: string): Promise<never> {
  try {
    process.exit(await run());
  } catch (error) {
    if (error instanceof ChatOpsError) console.error(error.message);
    else if (isOptionError(error))
      console.error(`${error.message.split('\n')[0]}; "${help}" lists the options`);
    else if (isAwsFailure(error)) console.error(describeAwsProblem(error));
    else console.error(error);
    process.exit(1);
  }
}

function describeAwsProblem(error: unknown): string {
  const { why, remedy } = awsProblem(error, 'do this');
  return `${why}\ndo: ${remedy}`;
}

/** One that changes a stack; `npm run` calls it by its name. */
export function runStackProgram(
  name: string,
  change: (work: Work) => Promise<number>,
  usage: string,
): Promise<never> {
  return runProgram(async () => {
    const { values } = parseArgs({
      options: {
        help: { type: 'boolean', default: false },
        env: { type: 'string' },
        yes: { type: 'boolean', default: false },
      },
    });
    const { help, env, yes: isAgreed } = values;
    // Nobody is at a pipeline's terminal.
    const openTerminal = process.stdin.isTTY && !isAgreed ? openHiddenTerminal : undefined;
    const work = { ...openTarget(env), isAgreed, runCdk: cdkRunner(process.env), say: console.log };
    if (!help) return change({ ...work, openTerminal });
    console.log(usage);
    return 0;
  }, `npm run ${name} -- --help`);
}

/** What parseArgs throws. https://nodejs.org/api/util.html#utilparseargsconfig */
function isOptionError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
