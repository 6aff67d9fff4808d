import { expect, it } from 'vitest';
import type { Taken } from '../../bin/chaos/attribute.ts';
import { judge } from '../../bin/chaos/judge.ts';
import { listGroups } from '../../bin/chaos/reads.ts';
import type { Change } from '../../bin/chaos/seen.ts';
import type { LtsState, Step } from '../../bin/chaos/step.ts';
import { createGroup, createStream } from '../../bin/chaos/writes.ts';
import { seededRandom } from '../../lib/local/lts/seeded-random.ts';
import { MAYBE_HANDED_OVER, wordsFor } from '../../lib/views/words.ts';

const WORDS = wordsFor('en');
const TAKEN = WORDS.refusals.group_name_taken[0];
const LATE = WORDS.failures.late;
const EMPTY: LtsState = { groups: [], requests: [] };

const person = { id: 'U1', name: 'omar', role: 'operator' };
const channel = { id: 'C1', name: 'ops', isIm: false, botIsMember: true };
const who = { person, channel, mayBePublic: false };
const random = seededRandom(1);

/** A step with something that goes wrong for it. */
function take(step: Step | undefined): Taken {
  if (!step) throw new Error('no such step');
  const faults = [{ name: 'lts abort', isShared: false, fault: { target: 'lts', abort: true } as const }];
  return { number: 1, step, faults, startedAt: 0, answer: { status: 200, body: '' } };
}

function post(text: string): Change {
  const base = {
    threadTs: null,
    from: 'B1',
    deleted: false,
    shown: true,
    lines: [],
    controls: [],
    content: '',
  };
  const message = { ...base, ts: '1.000000', channel, text, visibleTo: person.id, file: undefined };
  return { how: 'posted', message };
}

/** What is wrong with what these messages tell of the steps. */
function judged(taken: readonly Taken[], texts: readonly string[], state = EMPTY): string[] {
  return judge(taken, texts.map(post), state).violations.map(({ what }) => what);
}

function create() {
  const taken = take(createGroup(who, EMPTY, random));
  const name = taken.step.marks.job;
  const done: LtsState = { groups: [{ id: 'g', name, streams: [] }], requests: [] };
  return { taken, done, told: WORDS.changes.createdGroup(name, 'answered') };
}

it('an answer that is true is all that is wanted', () => {
  const { taken, done, told } = create();
  expect(judged([taken], [told], done)).toEqual([]);
});

it('no message at all is a loss', () => {
  expect(judged([create().taken], [])).toEqual(['nothing came of it']);
});

it('a second answer, and a failure beside an answer, are one too many', () => {
  const { taken, done, told } = create();
  expect(judged([taken], [told, told], done)).toEqual(['told twice']);
  expect(judged([taken], [told, LATE], done)).toEqual(['told beside the outcome']);
});

it('what is told must be so', () => {
  const { taken, done, told } = create();
  expect(judged([taken], [told])).toEqual(['told as done, and it is not']);
  expect(judged([taken], [TAKEN], done)).toEqual(['told as not done, and it is']);
  expect(judged([taken], [LATE])).toEqual([]);
});

it('what LTS left open may be either way', () => {
  const { taken, done } = create();
  for (const state of [EMPTY, done]) {
    const verdict = judge([taken], [post(WORDS.failures.unknown)], state);
    expect([verdict.violations, verdict.endings.get(taken)]).toEqual([[], 'left open']);
  }
});

it('what LTS did twice is told of, however it was answered', () => {
  const { taken, done, told } = create();
  const [at, method, path, status] = [1, 'POST', '/v2/p/groups', 201];
  const request = {
    at,
    method,
    path,
    status,
    body: JSON.stringify({ log_group_name: taken.step.marks.job }),
  };
  expect(judged([taken], [told], { ...done, requests: [request, request] })).toEqual(['done 2 times']);
});

it('that a job may not have been passed on is an outcome where there is no other, and else a note', () => {
  const { taken, done, told } = create();
  const answer = { status: 200, body: MAYBE_HANDED_OVER };
  expect(judged([{ ...taken, answer }], [MAYBE_HANDED_OVER])).toEqual([]);
  expect(judged([{ ...taken, answer }], [MAYBE_HANDED_OVER, told], done)).toEqual([]);
});

it('a failure goes to the step that it can be true of', () => {
  const { taken, done, told } = create();
  const groups = take(listGroups(who));
  const stream = take(createStream(who, done, random));
  expect(judged([groups, stream, taken], [told, LATE, LATE], done)).toEqual([]);
  expect(judged([groups, taken], [LATE], done)).toEqual(['nothing came of it']);
});

it('nothing fails for which nothing went wrong', () => {
  const step = { ...create().taken, faults: [] };
  expect(judged([step], [LATE])).toEqual(['nothing came of it', 'told beside the outcome']);
});
