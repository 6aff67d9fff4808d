import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENV } from '../../../lib/config.ts';
import { bundleFunctions } from '../../../lib/infra/bundle.ts';
import { startServer } from '../start-server.ts';

const AWS = new URL('aws-server.ts', import.meta.url);

export interface Front {
  /** A directory to write into; it goes with the work. */
  readonly directory: string;
  readonly bundle: string;
  /** The environment of its process. */
  readonly env: Readonly<Record<string, string>>;
  /** The jobs that it has handed over since this was asked last. */
  readonly handedOver: () => Promise<Record<string, unknown>[]>;
}

/** Bundles the front function as it is deployed; the services that it calls are served by another process. */
export async function withFront<T>(work: (front: Front) => Promise<T>): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), 'lts-chatops-bench-'));
  const aws = await startServer(AWS);
  try {
    await bundleFunctions(directory);
    return await work({
      directory,
      bundle: join(directory, 'front', 'index.js'),
      env: frontEnvironment(aws.url),
      handedOver: async () => (await (await fetch(aws.url)).json()) as Record<string, unknown>[],
    });
  } finally {
    aws.close();
    await rm(directory, { recursive: true });
  }
}

function frontEnvironment(awsUrl: string): Record<string, string> {
  return {
    // Without it no cold start is counted.
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_REGION: 'local-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_LAMBDA: awsUrl,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: awsUrl,
    POWERTOOLS_SERVICE_NAME: 'front',
    POWERTOOLS_METRICS_NAMESPACE: 'LtsChatOps',
    [ENV.command]: '/lts',
    [ENV.teamId]: 'T1',
    [ENV.appId]: 'A1',
    [ENV.hooksOrigin]: 'http://127.0.0.1',
    [ENV.slackApiUrl]: `${awsUrl}/api/`,
    [ENV.botToken]: 'arn:aws:secretsmanager:local-1:000000000000:secret:token',
    [ENV.workerFunction]: 'worker',
    [ENV.signingSecret]: 'arn:aws:secretsmanager:local-1:000000000000:secret:signing',
  };
}
