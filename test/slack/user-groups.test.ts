import { WebClient } from '@slack/web-api';
import { expect, it, onTestFinished } from 'vitest';
import { sendJson, serve } from '../../lib/local/http.ts';
import { createUserGroups } from '../../lib/slack/user-groups.ts';
import { catchLines } from '../catch-lines.ts';

/** Slack, which gives these answers one after the other, and then the last one again. */
async function lab(...answers: readonly object[]) {
  catchLines();
  let [asked, now] = [0, 0];
  const server = await serve(0, async (request, response) => {
    request.resume();
    const answer = answers[Math.min(asked, answers.length - 1)];
    asked += 1;
    sendJson(response, 200, answer ?? {});
  });
  onTestFinished(() => server.close());
  const slack = new WebClient('xoxb', { slackApiUrl: `${server.url}/api/`, retryConfig: { retries: 0 } });
  const isIn = createUserGroups(slack, () => now);
  return {
    isIn: (userId: string) => isIn('S1', userId),
    asked: () => asked,
    wait: (ms: number) => {
      now += ms;
    },
  };
}

it('who is in a group is kept for a minute', async () => {
  const { isIn, asked, wait } = await lab({ ok: true, users: ['U1'] }, { ok: true, users: ['U2'] });
  expect([await isIn('U1'), await isIn('U2')]).toEqual([true, false]);
  wait(59_999);
  expect([await isIn('U1'), asked()]).toEqual([true, 1]);
  wait(1);
  expect([await isIn('U1'), await isIn('U2'), asked()]).toEqual([false, true, 2]);
});

it.each([
  ['a refusal', { ok: false, error: 'missing_scope' }],
  ['an answer without people', { ok: true }],
])('%s is no answer, and is not kept', async (_, answer) => {
  const { isIn, asked } = await lab(answer, { ok: true, users: ['U1'] });
  expect(await isIn('U1')).toBeUndefined();
  expect([await isIn('U1'), asked()]).toEqual([true, 2]);
});

it('nobody is in a group that is not there', async () => {
  const { isIn, asked } = await lab({ ok: false, error: 'no_such_subteam' });
  expect([await isIn('U1'), await isIn('U1'), asked()]).toEqual([false, false, 1]);
});
