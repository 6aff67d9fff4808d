import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { type HttpFault, withFaults } from './fault-answer.ts';
import type { Faults } from './faults.ts';
import { type HttpServer, type RequestHandler, readBody, serve } from './http.ts';
import type { Table } from './lambda/stack.ts';
import { StartError } from './start-error.ts';

export interface DynamoDb extends HttpServer {
  /** Their names. */
  readonly tables: readonly string[];
}

/**
 * DynamoDB in memory, with these tables in it. dynalite knows conditions, queries and batches, but no transactions, and
 * a failed condition comes without the item. Nothing expires: like the real one, which may take days over it, it still
 * gives items whose time is over.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/howitworks-ttl.html
 *
 * @throws StartError when it does not take a table.
 */
export async function startDynamoDb(tables: readonly Table[], faults: Faults<HttpFault>): Promise<DynamoDb> {
  const server = await serve(0, withFaults(faults, await createEngine()));
  try {
    await Promise.all(tables.map((table) => createTable(server.url, table)));
  } catch (error) {
    await server.close();
    throw error;
  }
  return { ...server, tables: tables.map(({ TableName }) => TableName) };
}

/** dynalite's own server never listens: what comes in through ours, which strangers cannot reach, is passed to it. */
async function createEngine(): Promise<RequestHandler> {
  const { default: dynalite } = await import('dynalite');
  const engine = dynalite({ createTableMs: 0 });
  return async (request, response) => {
    const { method, url, headers } = request;
    // The body has been read by now, and the engine wants to read it itself.
    const again = Object.assign(Readable.from([await readBody(request)]), { method, url, headers });
    const answered = whenEnded(response);
    engine.emit('request', again, response);
    await answered;
  };
}

/** When the whole answer is written, whether or not somebody still reads it: a response that was closed closes no more. */
function whenEnded(response: ServerResponse): Promise<void> {
  const end = response.end.bind(response);
  return new Promise((resolve) => {
    Object.assign(response, {
      end(body?: unknown) {
        resolve();
        return end(body);
      },
    });
  });
}

/** How often a new table is looked at until it is ready; it takes two looks. */
const LOOKS = 100;

/** Returns when the table can be used. Capacity is not simulated, so none is asked for. */
async function createTable(url: string, table: Table): Promise<void> {
  const { TableName } = table;
  let description = await call(url, 'CreateTable', { ...table, BillingMode: 'PAY_PER_REQUEST' });
  for (let look = 0; look < LOOKS && !description.includes('"TableStatus":"ACTIVE"'); look += 1)
    description = await call(url, 'DescribeTable', { TableName });
}

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.LowLevelAPI.html */
async function call(url: string, operation: string, input: object): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDB_20120810.${operation}`,
      // Signatures are not verified here.
      'x-amz-date': new Date().toISOString(),
      authorization: 'AWS4-HMAC-SHA256 Credential=local, SignedHeaders=host, Signature=0',
    },
    body: JSON.stringify(input),
  });
  const answer = await response.text();
  if (!response.ok) throw new StartError(`DynamoDB refuses ${operation} ${JSON.stringify(input)}: ${answer}`);
  return answer;
}
