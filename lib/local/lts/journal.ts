import type { ReceivedRequest } from './verify-signature.ts';

interface Entry {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly headers: ReceivedRequest['headers'];
  readonly body: string;
  /** Null while there is no answer, or when there was none. */
  status: number | null;
}

const maxEntries = 1000;
const maxBodyBytes = 64 * 1024;
const secret = /^(authorization|x-auth-token|x-security-token)$/;

/** The latest requests that came in, oldest first, for those who test a client; credentials are masked. */
export class Journal {
  readonly entries: Entry[] = [];

  add(at: number, request: ReceivedRequest): Entry {
    const headers = Object.entries(request.headers).map(([name, value]) => [
      name,
      secret.test(name) ? '***' : value,
    ]);
    const { method, path } = request;
    const body = request.body.toString('utf8', 0, maxBodyBytes);
    const entry: Entry = { at, method, path, headers: Object.fromEntries(headers), body, status: null };
    this.entries.push(entry);
    if (this.entries.length > maxEntries) this.entries.shift();
    return entry;
  }
}
