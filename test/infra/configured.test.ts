import { Match, Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks, type NagPack, ServerlessChecks } from 'cdk-nag';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ChatOpsStack } from '../../lib/infra/stack.ts';
import { makeStack } from './make-stack.ts';

const TRIAL = {
  keepData: false,
  logRetentionDays: 7,
  throttle: { requestsPerSecond: 5, burst: 9 },
  reservedConcurrency: { front: 3, worker: 4 },
  alarmTarget: 'ops@example.com',
} as const;

let stack: ChatOpsStack;
let template: Template;
beforeAll(() => {
  stack = makeStack(TRIAL, 'LtsChatOps-trial');
  template = Template.fromStack(stack);
});

const propertiesOf = (type: string) =>
  Object.values(template.findResources(type)).map(({ Properties }) => Properties);

describe('what a team sets is what it gets:', () => {
  it('a trial leaves nothing behind', () => {
    for (const type of ['AWS::DynamoDB::Table', 'AWS::SecretsManager::Secret', 'AWS::Logs::LogGroup'])
      template.allResources(type, { DeletionPolicy: 'Delete', UpdateReplacePolicy: 'Delete' });
    for (const table of propertiesOf('AWS::DynamoDB::Table'))
      expect(table.DeletionProtectionEnabled).not.toBe(true);
  });

  it('logs end when it says', () => {
    template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 7 });
  });

  it('no more requests are let in than it says', () => {
    const DefaultRouteSettings = { ThrottlingRateLimit: 5, ThrottlingBurstLimit: 9 };
    template.hasResourceProperties('AWS::ApiGatewayV2::Stage', { DefaultRouteSettings });
  });

  it('concurrency is reserved for the functions that it names', () => {
    const reserved = Object.entries(template.findResources('AWS::Lambda::Function')).map(
      ([id, { Properties }]) => [id.slice(0, 5), Properties.ReservedConcurrentExecutions],
    );
    expect(Object.fromEntries(reserved)).toEqual({ Front: 3, Worke: 4, Faile: undefined });
  });

  it('two environments in one account share no name and no metric', () => {
    const names = [
      ...propertiesOf('AWS::CloudWatch::Alarm').map(({ AlarmName }) => AlarmName),
      ...propertiesOf('AWS::ApiGatewayV2::Api').map(({ Name }) => Name),
      ...propertiesOf('AWS::Lambda::Function').map(
        ({ Environment }) => Environment.Variables.POWERTOOLS_METRICS_NAMESPACE,
      ),
    ];
    expect(names.filter((name) => !name.startsWith('LtsChatOps-trial'))).toEqual([]);
    // Those of all regions stand side by side.
    template.hasResourceProperties('AWS::CloudWatch::Dashboard', {
      DashboardName: { 'Fn::Join': ['', ['LtsChatOps-trial-', { Ref: 'AWS::Region' }]] },
    });
    const named = ['FunctionName', 'TableName', 'RoleName', 'LogGroupName', 'TopicName'];
    for (const { Type, Properties } of Object.values(template.toJSON().Resources) as Resource[])
      if (!Type.endsWith('EventInvokeConfig') && !Type.endsWith('Permission'))
        expect(named.filter((name) => name in Properties)).toEqual([]);
  });
});

interface Resource {
  readonly Type: string;
  readonly Properties: object;
}

describe('alarms for an e-mail address', () => {
  it('all go to the topic, when they ring and when it is over', () => {
    const [topic] = Object.keys(template.findResources('AWS::SNS::Topic'));
    const alarms = propertiesOf('AWS::CloudWatch::Alarm');
    expect(alarms.length).toBeGreaterThan(10);
    for (const alarm of alarms)
      expect(alarm).toMatchObject({ AlarmActions: [{ Ref: topic }], OKActions: [{ Ref: topic }] });
    template.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'email',
      Endpoint: 'ops@example.com',
      TopicArn: { Ref: topic },
    });
  });

  it('are encrypted by a key that CloudWatch may use for this account, over TLS alone', () => {
    const ofAccount = { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } };
    const cloudWatch = { Service: 'cloudwatch.amazonaws.com' };
    template.hasResourceProperties('AWS::SNS::Topic', {
      KmsMasterKeyId: { 'Fn::GetAtt': [Match.stringLikeRegexp('^AlarmKey'), 'Arn'] },
    });
    const [key] = propertiesOf('AWS::KMS::Key');
    expect(key).toMatchObject({ EnableKeyRotation: true });
    expect(key.KeyPolicy.Statement).toContainEqual(
      expect.objectContaining({ Effect: 'Allow', Principal: cloudWatch, Condition: ofAccount }),
    );
    const [policy, ...more] = propertiesOf('AWS::SNS::TopicPolicy');
    expect(more).toEqual([]);
    expect(policy.PolicyDocument.Statement).toMatchObject([
      { Effect: 'Deny', Principal: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
      { Effect: 'Allow', Principal: cloudWatch, Action: 'sns:Publish', Condition: ofAccount },
    ]);
  });
});

it('alarms go to a topic of the team where it names one, and no topic is made', () => {
  const alarmTarget = 'arn:aws:sns:eu-west-1:123456789012:oncall';
  const theirs = Template.fromStack(makeStack({ alarmTarget }));
  theirs.resourceCountIs('AWS::SNS::Topic', 0);
  theirs.allResourcesProperties('AWS::CloudWatch::Alarm', {
    AlarmActions: [alarmTarget],
    OKActions: [alarmTarget],
  });
});

describe('cdk-nag finds nothing', () => {
  const findingsOf = (pack: NagPack, of: ChatOpsStack) =>
    pack.validateScope(of).violations.map(({ ruleName, violatingResources }) => ({
      ruleName,
      at: violatingResources.map(({ constructPath }) => constructPath),
    }));

  it.each([
    ['AwsSolutions', AwsSolutionsChecks],
    ['Serverless', ServerlessChecks],
  ])('of its pack %s', (_name, Pack) => {
    expect(findingsOf(new Pack(), stack)).toEqual([]);
  });

  it('but what is acknowledged, each with a reason', () => {
    const acknowledged = stack.node
      .findAll()
      .flatMap(({ node }) => node.metadata)
      .filter(({ type }) => type === 'aws:cdk:acknowledged-rules')
      .flatMap(({ data }): [string, string][] => Object.entries(data));
    const rules = [...new Set(acknowledged.map(([rule]) => rule.replace(/^Annotation::/, '')))];
    expect(rules.toSorted()).toEqual([
      'AwsSolutions-APIG4',
      'AwsSolutions-SMG4',
      'Serverless-LambdaAsyncFailureDestination',
      'Serverless-LambdaDLQ',
      'Serverless-LambdaTracing',
      'Serverless-SNSRedrivePolicy',
    ]);
    expect(acknowledged.filter(([, reason]) => reason.length < 50)).toEqual([]);
  });
});
