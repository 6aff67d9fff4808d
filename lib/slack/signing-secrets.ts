import { ChatOpsError } from '../errors.ts';

/** The secret in Secrets Manager does not hold what it must. The message tells nothing of it. */
class SigningSecretError extends ChatOpsError {
  readonly code = 'signing_secret';
}

/**
 * Secrets Manager holds one signing secret as it stands, or, for a while after Slack has made a new one, a JSON array of
 * both: a request is genuine if one of them fits.
 *
 * @throws SigningSecretError
 */
export function readSigningSecrets(text: string): readonly string[] {
  const secrets = text.startsWith('[') ? parse(text) : [text];
  // With an empty secret anybody could sign.
  const areWhole = Array.isArray(secrets) && secrets.every((one) => typeof one === 'string' && one !== '');
  if (areWhole && (secrets.length === 1 || secrets.length === 2)) return secrets;
  throw new SigningSecretError('The signing secret is neither a text nor a JSON array of two');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
