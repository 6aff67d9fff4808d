import type { ServerResponse } from 'node:http';
import { STACK_DESCRIPTION } from '../../lib/config.ts';
import { type LocalServer, readBody, sendJson, serve } from '../../lib/local/http.ts';

/** A stack as CloudFormation knows it. */
interface StandInStack {
  readonly status: string;
  /** Else that of the bot. */
  readonly description?: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly template?: object;
  /** Logical id, type, physical id. */
  readonly resources?: readonly (readonly [string, string, string])[];
  readonly isProtected?: boolean;
}

/** What the account holds; tests change it as they go. */
export interface Account {
  stacks: Record<string, StandInStack>;
  /** The environment variables of each function, by its name. */
  functions: Record<string, Readonly<Record<string, string>>>;
  concurrency: number;
  /** How much of it is reserved for each function, the bot's and others. */
  reserved?: Readonly<Record<string, number>>;
  /** An error of AWS for everything, such as `ExpiredToken`. */
  refusal?: string;
  /** Only for this action, such as `DescribeStacks`. */
  refusedAction?: string;
}

const ACCOUNT_ID = '123456789012';

/**
 * CloudFormation, STS and Lambda, as far as the operator's programs ask them. CloudFormation and STS speak the Query
 * protocol, https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/CommonParameters.html
 */
export function serveAws(account: Account): Promise<LocalServer> {
  return serve(0, async (request, response, url) => {
    const fields = new URLSearchParams((await readBody(request)).toString());
    const action = fields.get('Action');
    if (action === null) return answerLambda(account, url.pathname, response);
    const { status, xml } = answerQuery(account, action, fields.get('StackName') ?? '');
    response.writeHead(status, { 'content-type': 'text/xml' }).end(xml);
  });
}

function answerQuery({ refusal, refusedAction = '', stacks }: Account, action: string, name: string) {
  if (refusal !== undefined && ['', action].includes(refusedAction))
    return { status: 403, xml: error(refusal, 'no') };
  if (action === 'GetCallerIdentity') return { status: 200, xml: identity() };
  const stack = stacks[name];
  if (!stack) return { status: 400, xml: error('ValidationError', `Stack with id ${name} does not exist`) };
  const answers: Readonly<Record<string, () => string>> = {
    DescribeStacks: () => describeStack(name, stack),
    GetTemplate: () => tag('TemplateBody', encode(JSON.stringify(stack.template))),
    DescribeStackResources: () => describeResources(stack),
  };
  return { status: 200, xml: result(action, answers[action]?.() ?? '') };
}

function answerLambda(
  { refusal, refusedAction, functions, concurrency, reserved = {} }: Account,
  path: string,
  response: ServerResponse,
) {
  if (refusal !== undefined && refusedAction === undefined)
    return sendJson(response, 403, { __type: refusal, message: 'no' });
  if (path.endsWith('/account-settings')) {
    const taken = Object.values(reserved).reduce((sum, one) => sum + one, 0);
    const limits = { ConcurrentExecutions: concurrency, UnreservedConcurrentExecutions: concurrency - taken };
    return sendJson(response, 200, { AccountLimit: limits });
  }
  const [, asked] = /\/functions\/([^/]+)\/concurrency$/.exec(path) ?? [];
  if (asked !== undefined)
    return sendJson(response, 200, { ReservedConcurrentExecutions: reserved[asked] ?? null });
  const [, name = ''] = /\/functions\/([^/]+)\/configuration$/.exec(path) ?? [];
  const Variables = functions[name];
  if (!Variables) return sendJson(response, 404, { Type: 'User', Message: 'Function not found' });
  sendJson(response, 200, { State: 'Active', LastUpdateStatus: 'Successful', Environment: { Variables } });
}

/** The variables that lead the SDK and the CDK there. */
export function standInEnvironment({ url }: LocalServer): Record<string, string> {
  return {
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'AKIASTANDIN',
    AWS_SECRET_ACCESS_KEY: 'stand-in',
    AWS_ENDPOINT_URL_CLOUDFORMATION: url,
    AWS_ENDPOINT_URL_STS: url,
    AWS_ENDPOINT_URL_LAMBDA: url,
  };
}

/** An environment without a trace of AWS. */
export const NO_AWS = {
  AWS_REGION: '',
  AWS_DEFAULT_REGION: '',
  AWS_PROFILE: '',
  AWS_ACCESS_KEY_ID: '',
  AWS_SECRET_ACCESS_KEY: '',
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  AWS_EC2_METADATA_DISABLED: 'true',
};

const tag = (name: string, content: string) => `<${name}>${content}</${name}>`;
const encode = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const result = (action: string, content: string) => tag(`${action}Response`, tag(`${action}Result`, content));
const members = (list: readonly string[]) => list.map((each) => tag('member', each)).join('');

function error(code: string, message: string): string {
  return tag(
    'ErrorResponse',
    tag('Error', tag('Type', 'Sender') + tag('Code', code) + tag('Message', message)),
  );
}

function identity(): string {
  const arn = `arn:aws:sts::${ACCOUNT_ID}:assumed-role/operator/ada`;
  return result('GetCallerIdentity', tag('Arn', arn) + tag('UserId', 'ada') + tag('Account', ACCOUNT_ID));
}

function describeStack(
  name: string,
  { status, description = STACK_DESCRIPTION, outputs, isProtected = false }: StandInStack,
): string {
  const list = Object.entries(outputs).map(
    ([key, value]) => tag('OutputKey', key) + tag('OutputValue', encode(value)),
  );
  const fields = [
    tag('StackName', name),
    tag('StackStatus', status),
    tag('Description', description),
    tag('CreationTime', '2026-11-01T00:00:00Z'),
    tag('EnableTerminationProtection', String(isProtected)),
    tag('Outputs', members(list)),
  ];
  return tag('Stacks', members([fields.join('')]));
}

function describeResources({ resources = [] }: StandInStack): string {
  const list = resources.map(([logical, type, physical]) =>
    [
      tag('LogicalResourceId', logical),
      tag('ResourceType', type),
      tag('PhysicalResourceId', physical),
      tag('Timestamp', '2026-11-01T00:00:00Z'),
      tag('ResourceStatus', 'CREATE_COMPLETE'),
    ].join(''),
  );
  return tag('StackResources', members(list));
}
