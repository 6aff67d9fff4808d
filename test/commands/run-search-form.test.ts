import { describe, expect, it, onTestFinished } from 'vitest';
import { guardSources } from '../../lib/access/guard.ts';
import type { ChannelSettings } from '../../lib/commands/channel-settings.ts';
import { latestLines } from '../../lib/commands/latest-lines.ts';
import { lookUp, openSearch, refillForm } from '../../lib/commands/run-search-form.ts';
import { entriesOf } from '../../lib/commands/search-entries.ts';
import { startLtsEmulator } from '../../lib/local/lts/emulator.ts';
import { createLtsClient } from '../../lib/lts/client.ts';
import { everything } from '../access/everything.ts';

const NOW = Date.UTC(2026, 10, 23, 9);

/** An LTS project with these groups, each with these streams. */
async function startProject(groups: Readonly<Record<string, readonly string[]>>) {
  const { url, projectId, accessKey, secretKey, close } = await startLtsEmulator({
    logs: [],
    keepTimes: false,
  });
  onTestFinished(close);
  const client = createLtsClient({
    endpoint: url,
    iamEndpoint: url,
    projectId,
    credentials: { accessKey, secretKey },
  });
  const signal = () => AbortSignal.timeout(10_000);
  const asked = { lists: 0 };
  for (const { log_group_id } of await client.listGroups(signal()))
    await client.deleteGroup(log_group_id, signal());
  for (const [name, streams] of Object.entries(groups)) {
    const { id } = await client.createGroup({ name, retentionDays: 7 }, signal());
    for (const stream of streams) await client.createStream({ groupId: id, name: stream }, signal());
  }
  const listStreams: typeof client.listStreams = (...args) => {
    asked.lists += 1;
    return client.listStreams(...args);
  };
  return { source: { ...client, listStreams, readsPerMinute: 100 }, asked };
}

async function openLab(projects: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>) {
  const started = await Promise.all(
    Object.entries(projects).map(async ([name, groups]) => [name, await startProject(groups)] as const),
  );
  const sources = guardSources(
    new Map(started.map(([name, { source }]) => [name, source])),
    everything,
    'read',
  );
  const settings: ChannelSettings = { visibility: 'private' };
  return {
    asked: started[0]?.[1].asked,
    context: {
      sources,
      settings,
      audit: { note: () => {}, begins: async () => {} },
      job: { id: '1', userId: 'U', teamId: 'T', channelId: 'C', receivedAt: NOW },
      signal: AbortSignal.timeout(20_000),
    },
  };
}

const names = (all: readonly { readonly name: string }[]) => all.map(({ name }) => name).toSorted();
const FILLED = {
  entries: { ...entriesOf(latestLines(NOW)), words: 'typed so far' },
  found: '',
  isCounted: false,
  visibility: 'thread',
} as const;

describe('the search form', () => {
  it('chooses what there is only one of, and what the channel searches', async () => {
    const { context } = await openLab({ main: { shop: ['api'] } });
    const only = await openSearch({ kind: 'open_search' }, context);
    expect([only.group?.name, names(only.streams), only.streams[0]?.id === only.streamId]).toEqual([
      'shop',
      ['api'],
      true,
    ]);
  });

  it('lists the groups of another source that is chosen, and keeps what was entered', async () => {
    const { context } = await openLab({
      prod: { shop: ['api'], edge: [] },
      staging: { rehearsal: ['a', 'b'], edge: [] },
    });
    const first = await openSearch({ kind: 'open_search' }, context);
    expect([first.source, names(first.groups), first.group]).toEqual(['prod', ['edge', 'shop'], undefined]);
    const [group] = first.groups;
    const other = await refillForm(
      { kind: 'refill', source: 'staging', ...(group && { group }), filled: FILLED },
      context,
    );
    expect([other.source, names(other.groups), other.group, other.filled]).toEqual([
      'staging',
      ['edge', 'rehearsal'],
      undefined,
      FILLED,
    ]);
    const rehearsal = other.groups.find(({ name }) => name === 'rehearsal');
    const chosen = await refillForm(
      { kind: 'refill', source: 'staging', ...(rehearsal && { group: rehearsal }), filled: FILLED },
      context,
    );
    expect([names(chosen.streams), chosen.streamId]).toEqual([['a', 'b'], undefined]);
  });

  it('opens without a stream that is there no more', async () => {
    const { context } = await openLab({ main: { shop: ['api', 'web'] } });
    const stream = {
      source: 'main',
      groupId: 'gone',
      groupName: 'gone',
      streamId: 'gone',
      streamName: 'gone',
    };
    const form = await openSearch(
      { kind: 'open_search', stream },
      { ...context, settings: { visibility: 'private', stream } },
    );
    expect([form.group?.name, form.streamId]).toEqual(['shop', undefined]);
  });
});

it('a message is looked up in ten groups at most, those that it names first', async () => {
  const groups = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`g${index}`, ['api', 'web']]));
  const { context, asked } = await openLab({ main: { ...groups, payments: ['gateway', 'worker'] } });
  const window = { start: NOW - 60_000, end: NOW };
  const command = {
    kind: 'look_up',
    text: 'payments/gateway: host 10.1.2.3 is down',
    window,
    threadTs: '1.0',
  } as const;
  const form = await lookUp(command, context);
  const stream = form.streams.find(({ id }) => id === form.streamId);
  expect([form.group?.name, stream?.name]).toEqual(['payments', 'gateway']);
  expect(form.filled.about).toEqual({ threadTs: '1.0', found: ['10.1.2.3'] });
  expect([form.filled.entries.words, form.filled.entries.window]).toEqual(['', 'range']);
  expect(asked?.lists).toBe(11);
});
