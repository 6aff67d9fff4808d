import * as z from 'zod/mini';
import { ChatOpsError } from '../errors.ts';

const text = z.string().check(z.minLength(1));

const AccessKey = z.strictObject({ accessKey: text, secretKey: text, securityToken: z.optional(text) });
const Login = z.strictObject({ domain: text, user: text, password: text });
const ReadyToken = z.strictObject({ token: text });

/** The two ways to authenticate (API reference, 3.2): an access key signs; a token is fetched from IAM, or given. */
const Credentials = z.union([AccessKey, Login, ReadyToken]);
export type Credentials = z.infer<typeof Credentials>;
export type Login = z.infer<typeof Login>;

/** The secret with the LTS credentials does not hold what it must. The message names no value. */
class CredentialsError extends ChatOpsError {
  readonly code = 'credentials';
}

/** Reads the secret: JSON, one entry a source, e.g. `{"main": {"accessKey": "…", "secretKey": "…"}}`. */
export function readCredentials(secret: string, source: string): Credentials {
  let entries: unknown;
  try {
    entries = JSON.parse(secret);
  } catch {
    throw new CredentialsError('The LTS credentials are not JSON');
  }
  const { data } = z.record(z.string(), z.unknown()).safeParse(entries);
  const credentials = Credentials.safeParse(data?.[source]);
  if (credentials.success) return credentials.data;
  throw new CredentialsError(
    `The LTS credentials need an entry "${source}" with accessKey and secretKey (and securityToken, if temporary), ` +
      'or domain, user and password, or token',
  );
}
