import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isObject } from '../json.ts';
import { StartError } from '../start-error.ts';
import { readFunction, readPolicies } from './functions.ts';
import { type Resource, resolveText, type Template } from './intrinsics.ts';
import { Properties } from './properties.ts';
import { readRoute } from './routes.ts';
import type { Stack } from './stack.ts';
import { readTable } from './tables.ts';

/**
 * Reads `<stackName>.template.json` and `<stackName>.assets.json` of a CDK cloud assembly.
 *
 * @throws StartError when a file is missing, or something that the host needs cannot be resolved; it names
 * the resource and the property.
 */
export async function readStack(assemblyDir: string, stackName: string): Promise<Stack> {
  const template = toTemplate(await readJson(join(assemblyDir, `${stackName}.template.json`)), stackName);
  const assets = toAssets(await readJson(join(assemblyDir, `${stackName}.assets.json`)), assemblyDir);
  const ofType = (...types: string[]) =>
    [...template.resources.values()].filter((r) => types.includes(r.type));
  const refs = (resources: readonly Resource[]) =>
    new Map(resources.map((r) => [r.logicalId, resolveText(template, { Ref: r.logicalId }, r.logicalId)]));

  const byArn = new Map(
    ofType('AWS::Lambda::Function').map((r) => [new Properties(template, r).arn(), r.logicalId]),
  );
  const policies = readPolicies(template, ofType('AWS::Lambda::EventInvokeConfig'), byArn);
  return {
    name: stackName,
    functions: new Map(
      ofType('AWS::Lambda::Function').map((r) => [r.logicalId, readFunction(template, r, assets, policies)]),
    ),
    routes: ofType('AWS::ApiGatewayV2::Route').map((r) => readRoute(template, r, byArn)),
    secrets: refs(ofType('AWS::SecretsManager::Secret')),
    tables: ofType('AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable').map((r) => readTable(template, r)),
  };
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    throw new StartError(`${file} cannot be read; is the stack synthesised? (${String(cause)})`, { cause });
  }
}

function toTemplate(json: unknown, stackName: string): Template {
  const resources = isObject(json) && isObject(json.Resources) ? Object.entries(json.Resources) : [];
  return {
    stackName,
    resources: new Map(
      resources.map(([logicalId, resource]) => {
        if (!isObject(resource)) throw new StartError(`${logicalId}: not a resource`);
        const properties = isObject(resource.Properties) ? resource.Properties : {};
        return [logicalId, { logicalId, type: String(resource.Type), properties }];
      }),
    ),
  };
}

/** Object key in the assets bucket to the directory that holds the code. */
function toAssets(json: unknown, assemblyDir: string): ReadonlyMap<string, string> {
  const files = isObject(json) && isObject(json.files) ? Object.values(json.files) : [];
  return new Map(
    files.flatMap((file) => {
      if (!isObject(file) || !isObject(file.source) || !isObject(file.destinations)) return [];
      const directory = resolve(assemblyDir, String(file.source.path));
      return Object.values(file.destinations).map((destination): [string, string] => [
        isObject(destination) ? String(destination.objectKey) : '',
        directory,
      ]);
    }),
  );
}
