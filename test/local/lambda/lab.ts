import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TargetFaults } from '../../../lib/local/fault-targets.ts';
import { serve } from '../../../lib/local/http.ts';
import { type LambdaHost, startLambdaHost } from '../../../lib/local/lambda/host.ts';
import { readStack } from '../../../lib/local/lambda/template.ts';

/** One function of a stack under test: its CommonJS source, and what its template says beside the defaults. */
export interface LabFunction {
  readonly code: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  /** Properties of its AWS::Lambda::EventInvokeConfig; none without. */
  readonly asynchronous?: Readonly<Record<string, unknown>>;
  /** `ANY /<logical id>` leads to every function; this is the integration's limit. */
  readonly timeoutInMillis?: number;
}

export interface Lab {
  readonly host: LambdaHost;
  /** The HTTP API. */
  readonly apiUrl: string;
  readonly faults: TargetFaults;
  /** Everything that was logged, as `name: line`. */
  readonly logs: readonly string[];
  invoke(name: string, payload?: unknown, headers?: Record<string, string>): Promise<Response>;
  close(): Promise<void>;
}

export const SIGNED = {
  authorization:
    'AWS4-HMAC-SHA256 Credential=local/20260131/local-1/lambda/aws4_request, SignedHeaders=host, Signature=0',
};

/** Writes an assembly as CDK does, and starts a host and its HTTP API on it. */
export async function startLab(
  functions: Readonly<Record<string, LabFunction>>,
  retryDelaysMs: readonly [number, number] = [10, 20],
  origins = { lts: 'http://127.0.0.1:1', slack: 'http://127.0.0.1:2' },
): Promise<Lab> {
  const assembly = await writeAssembly(functions);
  const logs: string[] = [];
  const faults = new TargetFaults();
  const host = await startLambdaHost(await readStack(assembly, 'Lab'), {
    environment: { EXTRA_VARIABLE: 'extra' },
    log: (name, line) => logs.push(`${name}: ${line}`),
    retryDelaysMs,
    faults,
    origins,
  });
  const api = await serve(0, host.handleHttp);
  return {
    host,
    apiUrl: api.url,
    faults,
    logs,
    invoke: (name, payload = {}, headers = {}) =>
      fetch(`${host.url}/2015-03-31/functions/${encodeURIComponent(name)}/invocations`, {
        method: 'POST',
        headers: { ...SIGNED, ...headers },
        body: typeof payload === 'string' ? payload : JSON.stringify(payload),
      }),
    async close() {
      await api.close();
      await host.close();
      await rm(assembly, { recursive: true });
    },
  };
}

export async function writeAssembly(functions: Readonly<Record<string, LabFunction>>): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'assembly-'));
  // The project's own package.json says "module" too; a deployed bundle has none above it.
  await writeFile(join(directory, 'package.json'), '{"type":"module"}');
  const files: Record<string, unknown> = {};
  for (const [id, { code }] of Object.entries(functions)) {
    await mkdir(join(directory, `asset.${id}`));
    await writeFile(join(directory, `asset.${id}`, 'index.js'), code);
    files[id] = {
      source: { path: `asset.${id}`, packaging: 'zip' },
      destinations: { 'current_account-current_region': { objectKey: `${id}.zip` } },
    };
  }
  const entries = Object.entries(functions).flatMap(([id, fn]) => Object.entries(resourcesOf(id, fn)));
  await writeFile(
    join(directory, 'Lab.template.json'),
    JSON.stringify({ Resources: Object.fromEntries(entries) }),
  );
  await writeFile(join(directory, 'Lab.assets.json'), JSON.stringify({ version: '55.0.0', files }));
  return directory;
}

function resourcesOf(id: string, fn: LabFunction): Record<string, unknown> {
  const config = {
    Type: 'AWS::Lambda::EventInvokeConfig',
    Properties: { FunctionName: { Ref: id }, Qualifier: '$LATEST', ...fn.asynchronous },
  };
  return {
    [id]: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        Code: { S3Bucket: 'assets', S3Key: `${id}.zip` },
        Handler: 'index.handler',
        Runtime: 'nodejs24.x',
        ...fn.properties,
      },
    },
    ...(fn.asynchronous === undefined ? {} : { [`${id}Config`]: config }),
    [`${id}Integration`]: {
      Type: 'AWS::ApiGatewayV2::Integration',
      Properties: {
        IntegrationType: 'AWS_PROXY',
        IntegrationUri: { 'Fn::GetAtt': [id, 'Arn'] },
        PayloadFormatVersion: '2.0',
        ...(fn.timeoutInMillis === undefined ? {} : { TimeoutInMillis: fn.timeoutInMillis }),
      },
    },
    [`${id}Route`]: {
      Type: 'AWS::ApiGatewayV2::Route',
      Properties: {
        RouteKey: `ANY /${id}`,
        Target: { 'Fn::Join': ['', ['integrations/', { Ref: `${id}Integration` }]] },
      },
    },
  };
}
