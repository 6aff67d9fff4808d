import { createHash } from 'node:crypto';
import { isObject, type JsonObject } from '../json.ts';
import { StartError } from '../start-error.ts';

export const REGION = 'local-1';
export const ACCOUNT = '000000000000';

export interface Template {
  readonly stackName: string;
  readonly resources: ReadonlyMap<string, Resource>;
}

export interface Resource {
  readonly logicalId: string;
  readonly type: string;
  readonly properties: JsonObject;
}

/** How CloudFormation names a kind of resource, and what `Ref` and `Fn::GetAtt … Arn` of it give. */
interface Kind {
  /** The property that holds the physical name; without it the logical id is the name. */
  readonly nameProperty: string;
  readonly arn?: (name: string) => string;
  readonly refIsArn?: true;
}

const TABLE: Kind = { nameProperty: 'TableName', arn: (name) => arn('dynamodb', `table/${name}`) };
const API_PART: Kind = { nameProperty: '' };

const KINDS: Readonly<Record<string, Kind>> = {
  'AWS::Lambda::Function': {
    nameProperty: 'FunctionName',
    arn: (name) => arn('lambda', `function:${name}`),
  },
  'AWS::SecretsManager::Secret': {
    nameProperty: 'Name',
    arn: (name) => arn('secretsmanager', `secret:${name}-${sixCharacters(name)}`),
    refIsArn: true,
  },
  'AWS::DynamoDB::Table': TABLE,
  'AWS::DynamoDB::GlobalTable': TABLE,
  'AWS::Logs::LogGroup': {
    nameProperty: 'LogGroupName',
    arn: (name) => arn('logs', `log-group:${name}:*`),
  },
  'AWS::ApiGatewayV2::Api': API_PART,
  'AWS::ApiGatewayV2::Integration': API_PART,
};

/**
 * The text that CloudFormation would put in place of `value`: a literal, Ref, Fn::GetAtt (Arn), Fn::Join or Fn::Sub.
 * `where` names the resource and property in the error that anything else throws.
 */
export function resolveText(template: Template, value: unknown, where: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const [[intrinsic, argument] = [], ...others] = isObject(value) ? Object.entries(value) : [];
  const resolved =
    others.length === 0 && intrinsic !== undefined
      ? resolveIntrinsic(template, intrinsic, argument, where)
      : undefined;
  if (resolved === undefined) throw new StartError(`${where}: cannot resolve ${JSON.stringify(value)}`);
  return resolved;
}

function resolveIntrinsic(
  template: Template,
  intrinsic: string,
  argument: unknown,
  where: string,
): string | undefined {
  switch (intrinsic) {
    case 'Ref':
      return typeof argument === 'string' ? resolveRef(template, argument) : undefined;
    case 'Fn::GetAtt':
      return resolveAttribute(template, typeof argument === 'string' ? argument.split('.') : argument);
    case 'Fn::Join':
      return resolveJoin(template, argument, where);
    case 'Fn::Sub':
      return resolveSub(template, argument, where);
    default:
      return undefined;
  }
}

function resolveRef(template: Template, target: string): string | undefined {
  const pseudo = pseudoParameter(template, target);
  if (pseudo !== undefined) return pseudo;
  const resource = template.resources.get(target);
  const kind = KINDS[resource?.type ?? ''];
  if (resource === undefined || kind === undefined) return undefined;
  const name = physicalName(template, resource);
  return kind.refIsArn ? kind.arn?.(name) : name;
}

function pseudoParameter(template: Template, name: string): string | undefined {
  const values: Readonly<Record<string, string>> = {
    'AWS::Region': REGION,
    'AWS::AccountId': ACCOUNT,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': template.stackName,
  };
  return values[name];
}

function resolveAttribute(template: Template, argument: unknown): string | undefined {
  if (!Array.isArray(argument) || argument[1] !== 'Arn') return undefined;
  const resource = template.resources.get(String(argument[0]));
  if (resource === undefined) return undefined;
  return KINDS[resource.type]?.arn?.(physicalName(template, resource));
}

function resolveJoin(template: Template, argument: unknown, where: string): string | undefined {
  if (!Array.isArray(argument)) return undefined;
  const [separator, parts]: readonly unknown[] = argument;
  if (typeof separator !== 'string' || !Array.isArray(parts)) return undefined;
  return parts.map((part) => resolveText(template, part, where)).join(separator);
}

/** Fn::Sub: `${Name}`, `${Resource.Arn}`, names of its own second argument, and `${!Literal}`. */
function resolveSub(template: Template, argument: unknown, where: string): string | undefined {
  const [text, names]: readonly unknown[] = Array.isArray(argument) ? argument : [argument, {}];
  if (typeof text !== 'string' || !isObject(names)) return undefined;
  return text.replaceAll(/\$\{(!?)([^}]+)\}/g, (_match, literal: string, name: string) => {
    if (literal !== '') return `\${${name}}`;
    if (name in names) return resolveText(template, names[name], where);
    return resolveText(template, name.includes('.') ? { 'Fn::GetAtt': name } : { Ref: name }, where);
  });
}

/** The name that a resource gets: the one the template gives it, else its logical id. */
function physicalName(template: Template, resource: Resource): string {
  const nameProperty = KINDS[resource.type]?.nameProperty ?? '';
  const name = resource.properties[nameProperty];
  if (name === undefined) return resource.logicalId;
  return resolveText(template, name, `${resource.logicalId}.${nameProperty}`);
}

function arn(service: string, resource: string): string {
  return `arn:aws:${service}:${REGION}:${ACCOUNT}:${resource}`;
}

/** Secrets Manager ends every ARN with six random characters; here they stay the same from start to start. */
function sixCharacters(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 6);
}
