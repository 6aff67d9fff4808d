import { readFile } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, inject, it, onTestFinished } from 'vitest';
import { withWorker } from '../../bin/bench/worker/cold-start.ts';
import { STACK_NAME } from '../../lib/config.ts';
import { readStack } from '../../lib/local/lambda/template.ts';

it('every bundle is ASCII, whatever language stands in it', async () => {
  const { functions } = await readStack(inject('assembly'), STACK_NAME);
  const directories = [...functions.values()].map(({ codeDirectory }) => codeDirectory);
  expect(directories.length).toBeGreaterThanOrEqual(3);
  for (const directory of directories) {
    const script = await readFile(join(directory, 'index.js'), 'latin1');
    expect(script.match(/[^\0-\x7f]/)).toBeNull();
  }
});

/** Passes on what it is asked for, as a proxy does, and notes it. */
async function openProxy(asked: string[]): Promise<string> {
  const server = createServer((incoming, answer) => {
    const { method, url = '', headers } = incoming;
    asked.push(`${method} ${new URL(url).pathname.replace(/[\da-f-]{32,}/g, '{id}')}`);
    const onward = request(url, { method, headers }, (response) => {
      answer.writeHead(response.statusCode ?? 0, response.headers);
      response.pipe(answer);
    });
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => server.closeAllConnections());
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

it('the bundled worker asks LTS through the proxy of its environment', async () => {
  const asked: string[] = [];
  const http_proxy = await openProxy(asked);
  await withWorker(inject('assembly'), ({ answerCold }) => answerCold({ http_proxy }));
  expect(asked).toEqual([
    'GET /v2/{id}/groups',
    'GET /v2/{id}/groups/{id}/streams',
    'POST /v2/{id}/groups/{id}/streams/{id}/content/query',
  ]);
});
