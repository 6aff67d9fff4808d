import { type CloudFormationClient, DescribeStacksCommand, type Stack } from '@aws-sdk/client-cloudformation';
import * as z from 'zod/mini';
import { STACK_DESCRIPTION } from '../config.ts';
import { ChatOpsError } from '../errors.ts';
import type { SecretName } from './secrets.ts';

const text = z.string();

/** What the stack says of itself. */
const Outputs = z.object({
  RequestUrl: text,
  SlackSigningSecretArn: text,
  SlackBotTokenArn: text,
  LtsCredentialsArn: text,
  StateTableName: text,
  AuditTableName: text,
  FrontFunctionName: text,
  WorkerFunctionName: text,
  FailedFunctionName: text,
});
export type Outputs = z.infer<typeof Outputs>;

interface Deployment {
  /** CloudFormation's word, such as `UPDATE_COMPLETE`. */
  readonly status: string;
  readonly outputs: Outputs;
}

/** The ARN of each secret. */
export function secretsOf(outputs: Outputs): Readonly<Record<SecretName, string>> {
  return {
    'signing-secret': outputs.SlackSigningSecretArn,
    'bot-token': outputs.SlackBotTokenArn,
    'lts-credentials': outputs.LtsCredentialsArn,
  };
}

/** The names of the three. */
export function functionsOf(outputs: Outputs): readonly string[] {
  return [outputs.FrontFunctionName, outputs.WorkerFunctionName, outputs.FailedFunctionName];
}

/** There is no such stack, or it is of another version, another program's, or not whole. */
export class NotDeployedError extends ChatOpsError {
  readonly code = 'not_deployed';
}

/** The stack as it is. @throws NotDeployedError, and what the SDK throws */
export async function findDeployment(
  cloudformation: CloudFormationClient,
  stack: string,
  abortSignal: AbortSignal,
): Promise<Deployment> {
  const found = await describeStack(cloudformation, stack, abortSignal);
  if (!found) throw new NotDeployedError(`there is no stack ${stack} in this account and region`);
  if (!isOurs(found)) throw new NotDeployedError(describeStranger(found, stack));
  const { StackStatus: status = '', Outputs: list = [] } = found;
  const named = Object.fromEntries(
    list.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]),
  );
  const { data } = Outputs.safeParse(named);
  if (!data) {
    const why = /^(CREATE|UPDATE)_COMPLETE$/.test(status)
      ? 'was not deployed by this version'
      : 'is not whole';
    throw new NotDeployedError(`the stack ${stack} is ${status}, and ${why}`);
  }
  return { status, outputs: data };
}

/** Whether it was deployed by this program: a name alone is anybody's, and a deployment takes the place of what was there. */
export function isOurs({ Description }: Pick<Stack, 'Description'>): boolean {
  return Description === STACK_DESCRIPTION;
}

/** What a person is told of a stack that is not ours. */
export function describeStranger({ Description }: Pick<Stack, 'Description'>, stack: string): string {
  return `the stack ${stack} is another program’s, which describes it as ${JSON.stringify(Description ?? '')}`;
}

/** Undefined where there is none. @throws what the SDK throws */
export async function describeStack(
  cloudformation: CloudFormationClient,
  StackName: string,
  abortSignal: AbortSignal,
) {
  try {
    const { Stacks = [] } = await cloudformation.send(new DescribeStacksCommand({ StackName }), {
      abortSignal,
    });
    return Stacks[0];
  } catch (error) {
    // CloudFormation has no error of its own for it.
    if (error instanceof Error && /does not exist/.test(error.message)) return undefined;
    throw error;
  }
}
