import { createServer } from 'node:http';
import { SIGNING_SECRET } from './signed-command.ts';

// A program: as little of Secrets Manager and Lambda as the front function asks for. A GET gives how many jobs were
// handed over. It tells its parent the port, and ends with it.

let handedOver = 0;

const server = createServer((request, response) => {
  request.resume().on('end', () => {
    if (request.method === 'GET') response.end(String(handedOver));
    else if (request.headers['x-amz-target']) response.end(JSON.stringify({ SecretString: SIGNING_SECRET }));
    else {
      handedOver += 1;
      response.writeHead(202).end();
    }
  });
});

server.listen(0, '127.0.0.1', () => process.send?.(server.address()));
process.on('disconnect', () => process.exit());
