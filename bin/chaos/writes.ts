import type { Random } from '../../lib/local/lts/seeded-random.ts';
import type { Group, Request } from './schemas.ts';
import { isFor, type LtsState, type Step, type Who, type Write } from './step.ts';
import { begins, saysExisted, saysGroup, saysStream } from './texts.ts';

const BUCKET = 'lts-archive';
const EVERY = '5min';

/** Of the groups and streams that LTS allows, as many are left for others: 100, and 100 in each group. */
const MOST_GROUPS = 90;
const MOST_STREAMS = 90;

/** LTS answers what it has made with 201. */
const CREATED = 201;

/** A new group; undefined where there is no room for more. */
export function createGroup(
  who: Who,
  { groups }: Pick<LtsState, 'groups'>,
  random: Random,
): Step | undefined {
  if (groups.length >= MOST_GROUPS) return undefined;
  const name = `g${random.hex(8)}`;
  return {
    ...who,
    kind: 'group create',
    deed: { kind: 'typed', text: `group create ${name}` },
    marks: marksOf(name),
    isAnswer: ({ message: { text } }) => saysGroup(text, name),
    flawOf: ({ text }) => existed(text, name),
    write: {
      isDone: (state) => state.groups.some((group) => group.name === name),
      count: ({ requests }) => countCreates(requests, /\/groups$/, name),
      isTold: (text) => saysGroup(text, name),
    },
  };
}

/** A new stream in one of the groups that are there. */
export function createStream(
  who: Who,
  { groups }: Pick<LtsState, 'groups'>,
  random: Random,
): Step | undefined {
  const [first, ...others] = groups.filter(({ streams }) => streams.length < MOST_STREAMS);
  if (!first) return undefined;
  const group = random.oneOf([first, ...others]);
  const name = `s${random.hex(8)}`;
  const path = `${group.name}/${name}`;
  return {
    ...who,
    kind: 'stream create',
    deed: { kind: 'typed', text: `stream create ${path}` },
    marks: marksOf(name),
    isAnswer: ({ message: { text } }) => saysStream(text, path),
    flawOf: ({ text }) => existed(text, path),
    write: {
      isDone: (state) => streamsOf(state.groups).some((stream) => stream.name === name),
      count: ({ requests }) => countCreates(requests, /\/streams$/, name),
      isTold: (text) => saysStream(text, path),
    },
  };
}

const marksOf = (name: string): Step['marks'] => ({
  job: name,
  lts: { method: 'POST', bodyIncludes: name },
  answer: name,
});

const existed = (text: string, name: string) =>
  saysExisted(text, name) ? 'it was not there before' : undefined;

/** A stream that was created here, copied to a bucket; `used` says which ones are copied, or may be. */
export function transfer(who: Who, groups: readonly Group[], used: Set<string>): Step | undefined {
  const stream = streamsOf(groups).find(({ id, name }) => /^s[\da-f]{8}$/.test(name) && !used.has(id));
  if (!stream) return undefined;
  used.add(stream.id);
  const path = `${stream.group}/${stream.name}`;
  const isTold = (text: string) => begins(text, ({ changes }) => changes.transfer(path, BUCKET, EVERY, true));
  const count: Write['count'] = ({ requests }) => countCreates(requests, /\/log-dump\/obs$/, stream.id);
  return {
    ...who,
    kind: 'transfer',
    deed: { kind: 'typed', text: `transfer ${path} bucket:${BUCKET} every:${EVERY}` },
    marks: {
      job: stream.name,
      lts: { path: '/log-dump/obs', bodyIncludes: stream.id },
      answer: stream.name,
    },
    isAnswer: ({ message: { text } }) => isTold(text),
    flawOf: () => undefined,
    // LTS lists no transfers.
    write: { isDone: (state) => count(state) > 0, count, isTold },
  };
}

/** What the policy lets only others do: nothing may come of it but the answer that says so. */
export function createUnasked(who: Who, random: Random): Step {
  const name = `g${random.hex(8)}`;
  return {
    ...who,
    kind: 'group create by another',
    deed: { kind: 'typed', text: `group create ${name}` },
    marks: { job: name, answer: name },
    isAnswer: ({ message }) => message.content.includes(name) && isFor(message, who.person),
    flawOf: () => undefined,
    write: {
      isDone: (state) => state.groups.some((group) => group.name === name),
      count: ({ requests }) => countCreates(requests, /\/groups$/, name),
      isTold: (text) => saysGroup(text, name),
    },
  };
}

function countCreates(requests: readonly Request[], path: RegExp, held: string): number {
  return requests.filter(
    (request) =>
      request.method === 'POST' &&
      path.test(request.path) &&
      request.status === CREATED &&
      request.body.includes(held),
  ).length;
}

function streamsOf(groups: readonly Group[]) {
  return groups.flatMap(({ name: group, streams }) => streams.map((stream) => ({ ...stream, group })));
}
