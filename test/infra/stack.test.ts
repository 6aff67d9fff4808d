import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { ENV, STACK_NAME } from '../../lib/config.ts';
import type { LambdaFunction } from '../../lib/local/lambda/stack.ts';
import { readStack } from '../../lib/local/lambda/template.ts';

// What `bin/app.ts` made of the settings that are shipped.
let template: Template;
let functions: LambdaFunction[];
beforeAll(async () => {
  const assembly = inject('assembly');
  template = Template.fromJSON(
    JSON.parse(readFileSync(join(assembly, `${STACK_NAME}.template.json`), 'utf8')),
  );
  functions = [...(await readStack(assembly, STACK_NAME)).functions.values()];
});

interface Statement {
  readonly Action: string | string[];
  readonly Resource: unknown;
}

/** The statements of the role of the function whose logical id begins with `name`. */
function statementsOf(name: string): Statement[] {
  const policies = Object.entries(template.findResources('AWS::IAM::Policy'));
  return policies
    .filter(([id]) => id.startsWith(`${name}Role`))
    .flatMap(([, policy]): Statement[] => policy.Properties.PolicyDocument.Statement);
}

/** What a function may do, and with what: the actions by the names of the resources in the stack. */
function mayDo(name: string): Record<string, string[]> {
  const may: Record<string, string[]> = {};
  for (const { Action, Resource } of statementsOf(name)) {
    for (const [, id = ''] of JSON.stringify(Resource).matchAll(/"([A-Za-z]+?)[0-9A-F]{8}"/g))
      may[id] = [...(may[id] ?? []), ...[Action].flat()].toSorted();
  }
  return may;
}

const ITEMS = ['DeleteItem', 'GetItem', 'PutItem', 'UpdateItem'].map((action) => `dynamodb:${action}`);
const LOGS = ['logs:CreateLogStream', 'logs:PutLogEvents'];
const READ = ['secretsmanager:GetSecretValue'];
const INVOKE = ['lambda:InvokeFunction'];

describe('a function may do what it needs, and nothing else:', () => {
  it('the front function reads the two secrets of Slack and invokes the worker', () => {
    expect(mayDo('Front')).toEqual({
      FrontLogs: LOGS,
      SlackBotToken: READ,
      SlackSigningSecret: READ,
      Worker: INVOKE,
    });
  });

  it('the worker reads the bot token and the credentials, uses items, and adds to the audit and queries it', () => {
    expect(mayDo('Worker')).toEqual({
      WorkerLogs: LOGS,
      SlackBotToken: READ,
      LtsCredentials: READ,
      State: ITEMS,
      Audit: ['dynamodb:PutItem', 'dynamodb:Query'],
      Failed: INVOKE,
    });
  });

  it('the failed function reads the bot token, uses items, and adds to the audit', () => {
    expect(mayDo('Failed')).toEqual({
      FailedLogs: LOGS,
      SlackBotToken: READ,
      State: ITEMS,
      Audit: ['dynamodb:PutItem'],
    });
  });

  it('nobody has a wildcard, a policy that AWS manages, or a right that is given elsewhere', () => {
    const all = ['Front', 'Worker', 'Failed'].flatMap(statementsOf);
    expect(Object.keys(template.findResources('AWS::IAM::Policy'))).toHaveLength(3);
    expect(JSON.stringify(all)).not.toMatch(/\*/);
    for (const { Properties } of Object.values(template.findResources('AWS::IAM::Role'))) {
      expect(Properties).not.toHaveProperty('ManagedPolicyArns');
      expect(Properties).not.toHaveProperty('Policies');
    }
    for (const type of ['AWS::SecretsManager::ResourcePolicy', 'AWS::Lambda::Url', 'AWS::IAM::ManagedPolicy'])
      template.resourceCountIs(type, 0);
  });
});

describe('the stack', () => {
  it('opens one route, to the front function, and nothing else to anybody', () => {
    template.resourceCountIs('AWS::ApiGatewayV2::Route', 1);
    template.hasResourceProperties('AWS::ApiGatewayV2::Route', { RouteKey: 'POST /slack/events' });
    const permissions = Object.values(template.findResources('AWS::Lambda::Permission'));
    expect(permissions).toMatchObject([
      {
        Properties: {
          FunctionName: { 'Fn::GetAtt': [expect.stringMatching(/^Front/), 'Arn'] },
          Principal: 'apigateway.amazonaws.com',
        },
      },
    ]);
    expect(JSON.stringify(permissions)).toContain('/*/*/slack/events');
  });

  it('lets in no more requests than it is set to, and logs of each nothing that the caller wrote', () => {
    const [stage, ...more] = Object.values(template.findResources('AWS::ApiGatewayV2::Stage'));
    expect(more).toEqual([]);
    expect(stage?.Properties).toMatchObject({
      DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
      AccessLogSettings: { DestinationArn: { 'Fn::GetAtt': [expect.stringMatching(/^ApiLogs/), 'Arn'] } },
    });
    const format: Record<string, string> = JSON.parse(stage?.Properties.AccessLogSettings.Format);
    expect(Object.values(format).toSorted()).toEqual(
      ['identity.sourceIp', 'integrationErrorMessage', 'requestId', 'requestTime', 'responseLatency']
        .concat(['routeKey', 'status'])
        .map((variable) => `$context.${variable}`),
    );
  });

  it('lets items of the state expire', () => {
    template.hasResourceProperties('AWS::DynamoDB::Table', {
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    });
  });

  it('keeps records of the audit for good, and does not let the table be deleted', () => {
    const key = { KeySchema: Match.arrayWith([{ AttributeName: 'day', KeyType: 'HASH' }]) };
    const [audit, ...more] = Object.values(
      template.findResources('AWS::DynamoDB::Table', { Properties: key }),
    );
    expect(more).toEqual([]);
    expect(audit?.Properties).toMatchObject({ DeletionProtectionEnabled: true });
    expect(audit?.Properties).not.toHaveProperty('TimeToLiveSpecification');
  });

  it('pays tables by use, and can show each as it was in the last 35 days', () => {
    template.resourceCountIs('AWS::DynamoDB::Table', 2);
    template.allResourcesProperties('AWS::DynamoDB::Table', {
      BillingMode: 'PAY_PER_REQUEST',
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    });
  });

  it('leaves what holds data when it goes, and nothing when its first deployment fails, but the protected table', () => {
    const kept = Object.fromEntries(
      ['AWS::DynamoDB::Table', 'AWS::SecretsManager::Secret', 'AWS::Logs::LogGroup'].flatMap((type) => {
        template.allResources(type, { UpdateReplacePolicy: 'Retain' });
        return Object.entries(template.findResources(type)).map(([id, { DeletionPolicy }]) => [
          id.slice(0, -8),
          DeletionPolicy,
        ]);
      }),
    );
    const taken = ['State', 'SlackSigningSecret', 'SlackBotToken', 'LtsCredentials']
      .concat(['FrontLogs', 'WorkerLogs', 'FailedLogs', 'ApiLogs'])
      .map((id) => [id, 'RetainExceptOnCreate']);
    expect(kept).toEqual({ Audit: 'Retain', ...Object.fromEntries(taken) });
  });

  it('retries the worker twice within five minutes, then tells the failed function', () => {
    template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      FunctionName: { Ref: Match.stringLikeRegexp('^Worker') },
      MaximumRetryAttempts: 2,
      MaximumEventAgeInSeconds: 300,
      DestinationConfig: {
        OnFailure: { Destination: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Failed'), 'Arn'] } },
      },
    });
  });

  it('runs all functions on Node 24, on ARM, with logs that end, and reserves nothing unasked', () => {
    template.allResourcesProperties('AWS::Lambda::Function', {
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      ReservedConcurrentExecutions: Match.absent(),
    });
    template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 30 });
    template.resourceCountIs('AWS::Lambda::Function', 3);
  });

  it('names each function in its lines and metrics', () => {
    for (const service of ['front', 'worker', 'failed']) {
      const environment = { POWERTOOLS_SERVICE_NAME: service, POWERTOOLS_METRICS_NAMESPACE: STACK_NAME };
      const properties = { Environment: { Variables: Match.objectLike(environment) } };
      expect(
        Object.keys(template.findResources('AWS::Lambda::Function', { Properties: properties })),
      ).toEqual([expect.stringMatching(new RegExp(`^${service}`, 'i'))]);
    }
  });

  it('says where Slack is to send, and what a program needs to look after it', () => {
    expect(Object.keys(template.findOutputs('*'))).toEqual([
      'RequestUrl',
      'SlackSigningSecretArn',
      'SlackBotTokenArn',
      'LtsCredentialsArn',
      'StateTableName',
      'AuditTableName',
      'FrontFunctionName',
      'WorkerFunctionName',
      'FailedFunctionName',
    ]);
  });
});

describe('the bundles', () => {
  it('have the policy beside that of the worker, where it looks for it', () => {
    const worker = functions.find(({ environment }) => environment[ENV.policyFile]);
    const path = join(worker?.codeDirectory ?? '', worker?.environment[ENV.policyFile] ?? '');
    expect(readFileSync(path, 'utf8')).toBe(readFileSync('chatops.policy.json', 'utf8'));
    expect(worker?.handler).toBe('index.handler');
  });

  it('leave out of the front function what Bolt never runs on Lambda', () => {
    const front = functions.find(({ environment }) => environment[ENV.signingSecret]);
    const bundle = readFileSync(join(front?.codeDirectory ?? '', 'index.js'), 'utf8');
    expect(bundle).toContain('AwsLambdaReceiver');
    expect(bundle).not.toMatch(/node_modules\/(express|@slack\/(oauth|socket-mode|web-api))\//);
    // Nor what only the worker needs.
    expect(bundle).not.toContain('[redacted: ');
    expect(bundle.length).toBeLessThan(200_000);
  });
});
