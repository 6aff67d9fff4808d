import { type LocalWorkspace, startLocalWorkspace } from '../../lib/local/start.ts';
import { installedApp } from '../installed-app.ts';

/** A local workspace for a program that uses it in the place of people. */
export function startForPrograms(assembly: string, log: (line: string) => void): Promise<LocalWorkspace> {
  return startLocalWorkspace({
    port: 0,
    logs: [],
    keepTimes: false,
    language: 'en',
    app: installedApp(),
    assembly,
    log: (_name, line) => log(line),
  });
}
