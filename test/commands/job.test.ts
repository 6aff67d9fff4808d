import { expect, it } from 'vitest';
import { jobSchema } from '../../lib/commands/job.ts';

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
