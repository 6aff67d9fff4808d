import { LogLevel, WebClient } from '@slack/web-api';
import { expect, it, onTestFinished } from 'vitest';
import { type HttpFault, withFaults } from '../../lib/local/fault-answer.ts';
import { readHttpFault } from '../../lib/local/fault-fields.ts';
import { Faults } from '../../lib/local/faults.ts';
import { readBody, sendJson, serve } from '../../lib/local/http.ts';
import { callSlack } from '../../lib/slack/call-slack.ts';
import { fetchAnew, fetchByPost } from '../../lib/slack/fetch-by-post.ts';
import { soon } from '../lts/lab.ts';

type Fault = Parameters<typeof readHttpFault>[0];

/** What comes of a call, over each way to fetch, that meets the same fault; and all that Slack was sent. */
async function compare(fault?: Fault) {
  const faults = new Faults<HttpFault>();
  const sent: unknown[] = [];
  const answer = withFaults(faults, async (request, response) => {
    const { authorization, 'content-type': type } = request.headers;
    sent.push({ authorization, type, body: String(await readBody(request)) });
    response.setHeader('X-OAuth-Scopes', 'chat:write, users:read');
    sendJson(response, 200, { ok: true, ts: '1.2', said: '日志 😀' });
  });
  const slack = await serve(0, answer);
  onTestFinished(() => slack.close());
  const outcomes: unknown[] = [];
  for (const fetch of [globalThis.fetch, fetchByPost, fetchAnew]) {
    if (fault) faults.add({ match: {}, times: 1, effect: readHttpFault(fault) });
    const client = new WebClient('xoxb', {
      slackApiUrl: `${slack.url}/api/`,
      fetch,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      logLevel: LogLevel.ERROR,
      timeout: 200,
    });
    const call = () => client.chat.postMessage({ channel: 'C', text: '日志 & <b> 😀', blocks: [] });
    outcomes.push(
      await callSlack(call, soon()).catch(({ message, verdict, reason, retryAfterMs }) => {
        return { message, verdict, reason, retryAfterMs };
      }),
    );
  }
  return { outcomes, sent };
}

it('the WebClient sends and reads what it does with Node’s fetch', async () => {
  const { outcomes, sent } = await compare();
  const [real] = outcomes;
  expect(real).toMatchObject({
    said: '日志 😀',
    response_metadata: { scopes: ['chat:write', 'users:read'] },
  });
  expect(outcomes).toEqual([real, real, real]);
  expect(sent).toEqual([sent[0], sent[0], sent[0]]);
});

it.each<[string, Fault]>([
  ['refuses', { status: 200, body: { ok: false, error: 'not_in_channel' } }],
  ['asks to wait', { status: 429, headers: { 'Retry-After': '7' }, body: 'slow down' }],
  ['asks to wait, and not how long', { status: 429, body: 'slow down' }],
  ['fails', { status: 503, body: '<html>' }],
  ['fails, and breaks off', { status: 503, headers: { 'Content-Length': '100' }, truncate: true }],
  ['has moved', { status: 302, headers: { Location: '/elsewhere' }, body: '' }],
  ['answers in HTML', { status: 200, body: '<html>' }],
  ['answers with nothing', { status: 200, body: '' }],
  ['is too late', { delayMs: 400 }],
  ['breaks off before its answer', { abort: true }],
  ['breaks off in the middle of it', { truncate: true }],
])('what comes of it is the same when Slack %s', async (_, fault) => {
  const { outcomes } = await compare(fault);
  const [real] = outcomes;
  expect(real).toHaveProperty('verdict');
  expect(outcomes).toEqual([real, real, real]);
});
