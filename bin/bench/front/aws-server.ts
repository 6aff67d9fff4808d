import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { SIGNING_SECRET } from './signed-command.ts';

// A program: as little of Secrets Manager, Lambda and Slack's Web API as a front function asks for. A GET gives the jobs
// that were handed over since the last one. It tells its parent the port, and ends with it.

const handedOver: unknown[] = [];

const server = createServer(async (request, response) => {
  const body = await text(request);
  const { method, url, headers } = request;
  if (method === 'GET') response.end(JSON.stringify(handedOver.splice(0)));
  else if (headers['x-amz-target']) response.end(JSON.stringify({ SecretString: SIGNING_SECRET }));
  else if (url === '/api/auth.test') {
    const answer = { ok: true, user_id: 'U2', bot_id: 'B1', team_id: 'T1' };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  } else if (
    url === '/2015-03-31/functions/worker/invocations' &&
    headers['x-amz-invocation-type'] === 'Event'
  ) {
    handedOver.push(JSON.parse(body));
    response.writeHead(202).end();
  } else response.writeHead(404).end();
});

server.listen(0, '127.0.0.1', () => process.send?.(server.address()));
process.on('disconnect', () => process.exit());
