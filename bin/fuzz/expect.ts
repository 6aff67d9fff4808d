import { type Job, jobSchema } from '../../lib/commands/job.ts';
import type { Drawn } from './draw-request.ts';
import type { Body } from './encode.ts';
import type { Effects } from './open-front.ts';
import { APP_ID, type JsonObject, MARK, TEAM_ID } from './payloads.ts';

/** What is wrong with what came of a request. */
export function findViolations(
  { isSigned, mustWork, body }: Drawn,
  status: number,
  effects: Effects,
  hooksOrigin: string,
): string[] {
  const { jobs, told, opened, strayed, lines } = effects;
  const named = namesUs(body, hooksOrigin);
  const job = jobs.length > 0 ? jobSchema(hooksOrigin).safeParse(jobs[0]) : undefined;
  const rules: readonly (readonly [what: string, isBroken: boolean])[] = [
    [`the answer was ${status}`, !(isSigned ? [200, 400] : [400, 401]).includes(status)],
    ['more than one thing came of it', jobs.length + told.length > 1],
    [
      'something came of it, though nobody signed it',
      !isSigned && jobs.length + told.length + opened.length > 0,
    ],
    ['more modals were opened than jobs handed over', opened.length > jobs.length],
    ['it was handed over, though it is not for this workspace', jobs.length > 0 && named !== 'ours'],
    ['the worker cannot read its job', job?.success === false],
    ['a form was handed over, though it is not confirmed', job?.success === true && !isConfirmed(job.data)],
    ['its job is for another workspace', job?.success === true && job.data.teamId !== TEAM_ID],
    ['the person was told something, though it is not for this app', told.length > 0 && named === 'nobody'],
    ['a stray address was called', strayed.length > 0],
    ['the prototype of all objects has changed', 'polluted' in {}],
    ['a line quotes it', lines.some((line) => line.includes(MARK))],
    ['it was refused, though nothing was wrong with it', mustWork && status !== 200],
  ];
  return rules.filter(([, isBroken]) => isBroken).map(([what]) => what);
}

/** A form whose field says one of the names that the bot wrote into the modal. */
function isConfirmed(job: Job): boolean {
  if (job.kind !== 'submitted') return true;
  const { n: names } = parse(job.metadata) ?? {};
  const { confirm } = job.values;
  return Array.isArray(names) && typeof confirm === 'string' && names.includes(confirm.trim());
}

type Whose = 'ours' | 'guest' | 'nobody';

/** Read again, in another way: which of the fields that decide say what they must. */
function namesUs({ text }: Body, hooksOrigin: string): Whose {
  const content = parse(new URLSearchParams(text).get('payload') ?? text);
  const fields = content ?? Object.fromEntries(new URLSearchParams(text));
  const { api_app_id, response_url, team_id, type, event } = fields;
  if (event !== undefined) return api_app_id === APP_ID ? whoseEvent(fields) : 'nobody';
  // What is submitted is answered at once, and names no address.
  const isAnswerable =
    type === 'view_submission' ||
    (typeof response_url === 'string' && response_url.startsWith(`${hooksOrigin}/`));
  const isForApp = api_app_id === APP_ID && isAnswerable;
  if (!isForApp) return 'nobody';
  const [team, user] = [inner(fields.team), inner(fields.user)];
  const home = user.team_id ?? TEAM_ID;
  const isClickOfOurs = team.id === TEAM_ID && (home === TEAM_ID || home === team.enterprise_id);
  return team_id === TEAM_ID || isClickOfOurs ? 'ours' : 'guest';
}

function whoseEvent({ event, authorizations, is_ext_shared_channel: isShared }: JsonObject): Whose {
  const { team_id, enterprise_id } = inner(inner(authorizations)[0]);
  const { team = TEAM_ID, user_team } = inner(event);
  const home = user_team ?? (isShared === true ? 'nowhere' : (team ?? TEAM_ID));
  const isHere = typeof home === 'string' && (home === TEAM_ID || home === enterprise_id);
  return team_id === TEAM_ID && isHere ? 'ours' : 'guest';
}

function parse(text: string): JsonObject | undefined {
  try {
    return inner(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function inner(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null ? (value as JsonObject) : {};
}
