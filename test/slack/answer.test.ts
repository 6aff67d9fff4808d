import { WebClient } from '@slack/web-api';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createGate } from '../../lib/access/gate.ts';
import type { Rule } from '../../lib/access/policy.ts';
import type { ChannelSettings, ChannelStore } from '../../lib/commands/channel-settings.ts';
import type { Job } from '../../lib/commands/job.ts';
import type { Past } from '../../lib/commands/journal.ts';
import type { KeptSearch, LatestSearches } from '../../lib/commands/latest-searches.ts';
import { readBody, sendJson, serve } from '../../lib/local/http.ts';
import { createLtsClient } from '../../lib/lts/client.ts';
import { answerJob } from '../../lib/slack/answer.ts';
import { deadlineIn } from '../../lib/slack/deadline.ts';
import { createDeliver, createNote } from '../../lib/slack/deliver.ts';
import { createFiles } from '../../lib/slack/files.ts';
import { createPeople } from '../../lib/slack/people.ts';
import { decodeClick } from '../../lib/views/buttons.ts';
import { openGate } from '../access/everything.ts';
import { catchLines } from '../catch-lines.ts';
import { failureOf } from '../lts/lab.ts';
import { newJournal } from './new-journal.ts';
import { newTrail } from './new-trail.ts';
import { noApprovals } from './no-approvals.ts';

let logged: string[];
beforeEach(() => {
  logged = catchLines();
});

interface Told {
  readonly text: string;
  readonly replace_original: boolean;
  readonly blocks?: unknown[];
}

/** Slack says nothing of who is in a user group. */
function gateOf(rules: readonly Rule[]) {
  const policy = { readOnly: false, rules: [...rules], approvals: [] };
  return createGate(policy, ['main'], async () => undefined);
}

/** LTS, Slack's Web API and a response_url on one server: each answers as told. */
async function lab({
  lts = '{"log_groups":[]}',
  ltsStatus = 200,
  user = { tz: 'UTC', locale: 'en-US' } as object,
  refusals = [] as (readonly [number, string])[],
  past = {} as Partial<Past>,
  settings = { visibility: 'private' } as ChannelSettings,
  rules = undefined as readonly Rule[] | undefined,
  keep = async () => {},
} = {}) {
  const told: Told[] = [];
  const asked: string[] = [];
  const server = await serve(0, async (request, response, { pathname }) => {
    const body = String(await readBody(request));
    asked.push(pathname);
    if (pathname.startsWith('/api/'))
      return sendJson(response, 200, { ok: 'tz' in user, error: 'user_not_found', user });
    if (pathname.startsWith('/v2/')) {
      response.writeHead(ltsStatus, { 'x-request-id': 'r-1' }).end(lts);
      return;
    }
    told.push(JSON.parse(body) as Told);
    const [status, answer] = refusals[told.length - 1] ?? [200, 'ok'];
    response.writeHead(status).end(answer);
  });
  onTestFinished(() => server.close());
  const slack = new WebClient('xoxb', { slackApiUrl: `${server.url}/api/`, retryConfig: { retries: 0 } });
  const client = createLtsClient({
    endpoint: server.url,
    iamEndpoint: server.url,
    projectId: '0'.repeat(32),
    credentials: { accessKey: 'AK', secretKey: 'SK' },
    random: () => 0,
  });
  let now = 0;
  const kept: KeptSearch[] = [];
  /** How many answers the person had when it was kept. */
  const keptAfter: number[] = [];
  const latest: LatestSearches = {
    list: async () => kept,
    add: async (search) => {
      keptAfter.push(told.length);
      await keep();
      kept.push(search);
    },
  };
  const channel: ChannelStore = { read: async () => settings, change: async () => {} };
  const findPerson = createPeople(slack, () => now);
  const context = () => ({
    sources: new Map([['main', { ...client, readsPerMinute: 100 }]]),
    quota: { take: async () => {} },
    channelOf: () => channel,
    latestOf: () => latest,
    approvals: noApprovals,
    trail: newTrail(),
    ltsRequestIds: [],
    files: createFiles(slack),
    deliver: createDeliver(slack),
    note: createNote(slack),
    journal: newJournal(past),
    deadline: deadlineIn(10_000),
    gate: rules ? gateOf(rules) : openGate(),
    findPerson,
    command: '/lts',
    signal: AbortSignal.timeout(10_000),
  });
  const asker = {
    id: '1.2.3',
    requestId: 'r',
    teamId: 'T',
    userId: 'U',
    channelId: 'C',
    receivedAt: 1_800_000_000_000,
  };
  const message = { ts: '1.000001', isPrivate: true };
  const responseUrl = `${server.url}/response/SEEKRIT`;
  return {
    told,
    asked,
    kept,
    keptAfter,
    wait: (ms: number) => {
      now += ms;
    },
    type: (text: string) =>
      answerJob({ ...asker, responseUrl, kind: 'typed', text } satisfies Job, context()),
    openHome: () => answerJob({ ...asker, kind: 'home_opened' } satisfies Job, context()),
    click: (value: string) =>
      answerJob({ ...asker, responseUrl, kind: 'clicked', value, message } satisfies Job, context()),
  };
}

describe('an answer', () => {
  it('in English and UTC is given to whom Slack does not know, and Slack is not asked again for a minute', async () => {
    const { type, told, asked, wait } = await lab({ user: {} });
    await type('groups');
    await type('groups');
    expect(told.map(({ text }) => text)).toEqual(
      Array(2).fill(
        'There are no log groups in this project yet. Create the first one: /lts group create checkout',
      ),
    );
    wait(61_000);
    await type('groups');
    expect(asked.filter((path) => path === '/api/users.info')).toHaveLength(2);
  });

  it('is in the language of the person, who is looked up once', async () => {
    const { type, told, asked } = await lab({ user: { tz: 'Asia/Shanghai', locale: 'zh-CN' } });
    await type('groups');
    await type('groups');
    expect(told[0]?.text).toBe('该项目中还没有日志组。创建第一个日志组： /lts group create checkout');
    expect(asked.filter((path) => path === '/api/users.info')).toHaveLength(1);
  });

  it('to a zone that this runtime does not know is in UTC', async () => {
    const { type, told } = await lab({ user: { tz: 'Mars/Olympus' } });
    await type('help');
    expect(told).toHaveLength(1);
  });
});

it('a group that may have been made is looked for where it was, whatever the channel has set since', async () => {
  const group = { log_group_id: 'g'.repeat(36), log_group_name: 'new', creation_time: 1, ttl_in_days: 7 };
  const { type, told } = await lab({
    lts: JSON.stringify({ log_groups: [group] }),
    past: { attempt: 2, isWriteOpen: true, writeSource: 'main' },
    settings: { visibility: 'private', source: 'elsewhere' },
  });
  await type('group create new');
  expect(told.map(({ text }) => text)).toEqual([
    expect.stringContaining('The log group new now exists. The confirmation was lost, but it is there.'),
  ]);
});

describe('a write that an earlier attempt began', () => {
  const reads: Rule = { who: ['everyone'], may: ['read'] };
  const begun = { attempt: 2, isWriteOpen: true, writeSource: 'main' };

  it('is told as not known to whom the policy refuses it by now', async () => {
    const { type, told } = await lab({ rules: [reads], past: begun });
    await type('group create new');
    expect(told.map(({ text }) => text)).toEqual([
      expect.stringContaining('Whether it has happened is not known.'),
    ]);
  });

  it('is left to the next attempt while Slack does not say whether the person may do it', async () => {
    const { type, told } = await lab({
      rules: [reads, { who: ['S012ABCDEF'], may: ['create'] }],
      past: begun,
    });
    await expect(type('group create new')).rejects.toMatchObject({ code: 'access_unknown' });
    expect(told).toEqual([]);
  });

  it('is told as what came of it, whatever the policy says by now', async () => {
    const written = { kind: 'created_group', name: 'new', retentionDays: 7, how: 'answered' } as const;
    const { type, told, asked } = await lab({
      rules: [reads],
      past: { attempt: 2, writeSource: 'main', written },
    });
    await type('group create new');
    expect(told.map(({ text }) => text)).toEqual([expect.stringContaining('The log group new now exists.')]);
    expect(asked.filter((path) => path.startsWith('/v2/'))).toEqual([]);
  });
});

it('nothing is asked of LTS for what the person may do nowhere', async () => {
  const { type, click, told, asked } = await lab({ rules: [{ who: ['everyone'], may: ['audit'] }] });
  await type('groups');
  await type('group create new');
  await click('streams main g');
  expect(told.map(({ text }) => /“(\w+)”/.exec(text)?.[1])).toEqual(['read', 'create', 'read']);
  expect(asked.filter((path) => path.startsWith('/v2/'))).toEqual([]);
});

describe('a problem', () => {
  it.each([
    [
      'a refusal',
      { ltsStatus: 400, lts: '{"error_code":"LTS.0201"}' },
      'This log group does not exist.',
      'LTS.0201 · Request id r-1',
    ],
    [
      'a refusal without a code',
      { ltsStatus: 503, lts: 'no' },
      'LTS has an internal error.',
      'HTTP 503 · Request id r-1',
    ],
    [
      'an answer that makes no sense',
      { lts: '<html>' },
      'sent an answer that cannot be read',
      'Request id r-1',
    ],
  ])('with LTS is told: %s', async (_, options, text, reference) => {
    const { type, told } = await lab(options);
    await type('groups');
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain(text);
    expect(JSON.stringify(told[0]?.blocks)).toContain(reference);
    expect(logged.join()).toContain('a service failed');
  });

  it.each([
    ['streams main g', 'This log group does not exist.', '/lts groups'],
    [`at main g s ${'1'.repeat(19)}`, 'This log group does not exist.', '/lts groups'],
  ])('names no id that a click brought, and nobody typed: %s', async (value, text, example) => {
    const { click, told } = await lab();
    await click(value);
    expect(told[0]?.text).toContain(text);
    expect(told[0]?.text).toContain(example);
    expect(told[0]?.text).not.toContain('“');
  });

  it('never replaces the page whose button was clicked', async () => {
    const { click, told } = await lab();
    await click('not a page');
    expect(told).toMatchObject([
      {
        replace_original: false,
        text: 'This button is from an older version. Please run the command again.',
      },
    ]);
  });
});

describe('a message that Slack does not take', () => {
  it('in a moment is sent again', async () => {
    const { type, told } = await lab({ refusals: [[500, 'oops']] });
    await type('groups');
    expect(told.map(({ text }) => text)).toEqual([told[0]?.text, told[0]?.text]);
    expect(told).toHaveLength(2);
  });

  it('for its blocks is told of in plain text, once', async () => {
    const { type, told } = await lab({ refusals: [[200, '{"ok":false,"error":"invalid_blocks"}']] });
    await type('groups');
    expect(told[1]?.text).toContain('Slack did not take the answer');
    expect(told).toHaveLength(2);
  });

  it('because its URL is used up goes another way, and the URL is not logged', async () => {
    const { type, told, asked } = await lab({ refusals: [[404, '{"ok":false,"error":"used_url"}']] });
    await type('groups');
    expect(told).toHaveLength(1);
    expect(asked.at(-1)).toBe('/api/chat.postEphemeral');
    expect(logged.join()).toContain('used_url');
    expect(logged.join()).not.toContain('SEEKRIT');
  });
});

describe('a search', () => {
  const [GROUP, STREAM] = ['g'.repeat(36), 's'.repeat(36)];
  const lts = JSON.stringify({
    log_groups: [{ log_group_id: GROUP, log_group_name: 'checkout', creation_time: 1, ttl_in_days: 7 }],
    log_streams: [{ log_stream_id: STREAM, log_stream_name: 'api', creation_time: 1 }],
    logs: [],
  });

  it('is kept when the person has their answer, and what is clicked on a page is not', async () => {
    const { type, click, kept, keptAfter, told } = await lab({ lts });
    await type('logs checkout/api error level=warn since:2h');
    const [{ value = '', at = 0 } = {}] = kept;
    expect(decodeClick(value)).toMatchObject({
      kind: 'repeat',
      stream: { source: 'main', groupId: GROUP, streamId: STREAM, groupName: 'checkout', streamName: 'api' },
      search: {
        words: 'error',
        labels: { level: 'warn' },
        start: at - 7_200_000,
        end: at,
        endIsFixed: false,
      },
      channelId: 'C',
    });
    const newer = /"value":"(\{[^}]*page.*?\})"/.exec(JSON.stringify(told[0]?.blocks))?.[1] ?? '';
    await click(JSON.parse(`"${newer}"`));
    await type('groups');
    expect([keptAfter, told.length, kept.length]).toEqual([[1], 3, 1]);
  });

  it('keeps its place in the list and where it was made, whenever it is run again', async () => {
    const { type, click, kept } = await lab({ lts });
    await type('logs checkout/api error since:1h');
    await type('logs checkout/api error since:2h');
    await click(kept[0]?.value.replace('"r":"C"', '"r":"C2"') ?? '');
    expect(kept[2]?.name).toBe(kept[0]?.name);
    expect(kept[1]?.name).not.toBe(kept[0]?.name);
    expect(decodeClick(kept[2]?.value ?? '')).toMatchObject({ channelId: 'C2' });
  });

  it('that holds a secret, found nothing to search or was refused is not kept', async () => {
    const { type, kept, told } = await lab({ lts });
    for (const text of ['password=hunter2-horse', '"password: hunter2-horse"', '*x', 'since:whenever'])
      await type(`logs checkout/api ${text}`);
    await type('logs nowhere/api error');
    expect([told.length, kept]).toEqual([5, []]);
  });

  it.each([
    ['fails', () => Promise.reject(new Error('no'))],
    ['never ends', () => new Promise<void>(() => {})],
  ])('is answered as ever, and soon over, when keeping it %s', async (_, keep) => {
    const { type, told } = await lab({ lts, keep });
    // Else nothing would keep the process waiting for what never ends.
    const living = setInterval(() => {}, 1_000);
    const before = performance.now();
    expect(await type('logs checkout/api SEEKRIT-word')).toMatchObject({ command: 'logs', outcome: 'ok' });
    clearInterval(living);
    expect(performance.now() - before).toBeLessThan(2_500);
    expect(told).toHaveLength(1);
    expect(logged.join()).toContain('a search is not kept');
    expect(logged.join()).not.toContain('SEEKRIT-word');
  });
});

describe('Home', () => {
  const PUBLISH = '/api/views.publish';
  const person = { tz: 'UTC', locale: 'en-US' };

  it.each([
    ['of the workspace', { ...person, team_id: 'T' }],
    ['of several workspaces of an organization', { ...person, enterprise_user: { teams: ['T2', 'T'] } }],
  ])('is published for people %s', async (_, user) => {
    const { openHome, asked } = await lab({ user });
    expect(await openHome()).toMatchObject({ command: 'home', outcome: 'ok' });
    expect(asked.at(-1)).toBe(PUBLISH);
  });

  it.each([
    ['of another workspace', { ...person, team_id: 'T2' }],
    ['of none that Slack names', person],
  ])('is not for people %s, for whom LTS is not asked either', async (_, user) => {
    const { openHome, asked } = await lab({ user });
    expect(await openHome()).toEqual({ command: 'home', outcome: 'guest' });
    expect(asked).toEqual(['/api/users.info']);
  });

  it('is left to the next attempt when Slack does not say who somebody is', async () => {
    const { openHome, asked } = await lab({ user: {} });
    expect(await failureOf(openHome())).toMatchObject({ code: 'access_unknown' });
    expect(asked).toEqual(['/api/users.info']);
  });
});
