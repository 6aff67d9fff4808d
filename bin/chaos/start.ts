import { type LocalWorkspace, startLocalWorkspace } from '../../lib/local/start.ts';
import { APP } from '../../lib/slack/manifest.ts';

/** A local workspace for a program that uses it in the place of people. */
export function startForPrograms(assembly: string, log: (line: string) => void): Promise<LocalWorkspace> {
  return startLocalWorkspace({
    port: 0,
    logs: [],
    keepTimes: false,
    language: 'en',
    app: { scopes: Object.keys(APP.scopes), shortcuts: APP.shortcuts },
    assembly,
    log: (_name, line) => log(line),
  });
}
