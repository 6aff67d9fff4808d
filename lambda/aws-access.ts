import type { AwsAccess } from '../lib/aws/call.ts';
import { type Environment, setting } from '../lib/config.ts';

/** Lambda puts the role's credentials and the region into the environment. */
export function awsAccess(environment: Environment): AwsAccess {
  const {
    AWS_ENDPOINT_URL_DYNAMODB: dynamodb,
    AWS_ENDPOINT_URL_LAMBDA: lambda,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: secretsmanager,
  } = environment;
  return {
    region: setting(environment, 'AWS_REGION'),
    accessKeyId: setting(environment, 'AWS_ACCESS_KEY_ID'),
    secretAccessKey: setting(environment, 'AWS_SECRET_ACCESS_KEY'),
    sessionToken: environment.AWS_SESSION_TOKEN,
    endpoints: {
      ...(dynamodb && { dynamodb }),
      ...(lambda && { lambda }),
      ...(secretsmanager && { secretsmanager }),
    },
  };
}
