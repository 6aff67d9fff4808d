import type { Job, jobSchema } from '../../lib/commands/job.ts';
import type { Drawn } from './draw-request.ts';
import type { Body } from './encode.ts';
import type { Effects } from './open-front.ts';
import { APP_ID, type JsonObject, MARK, TEAM_ID } from './payload.ts';

/** What is wrong with what came of a request. `schema` is that of the jobs which the worker takes from this front. */
export function findViolations(
  { isSigned, mustWork, body }: Drawn,
  status: number,
  effects: Effects,
  hooksOrigin: string,
  schema: ReturnType<typeof jobSchema>,
): string[] {
  const { jobs, told, opened, strayed, lines } = effects;
  // Reading it again costs as much as sending it, and of most requests nothing comes.
  const cameOfIt = jobs.length + told.length + opened.length > 0;
  const named = cameOfIt ? namesUs(body, hooksOrigin) : undefined;
  const job = jobs.length > 0 ? schema.safeParse(jobs[0]) : undefined;
  const rules: readonly (readonly [what: string, isBroken: boolean])[] = [
    [`the answer was ${status}`, !(isSigned ? [200, 400] : [400, 401]).includes(status)],
    ['more than one thing came of it', jobs.length + told.length > 1],
    [
      'something came of it, though nobody signed it',
      !isSigned && jobs.length + told.length + opened.length > 0,
    ],
    // A guest, who has no other place, is told in one.
    ['more modals were opened than jobs handed over', opened.length > (named === 'guest' ? 2 : jobs.length)],
    ['it was handed over, though it is not for this workspace', jobs.length > 0 && named !== 'ours'],
    ['the worker cannot read its job', job?.success === false],
    [
      'a form was handed over, though something in it is wrong',
      job?.success === true && !isFilledIn(job.data),
    ],
    ['its job is for another workspace', job?.success === true && job.data.teamId !== TEAM_ID],
    ['the person was told something, though it is not for this app', told.length > 0 && named === 'nobody'],
    ['a stray address was called', strayed.length > 0],
    ['the prototype of all objects has changed', 'polluted' in {}],
    ['a line quotes it', lines.some((line) => line.includes(MARK))],
    ['it was refused, though nothing was wrong with it', mustWork && status !== 200],
  ];
  return rules.filter(([, isBroken]) => isBroken).map(([what]) => what);
}

/** As far as the payloads go: a name that is confirmed, one that is given, and streams of the group that is chosen. */
function isFilledIn(job: Job): boolean {
  if (job.kind !== 'submitted') return true;
  const { confirm, name, bucket, group, stream } = job.values;
  const isText = (value: unknown) => typeof value === 'string' && value.trim() !== '';
  if (job.callbackId === 'search') return String(group).split(' ')[0] === String(stream).split(' ')[0];
  if (job.callbackId === 'transfer')
    return isText(bucket) && Array.isArray(stream) && stream.every((each) => each.startsWith(`${group} `));
  if (job.callbackId !== 'delete') return isText(name);
  const { n: names } = parse(job.metadata) ?? {};
  return Array.isArray(names) && typeof confirm === 'string' && names.includes(confirm.trim());
}

type Whose = 'ours' | 'guest' | 'nobody';

/** Read again, in another way: which of the fields that decide say what they must. */
function namesUs({ text }: Body, hooksOrigin: string): Whose {
  const content = parse(new URLSearchParams(text).get('payload') ?? text);
  const fields = content ?? Object.fromEntries(new URLSearchParams(text));
  const { api_app_id, team_id, type, event } = fields;
  if (event !== undefined) return api_app_id === APP_ID ? whoseEvent(fields) : 'nobody';
  const isShortcut = type === 'shortcut' || type === 'message_action';
  const isForApp =
    (api_app_id === APP_ID || (isShortcut && api_app_id === undefined)) && isAnswerable(fields, hooksOrigin);
  if (!isForApp) return 'nobody';
  const [team, user] = [inner(fields.team), inner(fields.user)];
  const home = user.team_id ?? TEAM_ID;
  const isClickOfOurs = team.id === TEAM_ID && (home === TEAM_ID || home === team.enterprise_id);
  return team_id === TEAM_ID || isClickOfOurs ? 'ours' : 'guest';
}

/** What is done in a view names no address, nor does what is picked anywhere. */
function isAnswerable({ type, view, response_url }: JsonObject, hooksOrigin: string): boolean {
  const namesNone = type === 'view_submission' || type === 'shortcut' || Boolean(view);
  return namesNone || (typeof response_url === 'string' && response_url.startsWith(`${hooksOrigin}/`));
}

function whoseEvent({ event, authorizations, is_ext_shared_channel: isShared, ...sent }: JsonObject): Whose {
  const { team_id, enterprise_id } = inner(inner(authorizations)[0]);
  const { team = TEAM_ID, user_team, type } = inner(event);
  // Whose person opened Home the worker asks.
  if (type === 'app_home_opened') return sent.team_id === TEAM_ID ? 'ours' : 'nobody';
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
