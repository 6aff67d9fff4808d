import { REGION } from './intrinsics.ts';
import type { LambdaFunction } from './stack.ts';

/**
 * The whole environment of a process: what the stack sets, what the local workspace adds, and what Lambda itself
 * sets. Lambda's own win, as it refuses to deploy a function that names one of them. Nothing is taken from the host.
 *
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
 */
export function environmentVariables(
  fn: LambdaFunction,
  taskRoot: string,
  runtimeApi: string,
  extra: Readonly<Record<string, string>>,
): Record<string, string> {
  return {
    ...fn.environment,
    ...extra,
    _HANDLER: fn.handler,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_DEFAULT_REGION: REGION,
    AWS_EXECUTION_ENV: `AWS_Lambda_${fn.runtime}`,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(fn.memoryMb),
    AWS_LAMBDA_FUNCTION_NAME: fn.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_FORMAT: fn.logging.format,
    AWS_LAMBDA_LOG_GROUP_NAME: fn.logging.group,
    AWS_LAMBDA_LOG_STREAM_NAME: logStreamName(),
    ...(fn.logging.level === undefined ? {} : { AWS_LAMBDA_LOG_LEVEL: fn.logging.level }),
    AWS_LAMBDA_RUNTIME_API: runtimeApi,
    AWS_REGION: REGION,
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_SESSION_TOKEN: 'local',
    LAMBDA_TASK_ROOT: taskRoot,
    LANG: 'en_US.UTF-8',
    PATH: '/usr/local/bin:/usr/bin:/bin',
    TZ: ':UTC',
  };
}

/** Such as `2026/01/31/[$LATEST]0123456789abcdef0123456789abcdef`: one an environment. */
function logStreamName(): string {
  const day = new Date().toISOString().slice(0, 10).replaceAll('-', '/');
  return `${day}/[$LATEST]${crypto.randomUUID().replaceAll('-', '')}`;
}
