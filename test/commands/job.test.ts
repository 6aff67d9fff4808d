import { expect, it } from 'vitest';
import { jobSchema, unreadableJobSchema } from '../../lib/commands/job.ts';

const job = {
  kind: 'typed',
  id: '1.2.3',
  requestId: 'r',
  teamId: 'T1',
  userId: 'U1',
  channelId: 'C1',
  receivedAt: 0,
  responseUrl: 'https://hooks.slack.com/commands/1',
  text: 'groups',
};

const isJob = (more: object) => jobSchema('https://hooks.slack.com').safeParse({ ...job, ...more }).success;

it('a job is answered at Slack', () => {
  expect(isJob({})).toBe(true);
});

it.each([
  'http://hooks.slack.com/commands/1',
  'https://hooks.slack.com',
  'https://hooks.slack.com.example.com/1',
  'https://hooks.slack.com@example.com/1',
  'https://example.com/',
])('what is to be answered at %s is no job', (responseUrl) => {
  expect(isJob({ responseUrl })).toBe(false);
});

const form = {
  ...job,
  kind: 'submitted',
  responseUrl: undefined,
  callbackId: 'delete',
  metadata: '{}',
  values: { a: 'b', c: null, d: ['e'] },
};

it('a form is answered nowhere in particular', () => {
  expect(isJob(form)).toBe(true);
});

it.each([
  ['a command that is answered nowhere', { responseUrl: undefined }],
  ['a modal without a hash', { view: { id: 'V1' } }],
  ['a form with a number in it', { ...form, values: { a: 1 } }],
  ['a form that does not say which', { ...form, callbackId: undefined }],
])('%s is no job', (_, more) => {
  expect(isJob(more)).toBe(false);
});

it.each([{ id: 'V1', hash: '1.a' }, { externalId: '1.2.3' }])(
  'a command may come with a modal: %j',
  (view) => {
    expect(isJob({ view })).toBe(true);
  },
);

it('of what is no job is read whom it is of, as far as that can be', () => {
  const read = (more: object) =>
    unreadableJobSchema('https://hooks.slack.com').safeParse({ ...job, ...more }).data;
  const { responseUrl, userId } = job;
  expect(read({ view: { id: 'V1', hash: '1.a' } })).toEqual({
    responseUrl,
    userId,
    view: { id: 'V1', hash: '1.a' },
  });
  expect(read({ view: { name: 'V1' }, userId: 7 })).toEqual({ responseUrl });
  expect(read({ responseUrl: undefined })).toEqual({ userId });
  expect(read({ responseUrl: 'https://example.com/' })).toBeUndefined();
});
