import { endWith } from '../end-with.ts';
import { checkFront } from './check-front.ts';
import { checkLts } from './check-lts.ts';
import { checkPolicy } from './check-policy.ts';
import { checkSecrets, readSecretsOnce } from './check-secrets.ts';
import { checkSlack } from './check-slack.ts';
import { checkTables } from './check-tables.ts';
import { type Finding, wrong } from './finding.ts';
import type { Setup } from './setup.ts';

/** LTS may be asked four times within it. */
const CHECK_MS = 10_000;

export interface ExamineOptions {
  /** In ms. */
  readonly now?: () => number;
  readonly checkMs?: number;
}

/** Looks at all of it at once; no check takes longer than ten seconds, and none keeps another from its answer. */
export async function examine(
  setup: Setup,
  { now = Date.now, checkMs = CHECK_MS }: ExamineOptions = {},
): Promise<Finding[]> {
  const signal = AbortSignal.timeout(checkMs);
  // Each check says by itself what did not answer in time; one that does not is told as a whole.
  const last = AbortSignal.timeout(checkMs + 1_000);
  const read = readSecretsOnce(setup, signal);
  const checks: Readonly<Record<string, () => Promise<Finding[]>>> = {
    policy: async () => [
      checkPolicy(
        setup.policy,
        setup.sources.map(({ name }) => name),
      ),
    ],
    secrets: () => checkSecrets(setup, read),
    Slack: () => checkSlack(setup, read, now, signal),
    'Request URL': async () => [await checkFront(setup, read, now, signal)],
    tables: () => checkTables(setup, signal),
    LTS: () => checkLts(setup, read, now, signal),
  };
  const findings = await Promise.all(
    Object.entries(checks).map(async ([what, check]) => {
      try {
        return await endWith(check(), last);
      } catch (error) {
        const why = last.aborted ? `no end after ${checkMs / 1_000} s` : String(error);
        return [wrong({ what, where: setup.requestUrl }, why, 'try again')];
      }
    }),
  );
  return findings.flat();
}
