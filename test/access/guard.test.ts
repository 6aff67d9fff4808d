import { describe, expect, it } from 'vitest';
import { decide } from '../../lib/access/decide.ts';
import { guardSources } from '../../lib/access/guard.ts';
import type { Rule } from '../../lib/access/policy.ts';
import type { Verb } from '../../lib/commands/access.ts';
import { latestLines } from '../../lib/commands/latest-lines.ts';
import type { GuardedSource, LtsSource } from '../../lib/commands/lts-sources.ts';
import { runWrite } from '../../lib/commands/run-write.ts';
import { soon } from '../lts/lab.ts';
import { newJournal } from '../slack/new-journal.ts';
import { noApprovals } from '../slack/no-approvals.ts';
import { everything } from './everything.ts';

/** Groups by id; each with its name and the names of its streams, by their ids. */
const HELD: Readonly<Record<string, { name: string; streams: Readonly<Record<string, string>> }>> = {
  'g-shop': { name: 'shop', streams: { 's-api': 'api', 's-audit': 'audit' } },
  'g-bank': { name: 'bank', streams: { 's-ledger': 'ledger' } },
  // Its name is another's id.
  'g-odd': { name: 'g-bank', streams: { 's-odd': 's-ledger' } },
};

const query = { ...latestLines(0), start_time: '0', end_time: '1', is_desc: true, highlight: false } as const;

/** LTS, with what it was asked. */
function open(rules: readonly Omit<Rule, 'who'>[], verb: Verb = 'read') {
  const asked: string[] = [];
  const say = <T>(call: string, answer: T): Promise<T> => {
    asked.push(call);
    return Promise.resolve(answer);
  };
  const lts: LtsSource = {
    readsPerMinute: 100,
    listGroups: () =>
      say(
        'groups',
        Object.entries(HELD).map(([log_group_id, { name }]) => {
          return { log_group_id, log_group_name: name, creation_time: 0, ttl_in_days: 7 };
        }),
      ),
    listStreams: (groupId) =>
      say(
        `streams ${groupId}`,
        Object.entries(HELD[groupId]?.streams ?? {}).map(([log_stream_id, log_stream_name]) => {
          return { log_stream_id, log_stream_name, creation_time: 0 };
        }),
      ),
    queryLogs: (groupId, streamId) => say(`query ${groupId} ${streamId}`, { logs: [] }),
    createGroup: ({ name }) => say(`create ${name}`, { id: 'i', how: 'answered' }),
    createStream: ({ groupId, name }) => say(`create ${groupId} ${name}`, { id: 'i', how: 'answered' }),
    createDump: ({ groupId, streamIds }) => say(`dump ${groupId} ${streamIds.join()}`, 'd'),
    deleteGroup: (groupId) => say(`delete ${groupId}`, undefined),
    deleteStream: (groupId, streamId) => say(`delete ${groupId} ${streamId}`, undefined),
  };
  const access = decide(
    { readOnly: false, rules: rules.map((rule) => ({ who: ['everyone'], ...rule })) },
    ['main'],
    true,
  );
  const guarded = guardSources(new Map([['main', lts]]), access, verb).get('main');
  return {
    asked,
    guarded,
    sources: guardSources(new Map([['main', lts]]), access, verb),
    ltsOf: () => guarded as GuardedSource,
  };
}

const dump = { bucket: 'bucket', every: '5min', format: 'RAW', isOn: true } as const;

/** Every call on one stream and its group, by ids. */
const CALLS = (groupId: string, streamId: string) =>
  ({
    findNames: (lts) => lts.findNames(groupId, streamId, soon()),
    listStreams: (lts) => lts.listStreams(groupId, soon()),
    queryLogs: (lts) => lts.queryLogs(groupId, streamId, query, soon()),
    createStream: (lts) => lts.createStream({ groupId, name: 'new' }, soon()),
    createDump: (lts) => lts.createDump({ ...dump, groupId, streamIds: [streamId] }, soon()),
    deleteGroup: (lts) => lts.deleteGroup(groupId, soon()),
    deleteStream: (lts) => lts.deleteStream(groupId, streamId, soon()),
  }) satisfies Record<string, (lts: GuardedSource) => Promise<unknown>>;

const ALL: Verb[] = ['read', 'create', 'delete', 'transfer', 'share', 'export'];

it('where all may be read, nothing is looked up', async () => {
  const { asked, ltsOf } = open([{ may: ALL }]);
  for (const call of Object.values(CALLS('g-shop', 's-api'))) await call(ltsOf());
  expect(asked).toEqual([
    'streams g-shop',
    'query g-shop s-api',
    'create g-shop new',
    'dump g-shop s-api',
    'delete g-shop',
    'delete g-shop s-api',
  ]);
});

it('what was listed is not listed again in the same job', async () => {
  const { asked, ltsOf } = open([{ may: ALL, groups: ['shop'] }]);
  for (const call of Object.values(CALLS('g-shop', 's-api'))) await call(ltsOf());
  expect(asked.filter((call) => call === 'groups')).toHaveLength(1);
  // Once for the names, and once because it was asked for.
  expect(asked.filter((call) => call === 'streams g-shop')).toHaveLength(2);
});

describe.each([
  ['hidden', 'g-bank', 's-ledger'],
  ['not there', 'g-none', 's-none'],
  ['hidden, under a group that is seen', 'g-shop', 's-ledger'],
  ['seen, under a group that is hidden', 'g-bank', 's-api'],
  ['named as the id of what is hidden', 'g-bank', 's-odd'],
])('a stream that is %s', (_, groupId, streamId) => {
  const calls = Object.entries(CALLS(groupId, streamId)).filter(
    ([name]) => groupId !== 'g-shop' || !['listStreams', 'createStream', 'deleteGroup'].includes(name),
  );

  it.each(calls)('is unknown, and nothing leaves for it: %s', async (_name, call) => {
    const { asked, ltsOf } = open([{ may: ALL, groups: ['shop'], streams: ['api', 'new'] }]);
    await expect(call(ltsOf())).rejects.toMatchObject({ code: 'mistake' });
    expect(asked.filter((each) => !/^(groups|streams g-shop)$/.test(each))).toEqual([]);
  });
});

it.each([['share'], ['export'], ['reveal']] as const)(
  'a stream’s names are looked up where all may be read and a part alone be used to %s',
  async (verb) => {
    const { asked, ltsOf } = open([{ may: ['read'] }, { may: [verb], groups: ['shop'] }]);
    expect(await ltsOf().findNames('g-bank', 's-ledger', soon())).toEqual({
      groupName: 'bank',
      streamName: 'ledger',
    });
    expect(asked).toEqual(['groups', 'streams g-bank']);
  },
);

it('lists hold what may be read', async () => {
  const { ltsOf } = open([{ may: ['read'], groups: ['shop', 'g-*'], streams: ['a*i'] }]);
  const groups = await ltsOf().listGroups(soon());
  expect(groups.map(({ log_group_name }) => log_group_name)).toEqual(['shop', 'g-bank']);
  const streams = await ltsOf().listStreams('g-shop', soon());
  expect(streams.map(({ log_stream_name }) => log_stream_name)).toEqual(['api']);
  expect(await ltsOf().listStreams('g-odd', soon())).toEqual([]);
});

it.each(['share', 'export', 'reveal'] as const)(
  'lines that are read to %s take that, for their stream',
  async (verb) => {
    const rules = [{ may: ['read'] as Verb[] }, { may: [verb], streams: ['api'] }];
    const { asked, ltsOf } = open(rules, verb);
    await ltsOf().queryLogs('g-shop', 's-api', query, soon());
    await expect(ltsOf().queryLogs('g-shop', 's-audit', query, soon())).rejects.toMatchObject({
      code: 'not_allowed',
      verb,
    });
    expect(asked.filter((call) => call.startsWith('query'))).toEqual(['query g-shop s-api']);
  },
);

it.each([
  ['create', (lts: GuardedSource) => lts.createGroup({ name: 'shop', retentionDays: 7 }, soon())],
  ['create', (lts: GuardedSource) => lts.createStream({ groupId: 'g-shop', name: 'x' }, soon())],
  [
    'transfer',
    (lts: GuardedSource) =>
      lts.createDump({ ...dump, groupId: 'g-shop', streamIds: ['s-api', 's-audit'] }, soon()),
  ],
  ['delete', (lts: GuardedSource) => lts.deleteGroup('g-shop', soon())],
  ['delete', (lts: GuardedSource) => lts.deleteStream('g-shop', 's-audit', soon())],
] as const)(
  'what may be read and only in part be changed is refused before it leaves: %s',
  async (verb, call) => {
    const { asked, ltsOf } = open([{ may: ['read'] }, { may: ALL, streams: ['api'] }]);
    await expect(call(ltsOf())).rejects.toMatchObject({ code: 'not_allowed', verb });
    expect(asked.filter((each) => !/^(groups|streams)/.test(each))).toEqual([]);
  },
);

it.each([
  { kind: 'create_group', name: 'new', retentionDays: 7 },
  { kind: 'create_stream', group: 'shop', name: 'new' },
  { kind: 'transfer', group: 'shop', streams: ['api', 'audit'], ...dump },
] as const)('a write that the policy refuses is not begun: $kind', async (command) => {
  const { asked, sources } = open([{ may: ['read'] }, { may: ALL, streams: ['api'] }]);
  let begun = 0;
  const writeBegins = async () => {
    begun += 1;
  };
  const journal = { ...newJournal(), writeBegins };
  const writing = runWrite(command, 'main', {
    sources,
    journal,
    actAs: async () => ({ access: everything, sources }),
    approversOf: () => undefined,
    approvals: noApprovals,
    audit: { note: () => {}, begins: async () => {} },
    job: { id: '1.2.3', userId: 'U1', teamId: 'T1', channelId: 'C1', receivedAt: 0 },
    signal: soon(),
  });
  await expect(writing).rejects.toMatchObject({ code: 'not_allowed' });
  expect(begun).toBe(0);
  expect(asked.filter((each) => !/^(groups|streams)/.test(each))).toEqual([]);
});

it('a source in which nothing may be read is none', () => {
  expect(open([{ may: ALL, sources: ['other'] }]).guarded).toBeUndefined();
  expect(open([{ may: ['create', 'settings', 'audit'] }]).guarded).toBeUndefined();
});
