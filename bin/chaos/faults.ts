import type { Random } from '../../lib/local/lts/seeded-random.ts';
import type { Step } from './step.ts';
import type { Fault } from './workspace.ts';

/** Something that is to go wrong with one step. */
export interface PlannedFault {
  readonly name: string;
  /** Another step of the same time may meet it instead. */
  readonly isShared: boolean;
  readonly fault: Fault;
}

type Planned = Omit<PlannedFault, 'isShared'>;
type Effect = Omit<Fault, 'target' | 'match'>;
type Effects = readonly [Effect, ...Effect[]];

/** Of 100 steps with one fault, those with another. */
const PAIR_PERCENT = 20;
/** Of a worker. */
const MOST_ATTEMPTS = 3;

/** None, one or two, out of what can go wrong with this step. */
export function planFaults(step: Step, random: Random, faultedPercent: number): PlannedFault[] {
  if (!random.chance(faultedPercent)) return [];
  const isPair = random.chance(PAIR_PERCENT);
  const faults = [...planFault(step, random), ...(isPair ? planFault(step, random) : [])];
  return faults.map((planned) => {
    const { target, match } = planned.fault;
    // What is written down of a job does not say which one a person would call it.
    const isShared =
      target === 'dynamodb' || step.marks.answer === undefined || match?.bodyIncludes === undefined;
    return { ...planned, isShared };
  });
}

function planFault(step: Step, random: Random): Planned[] {
  const delivery = [ofDelivery, ofDelivery, step.kind === 'export' ? ofUpload : ofDelivery] as const;
  const lts = step.marks.lts ? ([ofLts, ofLts, ofLts] as const) : [];
  return random.oneOf([ofWorker, ofWorker, ...lts, ...delivery, ofHandOver, ofTable, ofPeople])(step, random);
}

const RETRY_AFTER = { 'retry-after': '1' };

const LTS_EFFECTS: Effects = [
  { delayMs: 800 },
  { delayMs: 3_500 },
  { abort: true },
  { status: 429, headers: RETRY_AFTER },
  { status: 500, body: { error_code: 'LTS.0010', error_msg: 'internal' } },
  { status: 503 },
  { truncate: true },
  { status: 401, body: { error_code: 'LTS.0003', error_msg: 'token revoked' } },
];

function ofLts({ marks }: Step, random: Random): Planned[] {
  const effect = random.oneOf(LTS_EFFECTS);
  const { lts: match = {} } = marks;
  // After the fourth the client gives up.
  return [plan('lts', match, repeated(effect, random.oneOf([1, 1, 2, 5])))];
}

const GONE = ['expired_url', 'used_url'].map((error) => ({ status: 404, body: { ok: false, error } }));

const SLACK_EFFECTS: Effects = [
  { status: 429, headers: RETRY_AFTER, body: { ok: false, error: 'ratelimited' } },
  { status: 500 },
  { delayMs: 1_000 },
  { delayMs: 4_000 },
  { abort: true },
  { truncate: true },
];

/** A form and a mention are answered by the token at once. */
const ANSWERED_AT = {
  typed: '/commands/',
  mentioned: '/api/chat.postMessage',
  clicked: '/actions/',
  submitted: '/api/chat.postEphemeral',
} as const;

/** What tells the person: through the response_url, or as the bot itself. */
function ofDelivery({ deed, marks, kind }: Step, random: Random): Planned[] {
  const path =
    kind === 'export' ? random.oneOf(['/api/chat.postMessage', '/api/chat.update']) : ANSWERED_AT[deed.kind];
  const effects: Effects = path.startsWith('/api/') ? SLACK_EFFECTS : [...SLACK_EFFECTS, ...GONE, ...GONE];
  const match = { path, ...(marks.answer !== undefined && { bodyIncludes: marks.answer }) };
  return [plan('slack', match, repeated(random.oneOf(effects), random.oneOf([1, 1, 2])))];
}

function ofUpload(_step: Step, random: Random): Planned[] {
  const path = random.oneOf(['/api/files.getUploadURLExternal', '/upload/', '/api/files.completeUpload']);
  return [plan('slack', { path }, random.oneOf(SLACK_EFFECTS))];
}

/** Who they are is kept for minutes, so that this strikes a new process only. */
function ofPeople({ person }: Step, random: Random): Planned[] {
  const match = { path: '/api/users.info', bodyIncludes: person.id };
  return [plan('slack', match, random.oneOf(SLACK_EFFECTS))];
}

const THROTTLED = {
  __type: 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException',
  message: 'The level of configured provisioned throughput for the table was exceeded.',
};

const TABLE_EFFECTS: Effects = [
  { status: 400, body: THROTTLED },
  { status: 500 },
  { delayMs: 400 },
  { delayMs: 1_500 },
];

/** What is written down of a job: each of them as often as an attempt tries, so that the attempt gives up. */
const RECORDS = ['telling', 'writing', ':written', '"left"', 'COMPLETED', '#begun', '#ended'] as const;
const MOST_TRIES = 4;

function ofTable(_step: Step, random: Random): Planned[] {
  if (random.chance(30)) {
    const effect = random.oneOf<Effect>([{ status: 500 }, { truncate: true }]);
    return [plan('dynamodb', { bodyIncludes: random.oneOf(RECORDS) }, { ...effect, times: MOST_TRIES })];
  }
  return [plan('dynamodb', {}, { ...random.oneOf(TABLE_EFFECTS), times: random.between(1, 2) })];
}

/** A death, as often as not more than one. After the third the failed function is to tell of it, if it lives. */
function ofWorker({ marks, write }: Step, random: Random): Planned[] {
  const match = { bodyIncludes: marks.job };
  if (random.chance(25)) return [plan('worker', match, { duplicate: true })];
  const times = random.oneOf([1, 1, 1, 1, 2, MOST_ATTEMPTS]);
  const kill = random.oneOf<Effect>([
    { kill: 'beforeRun' },
    { kill: 'afterLts', ...(write && { killAt: `${marks.lts?.method ?? 'POST'} /v2/` }) },
    { kill: 'afterLts' },
    { kill: 'afterDeliver' },
    { kill: 'afterDeliver' },
  ]);
  const deaths = plan('worker', match, { ...kill, times });
  if (times < MOST_ATTEMPTS || random.chance(50)) return [deaths];
  const late = random.oneOf([{ kill: 'beforeRun' }, { delayMs: 1_000 }] as const);
  return [deaths, plan('failed', match, late)];
}

function ofHandOver({ marks }: Step, random: Random): Planned[] {
  // The front function gives up after 2.5 s.
  const effect = random.oneOf<Effect>([{ status: 500 }, { delayMs: 2_700 }, { truncate: true }]);
  return [plan('worker', { bodyIncludes: marks.job }, effect)];
}

/** Once is slow enough. */
function repeated(effect: Effect, times: number): Effect {
  return effect.delayMs === undefined ? { ...effect, times } : effect;
}

function plan(target: Fault['target'], match: NonNullable<Fault['match']>, effect: Effect): Planned {
  return { name: nameOf(target, match, effect), fault: { target, match, ...effect } };
}

/** `worker afterLts ×2`: what it is, without whom it is meant for. */
function nameOf(target: string, { path, bodyIncludes }: NonNullable<Fault['match']>, effect: Effect): string {
  const { kill, killAt, duplicate, status, delayMs, abort, times = 1 } = effect;
  const whatBreaks = abort ? 'abort' : (kill ?? (duplicate ? 'duplicate' : 'truncate'));
  const what = status ?? (delayMs === undefined ? whatBreaks : `${delayMs} ms`);
  const where =
    target === 'slack' ? ` ${path}` : target === 'dynamodb' && bodyIncludes ? ` ${bodyIncludes}` : '';
  return `${target}${where} ${what}${killAt ? ` at ${killAt}` : ''}${times > 1 ? ` ×${times}` : ''}`;
}
