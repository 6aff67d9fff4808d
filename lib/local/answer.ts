import type { ServerResponse } from 'node:http';

/** What a stand-in answers, before it is put on the wire. */
export interface Answer {
  readonly status: number;
  /** A string is sent as it is, anything else as JSON; absent: no body. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export function sendAnswer(response: ServerResponse, { status, body, headers }: Answer): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const bytes = Buffer.from(text ?? '');
  const type = bytes.length > 0 && { 'Content-Type': 'application/json; charset=utf-8' };
  response.writeHead(status, {
    ...type,
    ...(status !== 204 && { 'Content-Length': String(bytes.length) }),
    ...headers,
  });
  response.end(bytes);
}
