import { logError } from '../log.ts';
import { type AwsAccess, AwsCallError, callAws } from './call.ts';

const TIMEOUT_MS = 1_500;
/** After this a changed secret is in use everywhere, without a deployment. */
const KEPT_MS = 5 * 60_000;
/** How often it is read at most, however often somebody doubts it: strangers can. */
const KEPT_IN_DOUBT_MS = 30_000;

/** A secret as a container keeps it. */
export interface Secret {
  /**
   * The value that was read up to five minutes ago; up to 30 seconds when it is in doubt, or could not be read last
   * time. One that cannot be read again stays. Throws AwsCallError while it was never read.
   */
  read(): Promise<string>;
  /** Something did not fit it: it may have changed. */
  doubt(): void;
}

/** The current value of a secret in Secrets Manager. `now` is in ms. */
export function keepSecret(access: AwsAccess, arn: string, now: () => number): Secret {
  let kept: string | undefined;
  let triedAt = 0;
  let keptMs = KEPT_MS;
  return {
    async read() {
      if (kept !== undefined && now() - triedAt < keptMs) return kept;
      triedAt = now();
      try {
        kept = await readSecret(access, arn);
        keptMs = KEPT_MS;
      } catch (error) {
        if (kept === undefined) throw error;
        logError('a secret could not be read again', error);
        keptMs = KEPT_IN_DOUBT_MS;
      }
      return kept;
    },
    doubt() {
      keptMs = KEPT_IN_DOUBT_MS;
    },
  };
}

async function readSecret(access: AwsAccess, arn: string): Promise<string> {
  const answer = readJson(
    await callAws(access, {
      service: 'secretsmanager',
      path: '/',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'secretsmanager.GetSecretValue',
      },
      body: JSON.stringify({ SecretId: arn }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }),
  );
  if (
    typeof answer === 'object' &&
    answer &&
    'SecretString' in answer &&
    typeof answer.SecretString === 'string'
  ) {
    return answer.SecretString;
  }
  throw new AwsCallError(`secretsmanager holds no text for ${arn}`);
}

/** What JSON.parse says of what it cannot read quotes it, and it may be half a secret. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AwsCallError('secretsmanager sent no JSON');
  }
}
