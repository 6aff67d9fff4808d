import { readFile } from 'node:fs/promises';
// Not zod/mini, as in the functions: here size does not matter, and a wrong file gets zod's full explanations.
import * as z from 'zod';
import { ChatOpsError } from '../errors.ts';
import { Sources } from '../sources.ts';

/** What a team sets before it deploys, in `chatops.config.json`. Nothing of it is secret. */
const Settings = z.strictObject({
  command: z.string().regex(/^\/[a-z0-9_-]{1,31}$/, 'must be a slash and up to 31 letters'),
  /** The workspace that installs the app, and the app. */
  slack: z.strictObject({
    teamId: z.string().regex(/^T[A-Z0-9]{5,}$/, 'must be a Slack workspace id such as T012ABCDEF'),
    appId: z.string().regex(/^A[A-Z0-9]{5,}$/, 'must be a Slack app id such as A012ABCDEF'),
  }),
  /** The LTS projects; the first is the default. */
  sources: Sources,
});
export type Settings = z.infer<typeof Settings>;

/** The settings file is missing or wrong; the message says what, where, and what was expected. */
class SettingsError extends ChatOpsError {
  readonly code = 'settings';
}

export async function readSettings(path: string): Promise<Settings> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw new SettingsError(`${path} cannot be read as JSON: ${String(cause)}`, { cause });
  }
  const { data, error } = Settings.safeParse(value);
  if (data) return data;
  const problems = error.issues.map((issue) => `${issue.path.join('.') || 'the file'}: ${issue.message}`);
  throw new SettingsError(`${path}: ${problems.join('; ')}`);
}
