import { join } from 'node:path';
import { settingsFile, stackName } from '../infra/environment.ts';

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
