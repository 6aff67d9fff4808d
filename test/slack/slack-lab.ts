import { WebClient } from '@slack/web-api';
import { onTestFinished } from 'vitest';
import type { Job, MentionedJob } from '../../lib/commands/job.ts';
import { type HttpFault, withFaults } from '../../lib/local/fault-answer.ts';
import { readHttpFault } from '../../lib/local/fault-fields.ts';
import { Faults, type Match } from '../../lib/local/faults.ts';
import { readBody, sendJson, serve } from '../../lib/local/http.ts';
import { fetchByPost } from '../../lib/slack/fetch-by-post.ts';
import { createClock } from '../../lib/views/times.ts';
import { wordsFor } from '../../lib/views/words.ts';
import { everything } from '../access/everything.ts';
import { catchLines } from '../catch-lines.ts';

export const viewer = {
  words: wordsFor('en-US'),
  clock: createClock('UTC'),
  command: '/lts',
  sources: ['main'],
  access: everything,
};

/** Stands in the response_url, and nowhere else. */
export const SECRET = 'SEEKRIT';

interface Call {
  /** The method of the Web API, or `response_url`. */
  readonly to: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A Slack that takes everything, but for the faults; `calls` has all that it was asked, taken or not. */
export async function openSlack() {
  const calls: Call[] = [];
  const logged = catchLines();
  const faults = new Faults<HttpFault>();
  const take = withFaults(faults, async (_request, response, { pathname }) => {
    if (pathname.startsWith('/api/')) sendJson(response, 200, { ok: true, channel: 'C', ts: '2.000001' });
    else response.end('ok');
  });
  const server = await serve(0, async (request, response, url) => {
    const body = String(await readBody(request));
    const isApi = url.pathname.startsWith('/api/');
    calls.push({
      to: isApi ? url.pathname.slice('/api/'.length) : 'response_url',
      fields: isApi ? readForm(body) : (JSON.parse(body) as Call['fields']),
    });
    await take(request, response, url);
  });
  onTestFinished(() => server.close());
  const responseUrl = `${server.url}/response/${SECRET}`;
  const asked = { id: '1.2.3', requestId: 'r-1', teamId: 'T', userId: 'U', channelId: 'C', receivedAt: 0 };
  return {
    calls,
    logged,
    responseUrl,
    /** As a worker has it; `timeout` is in ms. */
    client: (timeout = 10_000) =>
      new WebClient('xoxb', {
        slackApiUrl: `${server.url}/api/`,
        fetch: fetchByPost,
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
        timeout,
      }),
    typed: { ...asked, responseUrl, kind: 'typed', text: 'groups' } satisfies Job,
    clicked: (isPrivate: boolean, value = 'v') =>
      ({
        ...asked,
        responseUrl,
        kind: 'clicked',
        value,
        message: { ts: '1.000001', isPrivate },
      }) satisfies Job,
    /** A form that deletes `checkout/api`, as it was submitted. */
    submitted: {
      ...asked,
      kind: 'submitted',
      callbackId: 'delete',
      metadata: '{"c":"C","l":"en","n":["api"],"s":"main","g":["g","checkout"],"t":["s","api"]}',
      values: { confirm: 'api' },
    } satisfies Job,
    mentioned: (more: Partial<MentionedJob> = {}) =>
      ({
        ...asked,
        kind: 'mentioned',
        text: 'groups',
        ts: '3.000001',
        isDirect: false,
        ...more,
      }) satisfies Job,
    /** Lets the next `times` calls whose path has `path` in it go wrong. */
    fault: (path: string, fields: Parameters<typeof readHttpFault>[0], times = 1) => {
      const match: Match = { path };
      faults.add({ match, times, effect: readHttpFault(fields) });
    },
    /** Where something was sent, in order. */
    ways: () => calls.map(({ to }) => to),
    texts: () => calls.map(({ fields }) => fields.text),
  };
}

/** Structures are JSON within a form. */
function readForm(body: string): Call['fields'] {
  const entries = [...new URLSearchParams(body)].map(([name, value]) => [
    name,
    /^[[{]/.test(value) ? (JSON.parse(value) as unknown) : value,
  ]);
  return Object.fromEntries(entries);
}

export const refusal = (error: string) => ({ ok: false, error });
