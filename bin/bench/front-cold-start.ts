import { execFile } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ENV } from '../../lib/config.ts';
import { bundleFunctions } from '../../lib/infra/bundle.ts';

const run = promisify(execFile);
const HARNESS = fileURLToPath(new URL('cold-start.cjs', import.meta.url));
const SIGNING_SECRET = 'benchmark-signing-secret';
const EMPTY_HANDLER = 'exports.handler = async () => ({ statusCode: 200 });\n';

/**
 * CPU of a front function's first acknowledgement in a fresh process (load, secret, first signed command, hand-over
 * over loopback) ÷ CPU of the same process with an empty handler. The two run in turn; each pair gives a ratio.
 */
export async function measureFrontColdStart(pairs: number): Promise<number[]> {
  const directory = await mkdtemp(join(tmpdir(), 'lts-chatops-bench-'));
  const aws = await startAws();
  try {
    await bundleFunctions(directory);
    const empty = join(directory, 'empty.js');
    await writeFile(empty, EMPTY_HANDLER);
    const front = join(directory, 'front', 'index.js');
    const ratios: number[] = [];
    // The first pair warms the disk cache and does not count.
    for (let pair = -1; pair < pairs; pair += 1) {
      const ofEmpty = await coldStart(empty, aws.url);
      const ofFront = await coldStart(front, aws.url);
      if (pair >= 0) ratios.push(ofFront / ofEmpty);
    }
    if (aws.handedOver() !== pairs + 1) throw new Error('not every command was handed over');
    return ratios;
  } finally {
    aws.close();
    await rm(directory, { recursive: true });
  }
}

/** CPU milliseconds, user and system, of a whole process. */
async function coldStart(bundle: string, awsUrl: string): Promise<number> {
  const { stdout } = await run(process.execPath, [HARNESS, bundle, JSON.stringify(signedCommand())], {
    timeout: 30_000,
    env: {
      AWS_REGION: 'local-1',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_ENDPOINT_URL_LAMBDA: awsUrl,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: awsUrl,
      [ENV.command]: '/lts',
      [ENV.workerFunction]: 'worker',
      [ENV.signingSecret]: 'arn:aws:secretsmanager:local-1:000000000000:secret:signing',
    },
  });
  return Number(stdout);
}

/** As API Gateway passes on what Slack sends: a form, in base64. */
function signedCommand(): object {
  const body = new URLSearchParams({
    command: '/lts',
    text: 'logs checkout/api error since:1h',
    trigger_id: '1.2.3',
    team_id: 'T1',
    user_id: 'U1',
    channel_id: 'C1',
    response_url: 'http://127.0.0.1/response',
  }).toString();
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const signature = createHmac('sha256', SIGNING_SECRET).update(`v0:${timestamp}:${body}`).digest('hex');
  return {
    version: '2.0',
    routeKey: 'POST /slack/events',
    rawPath: '/slack/events',
    rawQueryString: '',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    },
    requestContext: { timeEpoch: Date.now() },
    body: Buffer.from(body).toString('base64'),
    isBase64Encoded: true,
  };
}

/** As little of Secrets Manager and Lambda as the front function asks for. */
async function startAws(): Promise<{ url: string; handedOver: () => number; close: () => void }> {
  let handedOver = 0;
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      if (request.headers['x-amz-target']) response.end(JSON.stringify({ SecretString: SIGNING_SECRET }));
      else {
        handedOver += 1;
        response.writeHead(202).end();
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    handedOver: () => handedOver,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
