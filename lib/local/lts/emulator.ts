import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, sendAnswer } from '../answer.ts';
import { AskedFaults } from '../asked-faults.ts';
import type { Call } from '../call.ts';
import { answerWith } from '../fault-answer.ts';
import { Faults } from '../faults.ts';
import { type HttpServer, readBody, serve } from '../http.ts';
import { type Api, answerCall, type Strictness } from './api.ts';
import { Catalog } from './catalog.ts';
import { answerControl, type Controls } from './control.ts';
import { Iam, type IamUser } from './iam.ts';
import { Journal } from './journal.ts';
import { loadLogs } from './load-logs.ts';
import { Refusal } from './refusal.ts';
import { tellMinute, tellStory } from './story.ts';
import type { ReceivedRequest } from './verify-signature.ts';

export interface LtsEmulatorOptions {
  /** 0, as when absent, takes a free one. */
  readonly port?: number;
  /** Files and folders to load; with none, a made-up incident is there to look into. */
  readonly logs: readonly string[];
  /** Leave the times of loaded lines as they are instead of moving them so that the newest is now. */
  readonly keepTimes: boolean;
  /** Milliseconds. */
  readonly now?: () => number;
  readonly strictness?: Strictness;
  /** Is told of every request, once it is answered. */
  readonly heard?: (call: Call) => void;
}

export interface LtsEmulator extends HttpServer {
  readonly projectId: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly iamUser: IamUser;
  /** What there is at this moment; times are ingest times in milliseconds, null in an empty stream. */
  groups(): GroupSummary[];
  /** Its own calls, as over HTTP: for the page, which reaches this server no other way. */
  control(request: ReceivedRequest): Answer;
  /** Goes on with the made-up incident for a minute, and gives the number of its lines; 0 where there is none. */
  tellMinute(): number;
}

interface GroupSummary {
  readonly id: string;
  readonly name: string;
  readonly streams: readonly StreamSummary[];
}

interface StreamSummary {
  readonly id: string;
  readonly name: string;
  readonly lines: number;
  readonly startTime: number | null;
  readonly endTime: number | null;
}

/** Made up; they open nothing but this emulator. */
const project = { id: '2a473356cca5487f8373be891bffc1cf', name: 'cn-north-4' };
const key = { accessKey: 'AKEXAMPLE0000000001', secretKey: 'SKexample/secret+key=0000000000000000001' };
const iamUser = { domain: 'lts-local', name: 'lts-bot', password: 'example-password' };

/**
 * Starts a stand-in for LTS and IAM on loopback: the calls of the API reference, authenticated as there, on lines
 * held in memory. Throws StartError when logs cannot be loaded.
 */
export async function startLtsEmulator(options: LtsEmulatorOptions): Promise<LtsEmulator> {
  const now = options.now ?? Date.now;
  const catalog = new Catalog(now);
  if (options.logs.length > 0)
    await loadLogs(catalog, options.logs, { keepTimes: options.keepTimes, nowMs: now() });
  else tellStory(catalog, now());
  const iam = new Iam(iamUser, project, now);
  const api: Api = { catalog, iam, key, projectId: project.id, strictness: options.strictness ?? {}, now };
  const controls: Controls = {
    catalog,
    faults: new Faults(),
    asked: new AskedFaults(),
    journal: new Journal(),
    now,
  };
  const server = await serve(options.port ?? 0, (request, response) =>
    handle({ api, controls, options }, request, response),
  );
  let minutes = 0;
  return {
    ...server,
    ...key,
    projectId: project.id,
    iamUser,
    groups: () => summarize(catalog),
    control: (request) => answerOrRefusal(controls, request),
    tellMinute(): number {
      if (options.logs.length > 0) return 0;
      minutes += 1;
      return tellMinute(catalog, now(), minutes);
    },
  };
}

interface Setting {
  readonly api: Api;
  readonly controls: Controls;
  readonly options: LtsEmulatorOptions;
}

async function handle(
  { api, controls, options }: Setting,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = 'GET', url: path = '/', headers } = incoming;
  const request: ReceivedRequest = { method, path, headers, body: await readBody(incoming) };
  const requestId = randomUUID().replaceAll('-', '');
  response.setHeader('X-Request-Id', requestId);
  if (path.startsWith('/__emulator/')) return sendAnswer(response, answerOrRefusal(controls, request));
  const entry = controls.journal.add(controls.now(), request);
  const start = performance.now();
  response.once('close', () => {
    const { at, body, status } = entry;
    options.heard?.({ at, method, path, body, status, ms: Math.round(performance.now() - start) });
  });
  const fault = controls.faults.take(request);
  await answerWith(fault, response, async () =>
    sendAnswer(response, await answerCall(api, request, requestId)),
  );
  // Half an answer has its status too; a connection that was closed without one has none.
  if (response.headersSent) entry.status = response.statusCode;
}

function answerOrRefusal(controls: Controls, request: ReceivedRequest): Answer {
  try {
    return answerControl(controls, request);
  } catch (error) {
    if (error instanceof Refusal) return { status: 400, body: { error: error.message } };
    throw error;
  }
}

function summarize(catalog: Catalog): GroupSummary[] {
  return Array.from(catalog.groups.values(), ({ id, name, streams }) => ({
    id,
    name,
    streams: Array.from(streams.values(), ({ id, name, lines }) => ({
      id,
      name,
      lines: lines.count,
      startTime: lines.startTime,
      endTime: lines.endTime,
    })),
  }));
}
