import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { expect, it, onTestFinished } from 'vitest';
import { type AwsAccess, callAws, regionalEndpoint } from '../../lib/aws/call.ts';
import { serve } from '../../lib/local/http.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

async function aws(answer: Answer): Promise<AwsAccess> {
  const server = await serve(0, async (request, response) => answer(request, response));
  onTestFinished(() => server.close());
  return access(server.url);
}

function access(url: string): AwsAccess {
  const endpoints = { lambda: url, secretsmanager: url };
  return { region: 'local-1', accessKeyId: 'AK', secretAccessKey: 'SK', sessionToken: 'ST', endpoints };
}

const call = (signal = AbortSignal.timeout(2_000)) =>
  ({
    service: 'lambda',
    path: '/2015-03-31/functions/w/invocations',
    headers: {},
    body: '{}',
    signal,
  }) as const;

it('signs the call with the role’s credentials', async () => {
  let headers: IncomingMessage['headers'] = {};
  const lambda = await aws((request, response) => {
    headers = request.headers;
    response.writeHead(202).end();
  });
  await callAws(lambda, call());
  expect(headers.authorization).toMatch(
    /^AWS4-HMAC-SHA256 Credential=AK\/\d{8}\/local-1\/lambda\/aws4_request, /,
  );
  expect(headers['x-amz-security-token']).toBe('ST');
});

it('throws for a refusal, and repeats nothing of its body', async () => {
  const lambda = await aws((_request, response) => response.writeHead(403).end('a secret'));
  await expect(callAws(lambda, call())).rejects.toThrow(/^lambda answered 403$/);
});

it('ends with the signal', async () => {
  const silent = await aws(() => {});
  await expect(callAws(silent, call(AbortSignal.timeout(50)))).rejects.toMatchObject({ code: 'aws_call' });
});

/** The second request comes over the connection of the first, and finds it reset; `third` answers the one after it. */
async function resetting(third: (response: ServerResponse) => void) {
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    if (requests === 2) request.socket.resetAndDestroy();
    else if (requests === 3) third(response);
    else response.end('ok');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no address');
  return { lambda: access(`http://127.0.0.1:${address.port}`), requests: () => requests };
}

it('tries once more when a kept connection turns out to be closed', async () => {
  const { lambda, requests } = await resetting((response) => response.end('ok'));
  await callAws(lambda, call());
  expect(await callAws(lambda, call())).toBe('ok');
  expect(requests()).toBe(3);
});

it('does not call it a refusal when the first of two requests may have been taken', async () => {
  const { lambda } = await resetting((response) => response.writeHead(500).end());
  await callAws(lambda, call());
  await expect(callAws(lambda, call())).rejects.toMatchObject({ code: 'aws_call', status: undefined });
});

it('does not repeat what fails on a new connection', async () => {
  let requests = 0;
  const lambda = await aws((request) => {
    requests += 1;
    request.socket.resetAndDestroy();
  });
  await expect(callAws(lambda, call())).rejects.toMatchObject({ code: 'aws_call' });
  expect(requests).toBe(1);
});

it.each(['eu-west-1', 'us-gov-west-1', 'cn-north-1', 'eusc-de-east-1', 'mx-central-1'])(
  'services are called where the SDK calls them: in %s',
  async (region) => {
    const addresses = [
      ['dynamodb', new DynamoDBClient({ region }).config.endpointProvider({ Region: region })],
      ['lambda', new LambdaClient({ region }).config.endpointProvider({ Region: region })],
      ['secretsmanager', new SecretsManagerClient({ region }).config.endpointProvider({ Region: region })],
    ] as const;
    for (const [service, { url }] of addresses)
      expect(url.href).toBe(`${regionalEndpoint(service, region)}/`);
  },
);
