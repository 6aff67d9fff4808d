import { join } from 'node:path';
import { type Duration, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import type { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { FunctionName } from './bundle.ts';
import { addLogGroup } from './log-group.ts';
import type { Settings } from './settings.ts';

/** What the functions have in common: the stack they are of. */
export interface FunctionDefaults {
  readonly settings: Settings;
  /** Where `bundleFunctions` put the code. */
  readonly code: string;
  /** Of all figures of the stack, in CloudWatch. */
  readonly metricsNamespace: string;
}

export interface FunctionOptions {
  readonly memorySize: number;
  readonly timeout: Duration;
  readonly environment: Readonly<Record<string, string>>;
  /** Why no dead-letter queue keeps what it could not do. */
  readonly whyNoQueue: string;
}

export interface ChatOpsFunction {
  readonly lambda: LambdaFunction;
  readonly logs: LogGroup;
}

/** A function with a role of its own, which may write to its log and nothing else until it is told so. */
export function addFunction(
  scope: Construct,
  name: FunctionName,
  { settings, code, metricsNamespace }: FunctionDefaults,
  { memorySize, timeout, environment, whyNoQueue }: FunctionOptions,
): ChatOpsFunction {
  const id = name.charAt(0).toUpperCase() + name.slice(1);
  const logs = addLogGroup(scope, `${id}Logs`, settings);
  // Not the policy that AWS manages: that lets a function write to all logs of the account.
  const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  logs.grantWrite(role);
  const reserved = settings.reservedConcurrency[name];
  const lambda = new LambdaFunction(scope, id, {
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    handler: 'index.handler',
    code: Code.fromAsset(join(code, name)),
    memorySize,
    timeout,
    role,
    logGroup: logs,
    ...(reserved !== undefined && { reservedConcurrentExecutions: reserved }),
    // Powertools names each line and metric by these.
    environment: {
      ...environment,
      POWERTOOLS_SERVICE_NAME: name,
      POWERTOOLS_METRICS_NAMESPACE: metricsNamespace,
    },
  });
  Validations.of(lambda).acknowledge(
    { id: 'Serverless-LambdaDLQ', reason: whyNoQueue },
    {
      id: 'Serverless-LambdaTracing',
      reason:
        'X-Ray takes no permission that is narrower than all resources. One request_id leads through the logs of all functions, and each call of LTS stands there with its time.',
    },
  );
  return { lambda, logs };
}

/** To read the values, and not what else is known of the secrets. */
export function letRead({ lambda }: ChatOpsFunction, ...secrets: readonly Secret[]): void {
  const resources = secrets.map(({ secretArn }) => secretArn);
  lambda.addToRolePolicy(new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources }));
}

/** Itself, and none of its versions. */
export function letInvoke({ lambda }: ChatOpsFunction, { lambda: invoked }: ChatOpsFunction): void {
  const resources = [invoked.functionArn];
  lambda.addToRolePolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources }));
}
