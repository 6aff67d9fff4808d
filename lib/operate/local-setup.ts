import * as z from 'zod/mini';
import { ChatOpsError } from '../errors.ts';
import { describeFailure } from './ask-slack.ts';
import { connectLocal } from './aws-clients.ts';
import type { Setup } from './setup.ts';

const Description = z.object({
  slack: z.object({ eventsUrl: z.string(), apiUrl: z.string(), teamId: z.string(), appId: z.string() }),
  lts: z.object({ endpoint: z.string(), iamEndpoint: z.string(), projectId: z.string() }),
  dynamodb: z.object({ endpoint: z.string(), state: z.string(), audit: z.string() }),
  secretsManager: z.object({
    endpoint: z.string(),
    signingSecret: z.string(),
    botToken: z.string(),
    ltsCredentials: z.string(),
  }),
  policy: z.string(),
});

/** There is no local workspace at the address. */
export class NoWorkspaceError extends ChatOpsError {
  readonly code = 'no_workspace';
}

/** The local workspace, as its /local.json describes it. `url` has no slash at the end. @throws NoWorkspaceError */
export async function readLocalSetup(url: string): Promise<Setup> {
  const { slack, lts, dynamodb, secretsManager, policy } = await describe(url);
  const clients = connectLocal({ dynamodb: dynamodb.endpoint, secretsManager: secretsManager.endpoint });
  return {
    requestUrl: slack.eventsUrl,
    slackApiUrl: `${slack.apiUrl}/`,
    teamId: slack.teamId,
    appId: slack.appId,
    sources: [{ ...lts, name: 'local', readsPerMinute: 100_000 }],
    policy,
    secrets: {
      'signing-secret': secretsManager.signingSecret,
      'bot-token': secretsManager.botToken,
      'lts-credentials': secretsManager.ltsCredentials,
    },
    tables: { state: dynamodb.state, audit: dynamodb.audit },
    ...clients,
    fillSecret: () => 'end the local workspace and start it again: it fills its secrets itself',
  };
}

async function describe(url: string): Promise<z.infer<typeof Description>> {
  try {
    const response = await fetch(`${url}/local.json`, { signal: AbortSignal.timeout(3_000) });
    return Description.parse(await response.json());
  } catch (cause) {
    const why = cause instanceof z.core.$ZodError ? 'it is of another version' : describeFailure(cause);
    throw new NoWorkspaceError(`no local workspace at ${url}: ${why}`, { cause });
  }
}
