import { ChatOpsError } from './errors.ts';

/** The environment variables of the functions: the stack writes them, the handlers read them. */
export const ENV = {
  /** The slash command with its slash. */
  command: 'SLACK_COMMAND',
  /** The workspace that installed the app, T…, and the app, A…: no other is served. */
  teamId: 'SLACK_TEAM_ID',
  appId: 'SLACK_APP_ID',
  /** Where all response_urls lead, without a slash at the end. */
  hooksOrigin: 'SLACK_HOOKS_ORIGIN',
  /** Slack's Web API, with a slash at the end. */
  slackApiUrl: 'SLACK_API_URL',
  signingSecret: 'SLACK_SIGNING_SECRET_ARN',
  botToken: 'SLACK_BOT_TOKEN_ARN',
  workerFunction: 'WORKER_FUNCTION_NAME',
  /** The LTS projects, as JSON; `sources.ts` reads it. */
  ltsSources: 'LTS_SOURCES',
  ltsCredentials: 'LTS_CREDENTIALS_ARN',
  /** The DynamoDB table of what outlives a function. */
  stateTable: 'STATE_TABLE_NAME',
  /** The DynamoDB table of what people have done. */
  auditTable: 'AUDIT_TABLE_NAME',
  /** For how many ms at most an attempt holds a job: over by the time of Lambda's next attempt. */
  jobLease: 'JOB_LEASE_MS',
  /** The file that says who may do what, as `access/policy-file.ts` reads it; from the function's own folder. */
  policyFile: 'POLICY_FILE',
} as const;

export type Environment = Readonly<Record<string, string | undefined>>;

/** A function was deployed without a setting that it needs. */
class ConfigError extends ChatOpsError {
  readonly code = 'config';
}

export function setting(environment: Environment, name: string): string {
  const value = environment[name];
  if (!value) throw new ConfigError(`The environment variable ${name} is not set`);
  return value;
}

/** The CloudFormation stack, and the name of its template. */
export const STACK_NAME = 'LtsChatOps';

/** What a stack says of itself: by this it is told from another program's of the same name. */
export const STACK_DESCRIPTION = 'LTS ChatOps: Huawei Cloud Log Tank Service in Slack';

/** The attribute by which DynamoDB removes items, in seconds since 1970. */
export const EXPIRY_ATTRIBUTE = 'expiresAt';
