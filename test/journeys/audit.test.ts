import { beforeAll, describe, expect, it } from 'vitest';
import { asText } from '../views/as-text.ts';
import { openAudit } from './audit-table.ts';
import { type Faulty, openFaulty } from './faulty.ts';
import { onlyChanged, onlyPosted, WINDOW } from './journey.ts';
import type { Placed } from './look.ts';
import { actionsOf } from './workspace.ts';

const [START, END] = [Date.UTC(2025, 2, 3, 9), Date.UTC(2025, 2, 3, 10)];

let journey: Faulty;
let audit: Awaited<ReturnType<typeof openAudit>>;
beforeAll(async () => {
  journey = await openFaulty();
  audit = await openAudit(journey);
  await journey.addStream('edge/audited');
  await journey.log('edge/audited', ['one', 'two', 'three']);
});

/** What the news say of acts: without what all records hold. */
async function factsOf() {
  return (await audit.news()).map(
    ({ day, at, receivedAt, job, requestId, attempt, user, channel, team, ltsRequestIds, ...facts }) => facts,
  );
}

const streamId = expect.stringMatching(/^[\w-]{36}$/);
const read = {
  verb: 'read',
  source: 'local',
  group: 'edge',
  streams: ['audited'],
  streamId,
  phase: 'ended',
  outcome: 'ok',
};
const window = { start: START, end: END };

describe('what is recorded', () => {
  it('of any act is who did it, where, when, and by which requests', async () => {
    await audit.news();
    const omar = journey.person('operator');
    const before = Date.now();
    await omar.ask('/lts streams edge');
    const [record, ...more] = await audit.news();
    expect(more).toEqual([]);
    if (!record) throw new Error('nothing is recorded');
    const { receivedAt, job } = record;
    expect(record).toEqual({
      day: new Date(receivedAt).toISOString().slice(0, 10),
      at: `${new Date(receivedAt).toISOString()}#${job}#ended#ok`,
      receivedAt,
      job,
      requestId: expect.stringMatching(/./),
      attempt: 1,
      user: omar.user,
      channel: journey.slack.channels.find(({ name }) => name === 'ops')?.id,
      team: expect.stringMatching(/^T/),
      phase: 'ended',
      command: 'streams',
      verb: 'read',
      source: 'local',
      group: 'edge',
      outcome: 'ok',
      ltsRequestIds: [expect.stringMatching(/./), expect.stringMatching(/./)],
    });
    expect(receivedAt >= before && receivedAt <= Date.now()).toBe(true);
    const logged = journey.errors.filter((line) => line.includes('"message":"audit"') && line.includes(job));
    expect(logged.map((line) => JSON.parse(line.slice(line.indexOf('{'))))).toMatchObject([
      { phase: 'ended', command: 'streams', verb: 'read', source: 'local', outcome: 'ok', user: omar.user },
    ]);
    expect(logged.join()).not.toContain('edge');
  });

  it('of reading is what was read, by its names, and in which window', async () => {
    const rita = journey.person('reader');
    await audit.news();
    const page = await rita.ask(`/lts logs edge/audited limit:1 ${WINDOW}`);
    const older = onlyChanged(await rita.press(page, 'older'));
    await rita.press(older, 'share');
    await rita.press(older, 'export');
    onlyPosted(await rita.press(older, 'around'));
    const streams = onlyPosted(await rita.choose(await rita.ask('/lts groups'), 'streams', 'edge'));
    await rita.choose(streams, 'logs', 'audited');
    const anyWindow = { start: expect.any(Number), end: expect.any(Number) };
    expect(await factsOf()).toEqual([
      { ...read, command: 'logs', window },
      { ...read, command: 'page', window },
      { ...read, command: 'share', verb: 'share', window },
      ...['begun', 'ended'].map((phase) => ({
        ...read,
        ...(phase === 'begun' && { outcome: undefined }),
        phase,
        command: 'export',
        verb: 'export',
        window,
        detail: { format: 'ndjson' },
      })),
      { ...read, command: 'around', window: anyWindow },
      { command: 'groups', verb: 'read', source: 'local', phase: 'ended', outcome: 'ok' },
      {
        command: 'picked_group',
        verb: 'read',
        source: 'local',
        group: 'edge',
        phase: 'ended',
        outcome: 'ok',
      },
      { ...read, command: 'picked_stream', window: anyWindow },
    ]);
  });

  it('of a change is that it begins, and what came of it', async () => {
    const omar = journey.person('operator', 'general');
    await audit.news();
    await omar.ask('/lts group create bought ttl:3');
    await omar.ask('/lts stream create bought/one');
    await omar.ask('/lts transfer edge/audited bucket:lts-archive every:5min');
    await omar.ask('/lts use edge/audited');
    await omar.ask('/lts use none');
    await omar.ask('/lts source local');
    await omar.ask('/lts answers private');
    const both = (facts: object) => [
      { source: 'local', ...facts, phase: 'begun' },
      { source: 'local', ...facts, phase: 'ended', outcome: 'ok' },
    ];
    const settings = { verb: 'settings' };
    expect(await factsOf()).toEqual([
      ...both({ command: 'create_group', verb: 'create', group: 'bought', detail: { retentionDays: 3 } }),
      ...both({ command: 'create_stream', verb: 'create', group: 'bought', streams: ['one'] }),
      ...both({
        command: 'transfer',
        verb: 'transfer',
        group: 'edge',
        streams: ['audited'],
        detail: { bucket: 'lts-archive' },
      }),
      ...both({ command: 'use', ...settings, group: 'edge', streams: ['audited'] }),
      ...both({ command: 'use', ...settings, detail: { setTo: 'none' } }),
      ...both({ command: 'source', ...settings, detail: { setTo: 'local' } }),
      ...both({ command: 'answers', ...settings, detail: { setTo: 'private' } }),
    ]);
  });

  it('of what is not done is why', async () => {
    const [omar, rita] = [journey.person('operator'), journey.person('reader')];
    await audit.news();
    await rita.ask('/lts lgos edge/audited');
    await rita.ask('/lts streams nowhere');
    await rita.ask('/lts group create mine');
    await omar.ask('/lts group create edge');
    await journey.refuse(403, 'LTS.0001', { path: '/content/query' });
    await rita.ask(`/lts logs edge/audited ${WINDOW}`);
    const ended = { phase: 'ended', verb: 'read', source: 'local' };
    const create = { command: 'create_group', verb: 'create', detail: { retentionDays: 7 } };
    expect(await factsOf()).toEqual([
      { command: 'unread', phase: 'ended', outcome: 'mistake' },
      { ...ended, command: 'streams', group: 'nowhere', outcome: 'mistake' },
      { ...create, group: 'mine', phase: 'ended', outcome: 'not_allowed' },
      { ...create, group: 'edge', source: 'local', phase: 'begun' },
      { ...create, group: 'edge', source: 'local', phase: 'ended', outcome: 'LTS.0101' },
      {
        ...ended,
        command: 'logs',
        group: 'edge',
        streams: ['audited'],
        streamId,
        window,
        outcome: 'LTS.0001',
      },
    ]);
  });

  it('is no word of a search, no label, and nothing else that was typed, nor is it logged', async () => {
    const rita = journey.person('reader');
    await audit.news();
    await journey.log('edge/audited', [{ content: 'SEEKRIT one', labels: { level: 'SEEKRIT' } }]);
    const page = await rita.ask(`/lts logs edge/audited "SEEKRIT one" level=SEEKRIT ${WINDOW}`);
    for (const action of ['older', 'newer', 'around', 'share', 'export'])
      if (actionsOf(page).includes(action)) await rita.press(page, action);
    for (const text of [
      'SEEKRIT',
      'logs SEEKRIT',
      'logs SEEKRIT/password since:1h',
      'logs edge/SEEKRIT since:1h',
      'logs edge/audited SEEKRIT since:SEEKRIT',
      'logs edge/audited "SEEKRIT',
      'source SEEKRIT',
      'audit who:SEEKRIT',
    ]) {
      await rita.ask(`/lts ${text}`);
    }
    const records = await audit.news();
    expect(records.map(({ command }) => command)).toEqual(
      expect.arrayContaining(['share', 'export', 'unread']),
    );
    expect(JSON.stringify(records)).not.toMatch(/seekrit/i);
    expect(journey.errors.join()).not.toMatch(/seekrit/i);
  });
});

describe('/lts audit', () => {
  /** The acts that a message lists, without their times. */
  const actsIn = (message: Placed) =>
    [...asText(message).matchAll(/^• \d{4}-\d\d-\d\d \d\d:\d\d:\d\d {2}(.*)$/gm)].map(([, act]) => act);

  it('shows who may see it what was done, newest first, and them alone, whatever the channel has set', async () => {
    const [omar, rita] = [journey.person('operator', 'random'), journey.person('reader', 'random')];
    await omar.ask('/lts answers public');
    await rita.ask('/lts streams edge');
    await omar.ask('/lts stream create edge/newest');
    await rita.ask('/lts use edge/newest');
    const shown = await omar.ask('/lts audit since:1h');
    expect(shown.visibleTo).toBe(omar.user);
    const where = `#${journey.slack.channels.find(({ name }) => name === 'random')?.id}`;
    expect(actsIn(shown).slice(0, 4)).toEqual([
      `@${rita.user} · ${where} · default stream: edge/newest · not allowed`,
      `@${omar.user} · ${where} · create log stream: edge/newest · done`,
      `@${rita.user} · ${where} · list log streams: edge · done`,
      `@${omar.user} · ${where} · answers (public) · done`,
    ]);
    const refused = await rita.ask('/lts audit');
    expect([refused.visibleTo, actsIn(refused)]).toEqual([rita.user, []]);
  });

  it('shows one person, by me, an id or a mention', async () => {
    const [omar, rita] = [journey.person('operator', 'random'), journey.person('reader', 'random')];
    await rita.ask('/lts streams edge');
    await omar.ask('/lts streams edge');
    for (const [who, user] of [
      ['me', omar.user],
      [rita.user, rita.user],
      // Slack gives their ids, as the manifest asks it to.
      ['@rita', rita.user],
    ]) {
      const acts = actsIn(await omar.ask(`/lts audit who:${who}`));
      expect(acts.length).toBeGreaterThan(0);
      expect(acts.filter((act) => !act?.startsWith(`@${user} · `))).toEqual([]);
    }
  });
});
