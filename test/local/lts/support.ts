import { onTestFinished } from 'vitest';
import {
  type LtsEmulator,
  type LtsEmulatorOptions,
  startLtsEmulator,
} from '../../../lib/local/lts/emulator.ts';

interface Reply {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed JSON, or undefined when there is no body. */
  readonly body: unknown;
}

/** An emulator and a client of it that holds a token. */
export interface Workbench {
  readonly emulator: LtsEmulator;
  /** A call of LTS; `path` is below the project. */
  call(method: string, path: string, body?: unknown): Promise<Reply>;
  /** Any call, without credentials. */
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
  createStream(group?: string, stream?: string): Promise<{ group: string; stream: string; path: string }>;
  addLines(group: string, stream: string, lines: readonly object[]): Promise<string[]>;
}

/**
 * Starts an emulator that is closed when the test ends. It holds one group, `local`: loading a small text, this file,
 * is quicker than telling the whole story.
 */
export async function startWorkbench(options: Partial<LtsEmulatorOptions> = {}): Promise<Workbench> {
  const emulator = await startLtsEmulator({ logs: [import.meta.filename], keepTimes: false, ...options });
  onTestFinished(() => emulator.close());
  const send: Workbench['send'] = async (method, path, body, headers = {}) => {
    const payload = typeof body === 'string' ? body : JSON.stringify(body);
    const init = { method, headers, ...(payload !== undefined && { body: payload }) };
    const response = await fetch(emulator.url + path, init);
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? undefined : JSON.parse(text),
    };
  };
  const token = await readToken(send, emulator);
  const call: Workbench['call'] = (method, path, body) =>
    send(method, `/v2/${emulator.projectId}${path}`, body, { 'X-Auth-Token': token });
  return {
    emulator,
    send,
    call,
    async createStream(group = 'test-group', stream = 'test-stream') {
      const { body: made } = await call('POST', '/groups', { log_group_name: group, ttl_in_days: 7 });
      const { log_group_id: groupId } = made as { log_group_id: string };
      const reply = await call('POST', `/groups/${groupId}/streams`, { log_stream_name: stream });
      const { log_stream_id: streamId } = reply.body as { log_stream_id: string };
      return { group: groupId, stream: streamId, path: `/groups/${groupId}/streams/${streamId}` };
    },
    async addLines(group, stream, lines) {
      const { status, body } = await send('POST', '/__emulator/lines', { group, stream, lines });
      if (status !== 200) throw new Error(`lines were not added: ${JSON.stringify(body)}`);
      return (body as { lineNums: string[] }).lineNums;
    },
  };
}

/** The body that asks IAM for a token. */
export function tokenRequest(user: LtsEmulator['iamUser'], project: object = { name: 'cn-north-4' }): object {
  const { name, password, domain } = user;
  const identity = {
    methods: ['password'],
    password: { user: { name, password, domain: { name: domain } } },
  };
  return { auth: { identity, scope: { project } } };
}

async function readToken(send: Workbench['send'], { iamUser }: LtsEmulator): Promise<string> {
  const { headers } = await send('POST', '/v3/auth/tokens', tokenRequest(iamUser));
  return headers.get('X-Subject-Token') ?? '';
}
