import { createLtsClient } from '../lts/client.ts';
import { readCredentials } from '../lts/credentials.ts';
import { LtsRefusedError, LtsUnreachableError } from '../lts/errors.ts';
import type { Reason } from '../lts/reasons.ts';
import type { Source } from '../sources.ts';
import { usableSecret } from './check-secrets.ts';
import { type Finding, good, unknown, wrong } from './finding.ts';
import type { ReadSecret, Setup } from './setup.ts';

/** Whether each LTS project answers a list of its groups, all at once. */
export function checkLts(
  setup: Setup,
  read: ReadSecret,
  now: () => number,
  signal: AbortSignal,
): Promise<Finding[]> {
  return Promise.all(setup.sources.map((source) => checkSource(source, setup, read, now, signal)));
}

async function checkSource(
  source: Source,
  setup: Setup,
  read: ReadSecret,
  now: () => number,
  signal: AbortSignal,
): Promise<Finding> {
  const { name, endpoint } = source;
  const place = { what: `LTS source ${name}`, where: endpoint };
  const secret = await usableSecret('lts-credentials', [name], read);
  if (secret === undefined) return unknown(place, 'not asked without its credentials');
  try {
    const credentials = readCredentials(secret, name);
    const { proxy = {} } = setup;
    const groups = await createLtsClient({ ...source, credentials, proxy, now }).listGroups(signal);
    return good(place, `it answers, with ${groups.length} log groups`);
  } catch (error) {
    const { why, remedy } = explain(error, source, setup.fillSecret('lts-credentials'));
    return wrong(place, why, remedy);
  }
}

function explain(error: unknown, { projectId }: Source, fill: string): { why: string; remedy: string } {
  const { message } = error instanceof Error ? error : new Error(String(error));
  if (error instanceof LtsUnreachableError)
    return {
      why: `no answer: ${message}`,
      remedy: 'look at the region or the addresses of this source in the configuration, and at the network',
    };
  if (!(error instanceof LtsRefusedError))
    return { why: message, remedy: 'look whether the address of this source is that of LTS' };
  const project = `compare sources[].projectId, ${projectId}, with My Credentials, API Credentials, in the console`;
  const remedies: Partial<Record<Reason, string>> = {
    bad_signature: `the access key or the secret key is wrong: ${fill}`,
    bad_token: `the credentials are wrong, of another region, or no longer valid: ${fill}`,
    wrong_project: `the project is not of these credentials: ${project}`,
    no_group_permission:
      'give the IAM user the role "LTS ReadOnlyAccess" or "LTS FullAccess" in this project',
    user_suspended: 'the account is suspended or restricted: see the Huawei Cloud console',
    clock_off: 'set the clock of this machine by NTP',
    throttled: 'ask again in a minute',
    not_offered: 'LTS does not offer its API at this address: look at region and endpoint of this source',
    internal_error: 'ask again; if it stays, give the request id to Huawei Cloud’s support',
  };
  const permission = `look whether the IAM user may read LTS in this project; ${project}`;
  return { why: `LTS refuses: ${message}`, remedy: remedies[error.reason] ?? permission };
}
