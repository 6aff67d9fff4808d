import { createLtsClient } from '../../../lib/lts/client.ts';
import { ACCESS_KEY, bodyFor, GROUP, PROJECT, streamWith } from './canned-answers.ts';
import type { Query } from './connect-side.ts';

export function connectOurs(url: string): Query {
  const client = createLtsClient({
    endpoint: url,
    iamEndpoint: url,
    projectId: PROJECT,
    credentials: ACCESS_KEY,
  });
  const signal = AbortSignal.timeout(60_000);
  return async (lines) => {
    const { logs } = await client.queryLogs(GROUP, streamWith(lines), bodyFor(lines), signal);
    return logs;
  };
}
