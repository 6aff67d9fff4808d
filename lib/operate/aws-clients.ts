import { Agent } from 'node:https';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { STSClient } from '@aws-sdk/client-sts';
import type { ProxySettings } from '../lts/transport.ts';

/** Whoever waits at a terminal is told soon. In ms. */
const PATIENCE = {
  requestHandler: { connectionTimeout: 3_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
  maxAttempts: 2,
} as const;

/**
 * AWS as the SDK finds it: credentials, profile and addresses (`AWS_ENDPOINT_URL_…`) from the usual places. Without a
 * region it is that of the profile. The CDK looks for a proxy by itself, the SDK does not.
 */
export function connectAws(region: string | undefined, proxy: ProxySettings = {}) {
  const { httpsProxy: HTTPS_PROXY, noProxy: NO_PROXY } = proxy;
  const httpsAgent = new Agent({ keepAlive: true, proxyEnv: { HTTPS_PROXY, NO_PROXY } });
  const requestHandler = { ...PATIENCE.requestHandler, httpsAgent };
  const options = { ...PATIENCE, requestHandler, ...(region && { region }) };
  return {
    proxy,
    cloudformation: new CloudFormationClient(options),
    dynamodb: new DynamoDBClient(options),
    lambda: new LambdaClient(options),
    secretsManager: new SecretsManagerClient(options),
    sts: new STSClient(options),
  };
}

export type Aws = ReturnType<typeof connectAws>;

/** Stand-ins for two services, which take any credentials. */
export function connectLocal(endpoints: { readonly dynamodb: string; readonly secretsManager: string }) {
  const options = {
    ...PATIENCE,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  };
  return {
    dynamodb: new DynamoDBClient({ ...options, endpoint: endpoints.dynamodb }),
    secretsManager: new SecretsManagerClient({ ...options, endpoint: endpoints.secretsManager }),
  };
}
