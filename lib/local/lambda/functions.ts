import { type Resource, resolveText, type Template } from './intrinsics.ts';
import { Properties } from './properties.ts';
import type { AsynchronousPolicy, LambdaFunction } from './stack.ts';

/** https://docs.aws.amazon.com/lambda/latest/api/API_PutFunctionEventInvokeConfig.html */
const DEFAULT_POLICY: AsynchronousPolicy = {
  maximumRetryAttempts: 2,
  maximumEventAgeSeconds: 21_600,
  onFailure: undefined,
};

/** The children run on the Node that runs the host, which is this one. */
const RUNTIME = 'nodejs24.x';

/** An AWS::Lambda::Function. `assets` leads from object keys to code directories, `policies` from logical ids. */
export function readFunction(
  template: Template,
  resource: Resource,
  assets: ReadonlyMap<string, string>,
  policies: ReadonlyMap<string, AsynchronousPolicy>,
): LambdaFunction {
  const properties = new Properties(template, resource);
  const key = properties.text('Code.S3Key');
  const codeDirectory = assets.get(key);
  if (codeDirectory === undefined) throw properties.error('Code.S3Key', `no asset has the key ${key}`);
  const runtime = properties.text('Runtime');
  if (runtime !== RUNTIME) throw properties.error('Runtime', `${runtime} is not ${RUNTIME}`);
  const name = resolveText(template, { Ref: resource.logicalId }, resource.logicalId);
  const format = properties.optionalText('LoggingConfig.LogFormat') ?? 'Text';
  return {
    logicalId: resource.logicalId,
    name,
    arn: properties.arn(),
    runtime,
    handler: properties.text('Handler'),
    codeDirectory,
    memoryMb: properties.number('MemorySize', 128),
    timeoutSeconds: properties.number('Timeout', 3),
    environment: properties.texts('Environment.Variables'),
    logging: {
      group: properties.optionalText('LoggingConfig.LogGroup') ?? `/aws/lambda/${name}`,
      format,
      level:
        format === 'JSON'
          ? (properties.optionalText('LoggingConfig.ApplicationLogLevel') ?? 'INFO')
          : undefined,
    },
    asynchronous: policies.get(resource.logicalId) ?? DEFAULT_POLICY,
  };
}

/** Every AWS::Lambda::EventInvokeConfig, by the logical id of its function. `byArn` leads to logical ids. */
export function readPolicies(
  template: Template,
  resources: readonly Resource[],
  byArn: ReadonlyMap<string, string>,
): ReadonlyMap<string, AsynchronousPolicy> {
  const functionOf = (name: string) =>
    [...byArn].find(([arn]) => arn === name || arn.endsWith(`:function:${name}`))?.[1];
  return new Map(
    resources.map((resource) => {
      const properties = new Properties(template, resource);
      const logicalId = functionOf(properties.text('FunctionName'));
      if (logicalId === undefined) throw properties.error('FunctionName', 'not a function of this stack');
      const destination = properties.optionalText('DestinationConfig.OnFailure.Destination');
      const onFailure = destination === undefined ? undefined : byArn.get(destination);
      if (destination !== undefined && onFailure === undefined)
        throw properties.error(
          'DestinationConfig.OnFailure.Destination',
          `${destination} is not a function of this stack`,
        );
      return [
        logicalId,
        {
          maximumRetryAttempts: properties.number(
            'MaximumRetryAttempts',
            DEFAULT_POLICY.maximumRetryAttempts,
          ),
          maximumEventAgeSeconds: properties.number(
            'MaximumEventAgeInSeconds',
            DEFAULT_POLICY.maximumEventAgeSeconds,
          ),
          onFailure,
        },
      ];
    }),
  );
}
