import type { Answer } from '../answer.ts';
import type { Catalog } from './catalog.ts';
import { createDump } from './dump-call.ts';
import { parseBody } from './fields.ts';
import {
  createGroup,
  createStream,
  deleteGroup,
  deleteStream,
  listGroups,
  listStreams,
} from './group-calls.ts';
import { type Iam, iamRefusal } from './iam.ts';
import { queryLogs } from './query-call.ts';
import { Refusal, refusal } from './refusal.ts';
import { type ReceivedRequest, type SigningKey, signatureProblem } from './verify-signature.ts';

/** Where the reference says two things at once, the one that is not the default. */
export interface Strictness {
  /** 7 where the reference's 5.1.1 is to be followed; 365 by default. */
  readonly maxTtlDays?: 7 | 365;
  /** 400 where its 6.2 is to be followed; 200 by default. */
  readonly dumpRefusalStatus?: 200 | 400;
}

export interface Api {
  readonly catalog: Catalog;
  readonly iam: Iam;
  readonly key: SigningKey;
  readonly projectId: string;
  readonly strictness: Strictness;
  readonly now: () => number;
}

/** Answers a call of LTS or IAM, refusals included. */
export async function answerCall(api: Api, request: ReceivedRequest, requestId: string): Promise<Answer> {
  try {
    const path = pathOf(request).replace(/\/$/, '');
    return path.startsWith('/v3/') ? callIam(api, request, path) : await callLts(api, request, path);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const body = { error_code: error.ltsCode, error_msg: error.message };
    return {
      status: error.status,
      body: error.ltsCode.startsWith('LTS.') ? body : { ...body, request_id: requestId },
    };
  }
}

/** Without the query. */
function pathOf({ path }: ReceivedRequest): string {
  return path.replace(/\?.*$/s, '');
}

function callIam(api: Api, request: ReceivedRequest, path: string): Answer {
  if (request.method === 'POST' && path === '/v3/auth/tokens')
    return api.iam.createToken(parseIamBody(request.body));
  if (request.method !== 'GET' || path !== '/v3/projects') throw refusal('noSuchApi');
  if (request.headers.authorization !== undefined) checkSignature(api, request);
  else if (!hasToken(api, request))
    return iamRefusal(401, 'The request you have made requires authentication.');
  const query = request.path.slice(pathOf(request).length);
  return api.iam.listProjects(new URLSearchParams(query).get('name'));
}

/** IAM has no LTS codes: what cannot be read is an invalid body like any other. */
function parseIamBody(bytes: Buffer): ReturnType<typeof parseBody> {
  try {
    return parseBody(bytes);
  } catch {
    return {};
  }
}

async function callLts(api: Api, request: ReceivedRequest, path: string): Promise<Answer> {
  if (request.headers.authorization !== undefined) checkSignature(api, request);
  else if (!hasToken(api, request)) throw refusal('badToken');
  const [, version, projectId, ...rest] = path.split('/');
  if (version !== 'v2') throw refusal('noSuchApi');
  if (projectId !== api.projectId || (request.headers['x-project-id'] ?? projectId) !== projectId) {
    throw refusal('wrongProject');
  }
  const call = findCall(`${request.method} ${rest.join('/')}`);
  return call.run(api, call.ids, request.body);
}

type Call = (api: Api, ids: readonly [string, string], body: Buffer) => Answer | Promise<Answer>;

/** Method and path below the project; `:id` stands for the id of a group, then of a stream. */
const calls: Readonly<Record<string, Call>> = {
  'POST groups': ({ catalog, strictness }, _, body) =>
    createGroup(catalog, parseBody(body), strictness.maxTtlDays ?? 365),
  'GET groups': ({ catalog }) => listGroups(catalog),
  'DELETE groups/:id': ({ catalog }, [group]) => deleteGroup(catalog, group),
  'POST groups/:id/streams': ({ catalog }, [group], body) => createStream(catalog, group, parseBody(body)),
  'GET groups/:id/streams': ({ catalog }, [group]) => listStreams(catalog, group),
  'DELETE groups/:id/streams/:id': ({ catalog }, [group, stream]) => deleteStream(catalog, group, stream),
  'POST groups/:id/streams/:id/content/query': ({ catalog }, [group, stream], body) =>
    queryLogs(catalog, group, stream, parseBody(body)),
  'POST log-dump/obs': ({ catalog, strictness }, _, body) =>
    createDump(catalog, parseBody(body), strictness.dumpRefusalStatus ?? 200),
};

function findCall(route: string): { run: Call; ids: readonly [string, string] } {
  const ids: string[] = [];
  const pattern = route.replace(/(groups|streams)\/([^/]+)/g, (_, kind: string, id: string) => {
    ids.push(id);
    return `${kind}/:id`;
  });
  const run = Object.hasOwn(calls, pattern) ? calls[pattern] : undefined;
  if (run === undefined) throw refusal('noSuchApi');
  const [group = '', stream = ''] = ids;
  return { run, ids: [group, stream] };
}

function checkSignature(api: Api, request: ReceivedRequest): void {
  const problem = signatureProblem(request, api.key, api.now());
  if (problem !== null) throw refusal('badSignature', `Incorrect IAM authentication information: ${problem}`);
}

function hasToken(api: Api, request: ReceivedRequest): boolean {
  return api.iam.isValid(String(request.headers['x-auth-token'] ?? ''));
}
