import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { awsProblem } from './aws-problem.ts';
import { type Finding, good, wrong } from './finding.ts';
import { SECRET_NAMES, type SecretName, secretProblem } from './secrets.ts';
import type { ReadSecret, Setup } from './setup.ts';

/** The current text of a secret, and what the SDK throws. */
export async function readSecret(
  client: SecretsManagerClient,
  id: string,
  abortSignal: AbortSignal,
): Promise<string> {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: id }), { abortSignal });
  return SecretString ?? '';
}

/** Each is asked for once, however many checks want it. */
export function readSecretsOnce({ secretsManager, secrets }: Setup, signal: AbortSignal): ReadSecret {
  const asked = new Map<SecretName, Promise<string>>();
  return (name) => {
    const reading = asked.get(name) ?? readSecret(secretsManager, secrets[name], signal);
    asked.set(name, reading);
    return reading;
  };
}

/** Whether the three secrets hold what they must. */
export function checkSecrets(setup: Setup, read: ReadSecret): Promise<Finding[]> {
  return Promise.all(SECRET_NAMES.map((name) => checkSecret(name, setup, read)));
}

async function checkSecret(name: SecretName, setup: Setup, read: ReadSecret): Promise<Finding> {
  const place = { what: `secret ${name}`, where: setup.secrets[name] };
  let text: string;
  try {
    text = await read(name);
  } catch (error) {
    const { why, remedy } = awsProblem(error, 'read the secret');
    return wrong(place, why, remedy);
  }
  const sources = setup.sources.map((source) => source.name);
  const problem = secretProblem(name, text, sources);
  return problem === undefined
    ? good(place, 'it is filled and well-formed')
    : wrong(place, problem, setup.fillSecret(name));
}

/** The secret, where it is one that its check finds nothing wrong with: without it others cannot be made. */
export async function usableSecret(
  name: SecretName,
  sources: readonly string[],
  read: ReadSecret,
): Promise<string | undefined> {
  const text = await read(name).catch(() => undefined);
  return text === undefined || secretProblem(name, text, sources) !== undefined ? undefined : text;
}
