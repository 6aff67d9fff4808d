import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { ENV, STACK_NAME } from '../../lib/config.ts';
import { bundleFunctions } from '../../lib/infra/bundle.ts';
import type { Settings } from '../../lib/infra/settings.ts';
import { ChatOpsStack } from '../../lib/infra/stack.ts';
import { readStack } from '../../lib/local/lambda/template.ts';

const code = mkdtempSync(join(tmpdir(), 'lts-chatops-test-'));
const settings: Settings = {
  command: '/lts',
  slack: { teamId: 'T00000000', appId: 'A00000000' },
  sources: [{ name: 'main', region: 'cn-north-4', projectId: '0'.repeat(32) }],
  policy: 'chatops.policy.json',
  keepData: true,
  logRetentionDays: 30,
  throttle: { requestsPerSecond: 50, burst: 100 },
  reservedConcurrency: {},
};

let template: Template;
beforeAll(async () => {
  await bundleFunctions(code);
  template = synthesise();
});
afterAll(() => rmSync(code, { recursive: true }));

function synthesise(from = code): Template {
  return Template.fromStack(
    new ChatOpsStack(new App({ analyticsReporting: false }), 'Test', { settings, code: from }),
  );
}

/** The statements of the role of the function whose logical id begins with `name`. */
function statementsOf(name: string): Record<string, unknown>[] {
  const policies = Object.entries(template.findResources('AWS::IAM::Policy'));
  return policies
    .filter(([id]) => id.startsWith(`${name}ServiceRole`))
    .flatMap(([, policy]) => policy.Properties.PolicyDocument.Statement);
}

/** What a function may do with a table, as each says in its own statements. */
function actionsOn(table: string, name: string): unknown[] {
  return statementsOf(name)
    .filter(({ Resource }) => new RegExp(`"${table}[0-9A-F]{8}"`).test(JSON.stringify(Resource)))
    .flatMap(({ Action }) => Action)
    .toSorted();
}

function secretsReadBy(name: string): string[] {
  return statementsOf(name)
    .filter((statement) => JSON.stringify(statement.Action).includes('secretsmanager:GetSecretValue'))
    .map((statement) => JSON.stringify(statement.Resource).replace(/.*"([A-Za-z]+?)[0-9A-F]{8}".*/, '$1'));
}

it('the policy lies beside the bundle of the worker, where that looks for it', async () => {
  const { functions } = await readStack(inject('assembly'), STACK_NAME);
  const worker = [...functions.values()].find(({ environment }) => environment[ENV.policyFile]);
  const path = join(worker?.codeDirectory ?? '', worker?.environment[ENV.policyFile] ?? '');
  expect(readFileSync(path, 'utf8')).toBe(readFileSync('chatops.policy.json', 'utf8'));
  expect(worker?.handler).toBe('index.handler');
});

describe('the stack', () => {
  it('lets each function read its own secrets and no other', () => {
    expect(secretsReadBy('Front').sort()).toEqual(['SlackBotToken', 'SlackSigningSecret']);
    expect(secretsReadBy('Worker').sort()).toEqual(['LtsCredentials', 'SlackBotToken']);
    expect(secretsReadBy('Failed')).toEqual(['SlackBotToken']);
  });

  it('lets the front function invoke the worker, and nobody a wildcard', () => {
    const all = ['Front', 'Worker', 'Failed'].flatMap(statementsOf);
    expect(statementsOf('Front').some(({ Action }) => Action === 'lambda:InvokeFunction')).toBe(true);
    expect(all.filter(({ Resource }) => Resource === '*')).toEqual([]);
    expect(JSON.stringify(all)).not.toMatch(/"(\*|\w+:\*)"/);
  });

  it('opens one route, and nothing else to the public', () => {
    template.resourceCountIs('AWS::ApiGatewayV2::Route', 1);
    template.hasResourceProperties('AWS::ApiGatewayV2::Route', { RouteKey: 'POST /slack/events' });
    template.resourceCountIs('AWS::Lambda::Url', 0);
  });

  it('lets items of the table expire, and keeps the table when the stack goes', () => {
    template.hasResource('AWS::DynamoDB::Table', {
      DeletionPolicy: 'Retain',
      Properties: { TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true } },
    });
  });

  it('retries the worker twice within five minutes, then tells the failed function', () => {
    template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
      MaximumRetryAttempts: 2,
      MaximumEventAgeInSeconds: 300,
      DestinationConfig: {
        OnFailure: { Destination: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Failed'), 'Arn'] } },
      },
    });
  });

  it('raises an alarm when the failed function itself fails', () => {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      Namespace: 'AWS/Lambda',
      MetricName: 'Errors',
      Dimensions: [{ Name: 'FunctionName', Value: { Ref: Match.stringLikeRegexp('^Failed') } }],
      Threshold: 1,
    });
  });

  it('raises an alarm for a job that could not be finished', () => {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      Namespace: 'LtsChatOps',
      MetricName: 'FailedJob',
      Dimensions: [{ Name: 'service', Value: 'failed' }],
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      TreatMissingData: 'notBreaching',
    });
  });

  it('lets the two functions that do jobs use single items of the table, and the front function none of it', () => {
    for (const name of ['Worker', 'Failed']) {
      expect(actionsOn('State', name)).toEqual(
        ['DeleteItem', 'GetItem', 'PutItem', 'UpdateItem'].map((action) => `dynamodb:${action}`),
      );
    }
    expect(JSON.stringify(statementsOf('Front'))).not.toContain('dynamodb');
  });

  it('lets records be added to the audit, and nobody change or remove one', () => {
    expect(actionsOn('Audit', 'Worker')).toEqual(['dynamodb:PutItem', 'dynamodb:Query']);
    expect(actionsOn('Audit', 'Failed')).toEqual(['dynamodb:PutItem']);
  });

  it('keeps the audit for good', () => {
    const [audit, ...more] = Object.values(
      template.findResources('AWS::DynamoDB::Table', {
        Properties: {
          KeySchema: [
            { AttributeName: 'day', KeyType: 'HASH' },
            { AttributeName: 'at', KeyType: 'RANGE' },
          ],
        },
      }),
    );
    expect(more).toEqual([]);
    expect(audit).toMatchObject({
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        BillingMode: 'PAY_PER_REQUEST',
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      },
    });
    expect(audit?.Properties).not.toHaveProperty('TimeToLiveSpecification');
  });

  it('runs all functions on Node 24, on ARM, with logs that end', () => {
    template.allResourcesProperties('AWS::Lambda::Function', {
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
    });
    template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 30 });
    template.resourceCountIs('AWS::Lambda::Function', 3);
  });

  it('names each function in its lines and metrics', () => {
    for (const service of ['front', 'worker', 'failed']) {
      const environment = { POWERTOOLS_SERVICE_NAME: service };
      const properties = { Environment: { Variables: Match.objectLike(environment) } };
      expect(
        Object.keys(template.findResources('AWS::Lambda::Function', { Properties: properties })),
      ).toEqual([expect.stringMatching(new RegExp(`^${service}`, 'i'))]);
    }
  });

  it('is the same each time, bundles included', async () => {
    const again = mkdtempSync(join(tmpdir(), 'lts-chatops-test-'));
    onTestFinished(() => rmSync(again, { recursive: true }));
    await bundleFunctions(again);
    expect(synthesise(again).toJSON()).toEqual(template.toJSON());
  });

  it('leaves out of the front function what Bolt never runs on Lambda', () => {
    const bundle = readFileSync(join(code, 'front', 'index.js'), 'utf8');
    expect(bundle).toContain('AwsLambdaReceiver');
    expect(bundle).not.toMatch(/node_modules\/(express|@slack\/(oauth|socket-mode|web-api))\//);
    // Nor what only the worker needs.
    expect(bundle).not.toContain('[redacted: ');
    expect(bundle.length).toBeLessThan(200_000);
  });
});
