import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readStack } from '../../../lib/local/lambda/template.ts';

/** As CDK wrote it, without the policies and roles. */
const ASSEMBLY = join(import.meta.dirname, 'assembly');

test('a function carries everything that its template says', async () => {
  const stack = await readStack(ASSEMBLY, 'Sample');
  expect(stack.functions.get('Worker11F36D0F')).toEqual({
    logicalId: 'Worker11F36D0F',
    name: 'Worker11F36D0F',
    arn: 'arn:aws:lambda:local-1:000000000000:function:Worker11F36D0F',
    runtime: 'nodejs24.x',
    handler: 'index.handler',
    codeDirectory: join(ASSEMBLY, 'asset.fdf33fa4674fab621d20f9f96e6feb628f552ad6bdad2a7ee8b64602f7c28eca'),
    memoryMb: 256,
    timeoutSeconds: 10,
    environment: {},
    logging: { group: 'WorkerLogsC1193B08', format: 'JSON', level: 'INFO' },
    asynchronous: {
      maximumRetryAttempts: 2,
      maximumEventAgeSeconds: 600,
      onFailure: 'Failed178E83A2',
    },
  });
});

test('a function without an EventInvokeConfig has the defaults of Lambda', async () => {
  const stack = await readStack(ASSEMBLY, 'Sample');
  expect(stack.functions.get('Failed178E83A2')?.asynchronous).toEqual({
    maximumRetryAttempts: 2,
    maximumEventAgeSeconds: 21_600,
    onFailure: undefined,
  });
});

test('environment variables are resolved', async () => {
  const stack = await readStack(ASSEMBLY, 'Sample');
  expect(stack.functions.get('Front0087DB4F')?.environment).toEqual({
    WORKER_ARN: 'arn:aws:lambda:local-1:000000000000:function:Worker11F36D0F',
    WORKER_NAME: 'Worker11F36D0F',
    SECRET_ARN: expect.stringMatching(
      /^arn:aws:secretsmanager:local-1:000000000000:secret:chatops\/slack-\w{6}$/,
    ),
    SETTINGS_TABLE: 'Settings1C20CC9A',
    QUOTA_TABLE: 'chatops-quota',
    TABLE_ARN: 'arn:aws:dynamodb:local-1:000000000000:table/chatops-quota',
    BUCKET: 'exports-000000000000-local-1',
    ENDPOINT: `https://Sample.local-1.amazonaws.com/\${stage}`,
    LOG_GROUP_ARN: 'arn:aws:logs:local-1:000000000000:log-group:FrontLogsD33C7A47:*',
    GREETING: 'aws, arn:aws:lambda:local-1:000000000000:function:Worker11F36D0F',
    LEVEL: 'debug',
  });
});

test('routes and secrets are found', async () => {
  const stack = await readStack(ASSEMBLY, 'Sample');
  expect(stack.routes).toEqual([
    { key: 'POST /slack/events', functionId: 'Front0087DB4F', timeoutMs: 10_000 },
  ]);
  expect([...stack.secrets]).toEqual([
    ['SlackSecretEA96F13F', stack.functions.get('Front0087DB4F')?.environment.SECRET_ARN],
  ]);
});

test('tables are read as CreateTable takes them', async () => {
  const stack = await readStack(ASSEMBLY, 'Sample');
  const table = {
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
  };
  expect(stack.tables).toEqual([
    { TableName: 'Settings1C20CC9A', ...table },
    { TableName: 'chatops-quota', ...table },
  ]);
});

test('the indexes of a table are read, without their capacity', async () => {
  const template = JSON.parse(await readFile(join(ASSEMBLY, 'Sample.template.json'), 'utf8'));
  const index = {
    IndexName: 'byTime',
    KeySchema: [{ AttributeName: 'time', KeyType: 'RANGE' }],
    Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['who'] },
  };
  const { Properties } = template.Resources.QuotaF7E39C65;
  Properties.LocalSecondaryIndexes = [index];
  Properties.GlobalSecondaryIndexes = [
    { ...index, ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 } },
  ];
  const directory = await temporaryCopy();
  await writeFile(join(directory, 'Sample.template.json'), JSON.stringify(template));
  expect((await readStack(directory, 'Sample')).tables[1]).toMatchObject({
    LocalSecondaryIndexes: [index],
    GlobalSecondaryIndexes: [index],
  });
});

test.each([
  [
    'an intrinsic that is not known',
    '"LEVEL": "debug"',
    '"LEVEL": { "Fn::ImportValue": "Other" }',
    'Front0087DB4F.Environment.Variables.LEVEL: cannot resolve {"Fn::ImportValue":"Other"}',
  ],
  [
    'a Ref to nothing',
    '"LEVEL": "debug"',
    '"LEVEL": { "Ref": "Nobody" }',
    'Front0087DB4F.Environment.Variables.LEVEL: cannot resolve {"Ref":"Nobody"}',
  ],
  [
    'an attribute that is not known',
    '"LEVEL": "debug"',
    '"LEVEL": { "Fn::GetAtt": ["QuotaF7E39C65", "StreamArn"] }',
    'Front0087DB4F.Environment.Variables.LEVEL: cannot resolve {"Fn::GetAtt":["QuotaF7E39C65","StreamArn"]}',
  ],
  [
    'a part of a text',
    '"LEVEL": "debug"',
    `"LEVEL": { "Fn::Sub": "\${Nobody}" }`,
    'Front0087DB4F.Environment.Variables.LEVEL: cannot resolve {"Ref":"Nobody"}',
  ],
  ['another runtime', 'nodejs24.x', 'nodejs20.x', 'Failed178E83A2.Runtime: nodejs20.x is not nodejs24.x'],
  [
    'code that is no asset',
    '"S3Key": "fdf3',
    '"S3Key": "0000',
    'Failed178E83A2.Code.S3Key: no asset has the key 0000',
  ],
  [
    'another payload format',
    '"PayloadFormatVersion": "2.0"',
    '"PayloadFormatVersion": "1.0"',
    'ApiPOSTslackeventsIAD2837CF.PayloadFormatVersion: 1.0 is not known here',
  ],
  [
    'path variables',
    'POST /slack/events',
    'POST /slack/{proxy+}',
    'ApiPOSTslackevents2942AE55.RouteKey: path variables are not known here: POST /slack/{proxy+}',
  ],
  [
    'a table without a key',
    '"KeyType": "HASH"',
    '"KeyTypes": "HASH"',
    'Settings1C20CC9A.KeySchema.0.KeyType: missing',
  ],
])('%s is refused with the resource and the property', async (_what, before, after, message) => {
  const template = await readFile(join(ASSEMBLY, 'Sample.template.json'), 'utf8');
  expect(template).toContain(before);
  const directory = await temporaryCopy();
  await writeFile(join(directory, 'Sample.template.json'), template.replace(before, after));
  await expect(readStack(directory, 'Sample')).rejects.toMatchObject({
    code: 'start_failed',
    message: expect.stringContaining(message),
  });
});

test('a destination outside the stack is refused', async () => {
  const template = JSON.parse(await readFile(join(ASSEMBLY, 'Sample.template.json'), 'utf8'));
  const queue = 'arn:aws:sqs:local-1:000000000000:failed';
  template.Resources.WorkerEventInvokeConfig3C332003.Properties.DestinationConfig.OnFailure.Destination =
    queue;
  const directory = await temporaryCopy();
  await writeFile(join(directory, 'Sample.template.json'), JSON.stringify(template));
  await expect(readStack(directory, 'Sample')).rejects.toThrow(
    `WorkerEventInvokeConfig3C332003.DestinationConfig.OnFailure.Destination: ${queue} is not a function of this stack`,
  );
});

test('a stack that is not synthesised is refused with the file', async () => {
  await expect(readStack(ASSEMBLY, 'Other')).rejects.toThrow(/Other\.template\.json cannot be read/);
});

async function temporaryCopy(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'template-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  await cp(ASSEMBLY, directory, { recursive: true });
  return directory;
}
