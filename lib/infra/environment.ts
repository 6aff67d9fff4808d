import { STACK_NAME } from '../config.ts';
import { SettingsError } from './settings.ts';

/**
 * A team may deploy the bot several times, side by side: each has a settings file and a stack of its own. The one without
 * a name is the usual one.
 */
const NAME = /^[a-z][a-z0-9]{0,19}$/;

/** `chatops.config.json`, or `chatops.config.staging.json` for `staging`. */
export function settingsFile(environment = ''): string {
  return environment ? `chatops.config.${checked(environment)}.json` : 'chatops.config.json';
}

/** `LtsChatOps`, or `LtsChatOps-staging`. */
export function stackName(environment = ''): string {
  return environment ? `${STACK_NAME}-${checked(environment)}` : STACK_NAME;
}

function checked(environment: string): string {
  if (NAME.test(environment)) return environment;
  throw new SettingsError(
    `${JSON.stringify(environment)} cannot name an environment: take up to 20 lower-case letters and digits, such as staging`,
  );
}
