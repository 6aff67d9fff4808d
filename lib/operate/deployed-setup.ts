import { GetFunctionConfigurationCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import { ENV } from '../config.ts';
import type { Settings } from '../infra/settings.ts';
import { readSources } from '../sources.ts';
import type { Aws } from './aws-clients.ts';
import { awsProblem } from './aws-problem.ts';
import { functionsOf, type Outputs, secretsOf } from './deployment.ts';
import { type Finding, good, unknown, wrong } from './finding.ts';
import { FOUND_AT, type SecretName } from './secrets.ts';
import type { Setup } from './setup.ts';
import type { Target } from './target.ts';

const SLACK_API_URL = 'https://slack.com/api/';

interface Deployed {
  readonly setup: Setup;
  readonly findings: readonly Finding[];
}

/** A stack as it runs: what it serves is told by its functions, for the configuration may have changed since. */
export async function readDeployedSetup(
  aws: Aws,
  outputs: Outputs,
  settings: Settings,
  { npm }: Target,
  signal: AbortSignal,
): Promise<Deployed> {
  const looking = functionsOf(outputs).map((name) => lookAt(aws.lambda, name, signal));
  const functions = await Promise.all(looking);
  const told = Object.assign({}, ...functions.map(({ variables }) => variables)) as Record<string, string>;
  const { slack, sources, policy } = settings;
  const setup: Setup = {
    requestUrl: outputs.RequestUrl,
    slackApiUrl: told[ENV.slackApiUrl] ?? SLACK_API_URL,
    teamId: told[ENV.teamId] ?? slack.teamId,
    appId: told[ENV.appId] ?? slack.appId,
    sources: readSources(told[ENV.ltsSources] ?? JSON.stringify(sources)),
    proxy: aws.proxy,
    policy,
    secrets: secretsOf(outputs),
    tables: { state: outputs.StateTableName, audit: outputs.AuditTableName },
    secretsManager: aws.secretsManager,
    dynamodb: aws.dynamodb,
    fillSecret: (name: SecretName) =>
      `copy it from ${FOUND_AT[name]}, and fill it in: ${npm('secrets', name)}`,
  };
  return {
    setup,
    findings: [...functions.map(({ finding }) => finding), compare(told, settings, npm('deploy'))],
  };
}

interface Looked {
  readonly finding: Finding;
  readonly variables: Readonly<Record<string, string>>;
}

async function lookAt(lambda: LambdaClient, FunctionName: string, abortSignal: AbortSignal): Promise<Looked> {
  const place = { what: 'function', where: FunctionName };
  try {
    const command = new GetFunctionConfigurationCommand({ FunctionName });
    const { State, LastUpdateStatus, Environment } = await lambda.send(command, { abortSignal });
    const variables = Environment?.Variables ?? {};
    // One that nobody has called for weeks is inactive until somebody does.
    const isGood = (State === 'Active' || State === 'Inactive') && LastUpdateStatus === 'Successful';
    const why = `it is ${State}, its last update ${LastUpdateStatus}`;
    return { variables, finding: isGood ? good(place, why) : wrong(place, why, 'deploy again') };
  } catch (error) {
    const { why, remedy } = awsProblem(error, 'call lambda:GetFunctionConfiguration');
    return { variables: {}, finding: wrong(place, why, remedy) };
  }
}

/** Whether the functions serve what the configuration says. */
function compare(
  told: Readonly<Record<string, string>>,
  { command, slack, sources }: Settings,
  deploy: string,
): Finding {
  const place = { what: 'deployed configuration', where: 'the functions' };
  const wanted = {
    [ENV.command]: command,
    [ENV.teamId]: slack.teamId,
    [ENV.appId]: slack.appId,
    [ENV.ltsSources]: JSON.stringify(sources),
  };
  if (Object.keys(told).length === 0) return unknown(place, 'the functions could not be looked at');
  const changed = Object.entries(wanted).filter(([name, value]) => told[name] !== value);
  if (changed.length === 0) return good(place, 'it is that of the configuration');
  return wrong(
    place,
    `the configuration has changed since: ${changed.map(([name]) => name).join(', ')}`,
    deploy,
  );
}
