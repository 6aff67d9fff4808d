import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server of the local workspace. All of them listen on loopback only. */
export interface LocalServer {
  /** Whole URL without a trailing slash, e.g. `http://127.0.0.1:3000`. */
  readonly url: string;
  close(): Promise<void>;
}

/** One that knows what it is still working on. */
export interface HttpServer extends LocalServer {
  /** One entry, such as `POST /api/chat.postMessage`, for each request that its handler has not done with. */
  waiting(): string[];
}

export type RequestHandler = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;

/**
 * Serves `handle` on loopback. Port 0 takes any free one. A handler that throws answers 500 with the message:
 * these servers stand in for others, so their own mistakes must be seen at once.
 */
export async function serve(port: number, handle: RequestHandler): Promise<HttpServer> {
  const open = new Set<{ readonly call: string }>();
  const server = createServer((request, response) => {
    if (isForeign(request)) return sendJson(response, 403, { error: 'only for this machine' });
    const url = URL.parse(request.url ?? '/', 'http://127.0.0.1');
    if (!url) return sendJson(response, 400, { error: 'not a path' });
    const entry = { call: `${request.method} ${url.pathname}` };
    open.add(entry);
    handle(request, response, url)
      .catch((error: unknown) => {
        if (response.headersSent) response.destroy();
        else sendJson(response, 500, { error: error instanceof Error ? error.message : String(error) });
      })
      .finally(() => open.delete(entry));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${bound}`,
    waiting: () => [...open].map(({ call }) => call),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * A page of another site must not reach these servers through the browser of the person who runs them: neither under
 * a name of its own that leads here (DNS rebinding), nor by posting across origins.
 */
function isForeign({ headers }: IncomingMessage): boolean {
  const { host = '', origin } = headers;
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host)) return true;
  return origin !== undefined && URL.parse(origin)?.host !== host;
}

const bodies = new WeakMap<IncomingMessage, Promise<Buffer>>();

/** The raw bytes of a request's body. Several may ask: what looks at a request is not always what answers it. */
export function readBody(request: IncomingMessage): Promise<Buffer> {
  const known = bodies.get(request);
  if (known !== undefined) return known;
  const body = collect(request);
  bodies.set(request, body);
  return body;
}

async function collect(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

export function sendJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Record<string, string> = {},
): void {
  const body = Buffer.from(JSON.stringify(value));
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': body.length,
    ...headers,
  });
  response.end(body);
}
