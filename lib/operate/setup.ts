import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { ProxySettings } from '../lts/transport.ts';
import type { Source } from '../sources.ts';
import type { SecretName } from './secrets.ts';

/** A bot that is set up somewhere, as far as it is looked at: a deployed stack, or the local workspace. */
export interface Setup {
  /** Where Slack sends everything. */
  readonly requestUrl: string;
  /** Slack's Web API, with a slash at the end. */
  readonly slackApiUrl: string;
  readonly teamId: string;
  readonly appId: string;
  readonly sources: readonly Source[];
  /** On the way to LTS. */
  readonly proxy?: ProxySettings;
  /** The path of the policy. */
  readonly policy: string;
  /** The ARN of each secret. */
  readonly secrets: Readonly<Record<SecretName, string>>;
  /** The DynamoDB tables, by their names. */
  readonly tables: Readonly<Record<'state' | 'audit', string>>;
  readonly secretsManager: SecretsManagerClient;
  readonly dynamodb: DynamoDBClient;
  /** What to do about a secret that is not right. */
  fillSecret(name: SecretName): string;
}

/** Reads each secret once, for all checks that want it. */
export type ReadSecret = (name: SecretName) => Promise<string>;
