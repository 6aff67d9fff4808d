import { type AwsAccess, AwsCallError, callAws } from './call.ts';

const TIMEOUT_MS = 1_500;

/** The current value of a secret in Secrets Manager. */
export async function readSecret(access: AwsAccess, arn: string): Promise<string> {
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
