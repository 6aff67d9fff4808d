import {
  type CloudFormationClient,
  DescribeStackResourcesCommand,
  GetTemplateCommand,
} from '@aws-sdk/client-cloudformation';
import * as z from 'zod/mini';

const Template = z.object({
  Resources: z.record(z.string(), z.object({ Type: z.string(), DeletionPolicy: z.optional(z.string()) })),
});

/** What a stack is made of, and what of it stays when it is destroyed. */
interface Stock {
  /** Type and name of each, such as `AWS::DynamoDB::Table LtsChatOps-Audit…`. */
  readonly kept: readonly string[];
  readonly goes: readonly string[];
}

/** By the template that is deployed, which decides, whatever the code says by now. @throws what the SDK throws */
export async function whatGoes(
  cloudformation: CloudFormationClient,
  StackName: string,
  abortSignal: AbortSignal,
): Promise<Stock> {
  const [{ TemplateBody = '{}' }, { StackResources = [] }] = await Promise.all([
    cloudformation.send(new GetTemplateCommand({ StackName }), { abortSignal }),
    cloudformation.send(new DescribeStackResourcesCommand({ StackName }), { abortSignal }),
  ]);
  const { Resources } = Template.parse(JSON.parse(TemplateBody));
  const described = StackResources.map(({ LogicalResourceId = '', ResourceType, PhysicalResourceId }) => ({
    isKept: /^Retain/.test(Resources[LogicalResourceId]?.DeletionPolicy ?? ''),
    text: `${ResourceType} ${PhysicalResourceId ?? LogicalResourceId}`,
  }));
  const textsOf = (isKept: boolean) =>
    described.filter((one) => one.isKept === isKept).map(({ text }) => text);
  return { kept: textsOf(true).toSorted(), goes: textsOf(false).toSorted() };
}
