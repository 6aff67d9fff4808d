import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VERBS } from '../../lib/commands/access.ts';

const directory = mkdtempSync(join(tmpdir(), 'lts-chatops-test-'));
process.on('exit', () => rmSync(directory, { recursive: true }));

/** A policy as a file; gives its path. */
export function policyFile(name: string, policy: unknown): string {
  const path = join(directory, `${name}.json`);
  writeFileSync(path, JSON.stringify(policy));
  return path;
}

const [RITA, OMAR] = ['U0READER001', 'U0OPERATOR1'];
const everyone = ['everyone'];

/** omar may do everything; everybody else sees a part, on-call a larger one. In some channels it is another one. */
export const RESTRICTED = policyFile('restricted', {
  contact: [OMAR, 'S0ONCALL001', 'C0OPS000001'],
  rules: [
    { who: everyone, may: ['read', 'share'], groups: ['checkout'] },
    { who: everyone, may: ['read', 'export'], groups: ['payments'], streams: ['gateway'] },
    { who: ['S0ONCALL001'], may: ['read', 'share', 'export'], groups: ['edge'] },
    { who: everyone, may: ['read'], groups: ['edge'], channels: ['C0GENERAL01'] },
    { who: [OMAR], may: VERBS },
    { who: [RITA], may: ['read', 'create'], groups: ['rita-*'] },
    { who: [RITA], may: ['settings'], channels: ['C0RANDOM001'] },
    { who: ['S0NIGHT0001'], may: ['settings'], channels: ['C0PRIVATE01'] },
  ],
});

export const READ_ONLY = policyFile('read-only', {
  readOnly: true,
  rules: [{ who: [OMAR], may: VERBS }],
});
