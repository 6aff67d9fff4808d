import { PutSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { readSecret } from './check-secrets.ts';
import { FOUND_AT, SECRET_NAMES, type SecretName, secretProblem } from './secrets.ts';

/** The secrets of a deployment. */
export interface Filling {
  readonly secretsManager: SecretsManagerClient;
  readonly secrets: Readonly<Record<SecretName, string>>;
  /** The names of the LTS projects. */
  readonly sources: readonly string[];
}

const CALL_MS = 10_000;
/** In bytes. https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_limits.html */
const MOST = 65_536;
const ATTEMPTS = 5;

/**
 * Writes the text into the secret, if it is what belongs there; gives what is wrong with it, else undefined.
 * @throws what the SDK throws
 */
export async function fillSecret(
  { secretsManager, secrets, sources }: Filling,
  name: SecretName,
  text: string,
): Promise<string | undefined> {
  const problem = secretProblem(name, text, sources);
  if (problem !== undefined) return problem;
  // Where AWS refuses it, it may say what it has refused.
  if (Buffer.byteLength(text) > MOST) return 'it is longer than Secrets Manager takes';
  const command = new PutSecretValueCommand({ SecretId: secrets[name], SecretString: text });
  await secretsManager.send(command, { abortSignal: AbortSignal.timeout(CALL_MS) });
  return undefined;
}

/** A terminal at which a person sees nothing of what they type. */
export interface HiddenTerminal {
  /** An empty answer is one. */
  ask(question: string): Promise<string>;
  close(): void;
}

/** Those that do not hold what belongs there, or cannot be read. */
export async function unfilledSecrets({ secretsManager, secrets, sources }: Filling): Promise<SecretName[]> {
  const signal = AbortSignal.timeout(CALL_MS);
  const looking = SECRET_NAMES.map(async (name) => {
    const text = await readSecret(secretsManager, secrets[name], signal).catch(() => '');
    return secretProblem(name, text, sources) === undefined ? [] : [name];
  });
  return (await Promise.all(looking)).flat();
}

/** Asks for one after the other. @throws what the SDK throws */
export async function askForSecrets(
  filling: Filling,
  names: readonly SecretName[],
  terminal: HiddenTerminal,
  say: (line: string) => void,
): Promise<void> {
  try {
    for (const name of names) {
      const isFilled = await askForSecret(filling, name, terminal.ask, say);
      say(isFilled ? 'Filled in.\n' : 'Left as it is.\n');
    }
  } finally {
    terminal.close();
  }
}

/** Asks for a secret until it is one, a few times, or until nothing is answered: then it stays as it is. Gives whether it was filled. */
async function askForSecret(
  filling: Filling,
  name: SecretName,
  ask: HiddenTerminal['ask'],
  say: (line: string) => void,
): Promise<boolean> {
  say(`${name}: ${FOUND_AT[name]}. Enter alone leaves it as it is.`);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const text =
      name === 'lts-credentials' ? await askForKeys(filling, ask) : (await ask(`${name}: `)).trim();
    if (text === '') return false;
    const problem = await fillSecret(filling, name, text);
    if (problem === undefined) return true;
    say(`Not filled in: ${problem}.`);
  }
  return false;
}

/** An access key for each source; one that is not given stays as it is. */
async function askForKeys(
  { secretsManager, secrets, sources }: Filling,
  ask: HiddenTerminal['ask'],
): Promise<string> {
  const given: Record<string, unknown> = {};
  for (const source of sources) {
    const accessKey = (await ask(`access key (AK) of ${source}: `)).trim();
    if (accessKey === '') continue;
    given[source] = { accessKey, secretKey: (await ask(`secret key (SK) of ${source}: `)).trim() };
  }
  if (Object.keys(given).length === 0) return '';
  const signal = AbortSignal.timeout(CALL_MS);
  return JSON.stringify({
    ...parse(await readSecret(secretsManager, secrets['lts-credentials'], signal)),
    ...given,
  });
}

function parse(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
