import { PolicyError, readPolicy } from '../access/policy-file.ts';
import { type Finding, good, wrong } from './finding.ts';

/** Whether the policy can be read, and speaks of these sources alone. */
export function checkPolicy(path: string, sources: readonly string[]): Finding {
  const place = { what: 'policy', where: path };
  try {
    const { rules, approvals } = readPolicy(path, sources);
    return good(place, `it is valid: rules: ${rules.length}, approvals: ${approvals.length}`);
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    return wrong(place, error.message, 'mend the file; docs/policy.md explains it');
  }
}
