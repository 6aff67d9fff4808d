import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { EXPIRY_ATTRIBUTE } from '../config.ts';
import { removalPolicyFor } from './log-group.ts';
import type { Settings } from './settings.ts';

/** What outlives a function. Tables and secrets are encrypted by keys that AWS keeps, as all of theirs are. */
export interface Data {
  readonly signingSecret: Secret;
  readonly botToken: Secret;
  readonly ltsCredentials: Secret;
  /** What channels have set; jobs, journals and quotas expire. */
  readonly state: Table;
  /** Who did what, which is asked for long after. */
  readonly audit: Table;
}

export function addData(scope: Construct, settings: Settings): Data {
  const whole = {
    billingMode: BillingMode.PAY_PER_REQUEST,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    removalPolicy: removalPolicyFor(settings),
  };
  const secret = (id: string, description: string) => addSecret(scope, id, description, settings);
  return {
    signingSecret: secret(
      'SlackSigningSecret',
      'Signing secret of the Slack app; while it is changed, a JSON array of the two',
    ),
    botToken: secret('SlackBotToken', 'Bot token of the Slack app, xoxb-…'),
    ltsCredentials: secret('LtsCredentials', 'JSON with the credentials of each LTS source'),
    state: new Table(scope, 'State', {
      partitionKey: { name: 'id', type: AttributeType.STRING },
      timeToLiveAttribute: EXPIRY_ATTRIBUTE,
      ...whole,
    }),
    audit: new Table(scope, 'Audit', {
      partitionKey: { name: 'day', type: AttributeType.STRING },
      sortKey: { name: 'at', type: AttributeType.STRING },
      ...whole,
      deletionProtection: settings.keepData,
      // What is protected could not be taken back either, and a deployment that fails would be stuck at it.
      ...(settings.keepData && { removalPolicy: RemovalPolicy.RETAIN }),
    }),
  };
}

/** Filled by a person after the deployment. */
function addSecret(scope: Construct, id: string, description: string, settings: Settings): Secret {
  const secret = new Secret(scope, id, { description, removalPolicy: removalPolicyFor(settings) });
  Validations.of(secret).acknowledge({
    id: 'AwsSolutions-SMG4',
    reason:
      'Slack and Huawei Cloud make it, on pages that a person opens, so nothing here could rotate it. docs/runbook.md says how that is done without a gap.',
  });
  return secret;
}
