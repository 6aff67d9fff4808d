import { join } from 'node:path';
import type { Environment } from '../config.ts';
import { settingsFile, stackName } from '../infra/environment.ts';
import { SettingsError } from '../infra/settings.ts';

/** Which of several deployments a program is about. */
export interface Target {
  /** Absent: the usual one. */
  readonly environment: string | undefined;
  readonly stack: string;
  /** The path of its configuration. */
  readonly settings: string;
  /** How a person starts another program for it: `npm run secrets -- bot-token --env staging`. */
  npm(program: string, ...options: string[]): string;
}

/**
 * Which environment a person means: by `--env`, else by CHATOPS_ENV. What was to name one and does not, such as an empty
 * variable of a script, is never taken for the usual one, which people work with.
 * @throws SettingsError
 */
export function chosenEnvironment(
  option: string | undefined,
  { CHATOPS_ENV, npm_config_env: taken }: Environment,
): string | undefined {
  if (option === '') throw new SettingsError('--env names no environment: give one, or leave it out');
  // npm takes what stands before "--" for its own.
  if (option === undefined && taken !== undefined)
    throw new SettingsError('--env went to npm: write "--" before it, as in npm run doctor -- --env staging');
  return option ?? (CHATOPS_ENV || undefined);
}

/** @throws SettingsError for a name that no environment can have */
export function targetOf(root: string, environment: string | undefined): Target {
  const chosen = environment ? ['--env', environment] : [];
  return {
    environment,
    stack: stackName(environment),
    settings: join(root, settingsFile(environment)),
    npm: (program, ...options) => {
      const all = [...options, ...chosen];
      return ['npm run', program, ...(all.length > 0 ? ['--', ...all] : [])].join(' ');
    },
  };
}
