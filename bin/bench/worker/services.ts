import { text } from 'node:stream/consumers';
import { ENV, STACK_NAME } from '../../../lib/config.ts';
import { startDynamoDb } from '../../../lib/local/dynamodb.ts';
import { Faults } from '../../../lib/local/faults.ts';
import { sendJson, serve } from '../../../lib/local/http.ts';
import { startSecretsManager } from '../../../lib/local/lambda/secrets-manager.ts';
import { readStack } from '../../../lib/local/lambda/template.ts';
import { environmentVariables } from '../../../lib/local/lambda/variables.ts';
import { startLtsEmulator } from '../../../lib/local/lts/emulator.ts';

// A program: all services that the worker asks, as in the local workspace; of Slack only what one answer takes. Its
// arguments are the cloud assembly, and the folder of what is in LTS. It tells its parent the worker and its environment,
// and ends with it.

const [, , assembly = '', logs = ''] = process.argv;
const SOURCE = 'main';

const stack = await readStack(assembly, STACK_NAME);
const worker = [...stack.functions.values()].find(({ environment }) => environment[ENV.ltsSources]);
if (!worker) throw new Error('the stack has no worker');
const variable = (name: string) => worker.environment[name] ?? '';

const lts = await startLtsEmulator({ logs: [logs], keepTimes: false });
const dynamodb = await startDynamoDb(stack.tables, new Faults());
const { accessKey, secretKey } = lts;
const secretValues = new Map([
  [variable(ENV.botToken), 'xoxb-benchmark'],
  [variable(ENV.ltsCredentials), JSON.stringify({ [SOURCE]: { accessKey, secretKey } })],
]);
const secrets = await startSecretsManager(secretValues, new Faults());

const PERSON = { id: 'U1', team_id: 'T1', tz: 'Asia/Shanghai', locale: 'en-US' };
const posted: string[] = [];

/** A GET gives the messages that came since the last one. */
const slack = await serve(0, async (request, response, { pathname }) => {
  const body = await text(request);
  if (request.method === 'GET') return sendJson(response, 200, posted.splice(0));
  if (pathname === '/api/users.info') return sendJson(response, 200, { ok: true, user: PERSON });
  if (pathname !== '/response') return sendJson(response, 404, { ok: false, error: 'unknown_method' });
  posted.push(body);
  response.end('ok');
});

const { url: endpoint, projectId } = lts;
const env = environmentVariables(worker, worker.codeDirectory, '', {
  AWS_ENDPOINT_URL_DYNAMODB: dynamodb.url,
  AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.url,
  [ENV.slackApiUrl]: `${slack.url}/api/`,
  [ENV.hooksOrigin]: slack.url,
  [ENV.ltsSources]: JSON.stringify([
    { name: SOURCE, projectId, endpoint, iamEndpoint: endpoint, readsPerMinute: 100_000 },
  ]),
});
process.send?.({ codeDirectory: worker.codeDirectory, slackUrl: slack.url, env });
process.on('disconnect', () => process.exit());
