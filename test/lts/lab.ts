import type { IncomingMessage, ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';
import { readBody, serve } from '../../lib/local/http.ts';
import { createLtsClient } from '../../lib/lts/client.ts';
import type { ConnectionOptions } from '../../lib/lts/connection.ts';

const PROJECT = '2a473356cca5487f8373be891bffc1cf';
export const GROUP = 'b6b9332b-091f-4b22-b810-264318d2d664';
export const STREAM = 'c54dbc58-0fd8-48ed-b007-6d54981427a7';

interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** Answers one request; the number counts from 1. */
type Answer = (response: ServerResponse, received: Received, number: number) => void;

/** A real server that answers as told, and a client of it that does not wait between attempts. */
export async function openLab(answer: Answer, options: Partial<ConnectionOptions> = {}) {
  const received: Received[] = [];
  const server = await serve(0, async (request, response, { pathname }) => {
    const body = (await readBody(request)).toString();
    const one = { method: request.method ?? '', path: pathname, headers: request.headers, body };
    received.push(one);
    answer(response, one, received.length);
  });
  onTestFinished(() => server.close());
  const client = createLtsClient({
    endpoint: server.url,
    iamEndpoint: server.url,
    projectId: PROJECT,
    credentials: { accessKey: 'AK', secretKey: 'SK' },
    random: () => 0,
    ...options,
  });
  return { client, received, url: server.url };
}

export const soon = () => AbortSignal.timeout(5_000);

export const json = (
  response: ServerResponse,
  value: unknown,
  status = 200,
  headers: Record<string, string> = {},
) => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));
};

export const noGroups = (response: ServerResponse) => json(response, { log_groups: [] });

export async function failureOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    return error;
  }
  throw new Error('it did not fail');
}
