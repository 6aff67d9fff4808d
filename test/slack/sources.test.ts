import { WebClient } from '@slack/web-api';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createGate } from '../../lib/access/gate.ts';
import type { Rule } from '../../lib/access/policy.ts';
import type { ChannelSettings, ChannelStore } from '../../lib/commands/channel-settings.ts';
import type { KeptSearch } from '../../lib/commands/latest-searches.ts';
import type { LtsSource } from '../../lib/commands/lts-sources.ts';
import { readBody, serve } from '../../lib/local/http.ts';
import { startLtsEmulator } from '../../lib/local/lts/emulator.ts';
import { createLtsClient } from '../../lib/lts/client.ts';
import { answerJob } from '../../lib/slack/answer.ts';
import { deadlineIn } from '../../lib/slack/deadline.ts';
import { createDeliver, createNote } from '../../lib/slack/deliver.ts';
import { createFiles } from '../../lib/slack/files.ts';
import type { Message } from '../../lib/views/message.ts';
import { openGate } from '../access/everything.ts';
import { catchLines } from '../catch-lines.ts';
import { asText } from '../views/as-text.ts';
import { offersOf } from '../views/read-message.ts';
import { newJournal } from './new-journal.ts';
import { newTrail } from './new-trail.ts';
import { noApprovals } from './no-approvals.ts';

beforeEach(() => void catchLines());

/** An LTS project with a shop's logs, and one group more of this name. */
async function startProject(group: string): Promise<LtsSource> {
  const { url, projectId, accessKey, secretKey, close } = await startLtsEmulator({
    logs: [],
    keepTimes: false,
  });
  onTestFinished(close);
  const credentials = { accessKey, secretKey };
  const client = createLtsClient({ endpoint: url, iamEndpoint: url, projectId, credentials });
  await client.createGroup({ name: group, retentionDays: 7 }, AbortSignal.timeout(5_000));
  return { ...client, readsPerMinute: 100 };
}

function rememberedChannel(): ChannelStore {
  let settings: ChannelSettings = { visibility: 'private' };
  return {
    read: async () => settings,
    change: async (change) => {
      const { stream, ...rest } = { ...settings, ...change };
      settings = { ...rest, ...(stream && { stream }) };
    },
  };
}

function gateOf(rules: readonly Rule[]) {
  const policy = { readOnly: false, rules: [...rules], approvals: [] };
  return createGate(policy, ['prod', 'staging'], async () => undefined);
}

/** Two projects, and a person in a channel who reads the last answer. */
async function lab(initial?: readonly Rule[]) {
  let rules = initial;
  let last: Message | undefined;
  const searches: KeptSearch[] = [];
  const slack = await serve(0, async (request, response) => {
    last = JSON.parse(String(await readBody(request)));
    response.writeHead(200).end('ok');
  });
  onTestFinished(() => slack.close());
  const sources = new Map([
    ['prod', await startProject('billing')],
    ['staging', await startProject('rehearsal')],
  ]);
  const channel = rememberedChannel();
  const client = new WebClient('xoxb');
  const context = () => ({
    sources,
    quota: { take: async () => {} },
    channelOf: () => channel,
    latestOf: () => ({
      list: async () => searches,
      add: async (search: KeptSearch) => void searches.unshift(search),
    }),
    approvals: noApprovals,
    trail: newTrail(),
    ltsRequestIds: [],
    files: createFiles(client),
    deliver: createDeliver(client),
    note: createNote(client),
    journal: newJournal(),
    deadline: deadlineIn(15_000),
    findPerson: async () => ({ zone: 'UTC', locale: 'en-US' }),
    gate: rules ? gateOf(rules) : openGate(),
    command: '/lts',
    signal: AbortSignal.timeout(15_000),
  });
  const asker = {
    id: '1.2.3',
    requestId: 'r',
    teamId: 'T',
    userId: 'U',
    channelId: 'C',
    responseUrl: slack.url,
  };
  const read = () => {
    if (!last) throw new Error('no answer');
    return last;
  };
  async function clickOn(value: string): Promise<Message> {
    const message = { ts: '1.000001', isPrivate: true };
    await answerJob({ ...asker, receivedAt: Date.now(), kind: 'clicked', value, message }, context());
    return read();
  }
  return {
    sources,
    /** From the next command on. */
    setRules(now: readonly Rule[]) {
      rules = now;
    },
    async type(text: string): Promise<Message> {
      await answerJob({ ...asker, receivedAt: Date.now(), kind: 'typed', text }, context());
      return read();
    },
    async click(message: Message, actionId: string, label?: string): Promise<Message> {
      const isMeant = (offer: { actionId: string; label: string }) =>
        offer.actionId === actionId && (label === undefined || offer.label === label);
      return clickOn(offersOf(message).find(isMeant)?.value ?? '');
    },
    /** The latest search, once more. */
    repeat: () => clickOn(searches[0]?.value ?? ''),
  };
}

it('names are looked up in the first source, until the channel uses another one', async () => {
  const { type } = await lab();
  expect((await type('groups')).text).toBe('Log groups · source prod: checkout, payments, edge, billing');
  expect((await type('source')).text).toBe(
    'This channel uses the source prod. The sources are prod, staging.',
  );
  await type('source Staging');
  expect((await type('groups')).text).toBe(
    'Log groups · source staging: checkout, payments, edge, rehearsal',
  );
  expect((await type('streams billing')).text).toBe('There is no log group “billing”. /lts groups');
  expect((await type('logs checkout/api since:1h')).text).toContain(' · source staging · ');
  expect((await type('source stagin')).text).toBe(
    'There is no source “stagin”. Did you mean “staging”? There are prod and staging. /lts source staging',
  );
  expect(asText(await type('help'))).toContain('/lts source');
});

it('what is shown stays with its source, whichever one the channel uses by then', async () => {
  const { type, click } = await lab();
  const groups = await type('groups');
  const page = await type('logs checkout/api since:1d limit:2');
  await type('source staging');
  expect((await click(page, 'older')).text).toContain(' · source prod · ');
  expect((await click(groups, 'streams', 'billing')).text).toContain('The group billing has no streams yet.');
  const streams = await click(groups, 'streams', 'checkout');
  expect(streams.text).toBe('Log streams of checkout · source prod: api, worker');
  expect((await click(streams, 'logs', 'worker')).text).toContain(' · source prod · ');
});

it('a default stream does not outlive its source', async () => {
  const { type } = await lab();
  await type('use checkout/api');
  await type('source prod');
  expect((await type('use')).text).toBe('The default stream of this channel is checkout/api.');
  expect((await type('source staging')).text).toContain(
    'The default stream checkout/api is of another source',
  );
});

it('a search that is run again is of its source, and the policy is asked for it again', async () => {
  const { type, repeat, setRules } = await lab([{ who: ['everyone'], may: ['read', 'settings'] }]);
  await type('logs checkout/api since:1d limit:2');
  await type('source staging');
  expect((await repeat()).text).toContain('checkout/api · 2 lines shown · source prod');
  setRules([{ who: ['everyone'], may: ['read'], groups: ['payments'] }]);
  expect((await repeat()).text).toContain('This log group does not exist.');
  setRules([{ who: ['everyone'], may: ['audit'] }]);
  expect((await repeat()).text).toContain('the permission “read”');
});

it('a button of a source that is there no more says so', async () => {
  const { type, click, sources } = await lab();
  const page = await type('logs checkout/api since:1d limit:2');
  sources.delete('prod');
  expect((await click(page, 'older')).text).toBe(
    'There is no source “prod”, only staging. /lts source staging',
  );
});

describe('of two projects one that a person may not read', () => {
  const may: Rule['may'] = ['read', 'create', 'settings', 'share', 'export'];
  const staging: Rule = { who: ['everyone'], may, sources: ['stag*'] };
  const both: Rule = { who: ['everyone'], may };

  it('is not there: names are looked up in the other one, which has no name then', async () => {
    const { type } = await lab([staging]);
    expect((await type('groups')).text).toBe('Log groups: checkout, payments, edge, rehearsal');
    expect((await type('source')).text).toBe('This channel uses the source staging.');
    const unknown = (await type('source prod')).text;
    expect(unknown).toContain(
      'There is no source “prod”, only staging. There may be one that you may not read',
    );
    expect((await type('source test')).text).toBe(unknown.replace('prod', 'test'));
  });

  it('is not given up for the other one where the channel has set it', async () => {
    const { type, setRules } = await lab([both]);
    await type('source prod');
    await type('use checkout/api');
    setRules([staging]);
    for (const text of ['groups', 'logs error', 'group create mine', 'source', 'use'])
      expect((await type(text)).text).toContain('the permission “read” for this in this channel');
    const changed = await type('source staging');
    expect(changed.text).toBe('From now on, this channel uses the source staging.');
    setRules([both]);
    expect((await type('use')).text).toBe('This channel has no default stream yet.');
  });

  it('is out of reach of a button that was clicked in it', async () => {
    const { type, click, setRules } = await lab([both]);
    const groups = await type('groups');
    const page = await type('logs checkout/api since:1d limit:2');
    setRules([staging]);
    for (const [message, action] of [
      [page, 'older'],
      [page, 'share'],
      [page, 'export'],
      [page, 'around'],
      [groups, 'streams'],
    ] as const)
      expect((await click(message, action)).text).toMatch(/^There is no source “prod”, only staging\./);
  });
});

it('settings that a person may change for a part are changed for that part alone', async () => {
  const { type } = await lab([
    { who: ['everyone'], may: ['read'] },
    { who: ['everyone'], may: ['settings'], sources: ['prod'], groups: ['checkout'] },
  ]);
  const refused = 'the permission “settings” for this in this channel';
  expect((await type('use checkout/api')).text).toContain('searches checkout/api');
  expect((await type('use payments/ledger')).text).toContain(refused);
  expect((await type('source prod')).text).toContain(refused);
  expect((await type('source staging')).text).toContain(refused);
  expect((await type('use')).text).toBe('The default stream of this channel is checkout/api.');
});
