import * as z from 'zod/mini';
import { readCredentials } from '../lts/credentials.ts';
import { readSigningSecrets } from '../slack/signing-secrets.ts';

export const SECRET_NAMES = ['signing-secret', 'bot-token', 'lts-credentials'] as const;
export type SecretName = (typeof SECRET_NAMES)[number];

/** Where a person finds what belongs into it. */
export const FOUND_AT: Readonly<Record<SecretName, string>> = {
  'signing-secret': 'api.slack.com/apps, the app, Basic Information, Signing Secret',
  'bot-token': 'api.slack.com/apps, the app, OAuth & Permissions, Bot User OAuth Token',
  'lts-credentials': 'the Huawei Cloud console, My Credentials, Access Keys',
};

/**
 * What is wrong with the text of a secret, without a piece of it; undefined when it is as it must be. A new stack's
 * secrets hold random text.
 */
export function secretProblem(
  name: SecretName,
  text: string,
  sources: readonly string[],
): string | undefined {
  switch (name) {
    case 'signing-secret':
      return isSigningSecret(text)
        ? undefined
        : 'it is no signing secret of Slack, which has 32 hexadecimal digits';
    case 'bot-token':
      return /^xoxb-[\w-]{10,}$/.test(text)
        ? undefined
        : 'it is no bot token of Slack, which begins with xoxb-';
    case 'lts-credentials':
      return sources
        .map((source) => credentialsProblem(text, source))
        .find((problem) => problem !== undefined);
  }
}

const HEX = z.string().check(z.regex(/^[0-9a-f]{32}$/));

/** One as it stands, or while it is changed a JSON array of both. */
function isSigningSecret(text: string): boolean {
  try {
    return z.array(HEX).safeParse(readSigningSecrets(text)).success;
  } catch {
    return false;
  }
}

function credentialsProblem(text: string, source: string): string | undefined {
  try {
    readCredentials(text, source);
    return undefined;
  } catch (error) {
    // It names the source and what is missing, and no value.
    return error instanceof Error ? error.message : String(error);
  }
}
