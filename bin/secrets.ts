import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { readSettings } from '../lib/infra/settings.ts';
import { awsProblem } from '../lib/operate/aws-problem.ts';
import { findDeployment, NotDeployedError, secretsOf } from '../lib/operate/deployment.ts';
import { askForSecrets, type Filling, fillSecret } from '../lib/operate/fill-secrets.ts';
import { SECRET_NAMES, type SecretName } from '../lib/operate/secrets.ts';
import { openHiddenTerminal } from './hidden-terminal.ts';
import { openTarget, runProgram, soon } from './operator-program.ts';

const USAGE = `npm run secrets -- [${SECRET_NAMES.join('] [')}] [--env NAME]

  Fills in the secrets of a deployment, all three or those that are named. In a terminal each is asked for, and nothing of it
  is shown; what belongs there is checked first. From a program, one is read from stdin as it is:

    some-vault read lts | npm run secrets -- lts-credentials

  lts-credentials are JSON, an entry for each source:
    {"main": {"accessKey": "…", "secretKey": "…"}}, or domain, user and password, or token

  --env  which of several deployments: chatops.config.NAME.json`;

await runProgram(async () => {
  const { values, positionals } = parseArgs({
    options: { help: { type: 'boolean', default: false }, env: { type: 'string' } },
    allowPositionals: true,
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const names = positionals.filter(isSecretName);
  if (names.length < positionals.length) return fail(`there are the secrets ${SECRET_NAMES.join(', ')}`);
  const { aws, target } = openTarget(values.env);
  const settings = await readSettings(target.settings);
  const signal = soon();
  try {
    const { outputs } = await findDeployment(aws.cloudformation, target.stack, signal);
    const filling = {
      secretsManager: aws.secretsManager,
      secrets: secretsOf(outputs),
      sources: settings.sources.map(({ name }) => name),
    };
    if (process.stdin.isTTY)
      await askForSecrets(
        filling,
        names.length > 0 ? names : SECRET_NAMES,
        openHiddenTerminal(),
        console.log,
      );
    else if ((await fillFromStdin(filling, names)) !== 0) return 1;
  } catch (error) {
    if (error instanceof NotDeployedError) return fail(`${error.message}: ${target.npm('deploy')}`);
    const { why, remedy } = awsProblem(error, 'read the stack and write its secrets');
    return fail(`${why}\ndo: ${remedy}`);
  }
  console.log(`In use within five minutes. What is still wrong says: ${target.npm('doctor')}`);
  return 0;
}, 'npm run secrets -- --help');

async function fillFromStdin(filling: Filling, names: readonly SecretName[]): Promise<number> {
  const [only] = names;
  if (only === undefined || names.length > 1) return fail('name one secret, whose text is read from stdin');
  const problem = await fillSecret(filling, only, (await text(process.stdin)).trim());
  if (problem !== undefined) return fail(`${only} was not filled in: ${problem}`);
  console.log(`${only} is filled in.`);
  return 0;
}

function isSecretName(name: string): name is SecretName {
  return SECRET_NAMES.some((known) => known === name);
}

function fail(why: string): number {
  console.error(why);
  return 1;
}
