import { describe, expect, it } from 'vitest';
import type { Click } from '../../lib/commands/click.ts';
import { latestLines } from '../../lib/commands/latest-lines.ts';
import { startLocalWorkspace } from '../../lib/local/start.ts';
import { encodeClick } from '../../lib/views/buttons.ts';
import { type Journey, type Language, onlyPosted, openJourney, WINDOW } from './journey.ts';
import { compare } from './look.ts';
import { modalsOf } from './modals.ts';
import { policyFile, READ_ONLY, RESTRICTED } from './policies.ts';
import { clickOn } from './signed-click.ts';
import { actionsOf, contentOf, linesOf } from './workspace.ts';

const openRestricted = (language: Language = 'en') => openJourney(language, RESTRICTED);

interface Lts {
  readonly groups: readonly {
    readonly id: string;
    readonly name: string;
    readonly streams: readonly { readonly id: string; readonly name: string }[];
  }[];
}

/** The ids of a stream and its group. */
async function idsOf({ get }: Journey, target: string) {
  const { lts } = await get<{ lts: Lts }>('/local.json');
  const [groupName, streamName] = target.split('/');
  const group = lts.groups.find(({ name }) => name === groupName);
  const stream = group?.streams.find(({ name }) => name === streamName);
  if (!group || !stream) throw new Error(`no ${target}`);
  return { groupId: group.id, streamId: stream.id };
}

/** What comes of a click on a button that no message has. */
async function answersTo(journey: Journey, user: string, click: Click) {
  const before = await journey.look();
  await clickOn(journey, user, 'ops', encodeClick(click));
  return compare(before, await journey.look()).map(({ message }) => message);
}

describe.each(['en', 'zh'] as const)('in %s', (language) => {
  it('a person sees and does what the policy lets them, and is told what they lack and who can help', async () => {
    const journey = await openRestricted(language);
    const rita = journey.person('reader');
    await journey.log('payments/gateway', ['one', 'two', 'three']);
    await rita.ask('/lts help');
    await rita.ask('/lts groups');
    await rita.ask('/lts streams payments');
    await rita.ask('/lts streams edge');
    await rita.ask('/lts streams egde');
    await rita.ask('/lts streams checkuot');
    await rita.ask('/lts logs payments/ledger since:1h');
    await rita.ask(`/lts logs payments/gateway ${WINDOW}`);
    await rita.ask('/lts group create mine');
    await rita.ask('/lts group create edge');
    await rita.ask('/lts group create rita-1');
    await rita.ask('/lts stream create rita-1/api');
    await rita.ask('/lts stream create edge/api');
    await rita.ask('/lts stream create payments/api');
    // In a modal, and the same as for a group that is not there.
    const refused: string[] = [];
    for (const group of ['payments', 'nowhere']) {
      await rita.type(`/lts group delete ${group}`);
      const [modal = ''] = await modalsOf(journey, 'reader').read();
      refused.push(modal.replace(group, 'GROUP'));
    }
    const [hidden, absent] = refused;
    expect(hidden).toContain(language === 'en' ? 'permission “delete”' : '“delete”权限');
    expect(absent).toBe(hidden);
    await rita.ask('/lts transfer payments/gateway bucket:lts-archive every:1hour');
    await rita.ask('/lts help transfer');
    await rita.ask('/lts use checkout/api');
    await rita.ask('/lts use');
    await journey.expectReads('policy');
  });
});

it('what is hidden is told of as what is not there, by name and by id', async () => {
  const journey = await openRestricted();
  const rita = journey.person('reader');
  const edge = await idsOf(journey, 'edge/nginx');
  const ledger = await idsOf(journey, 'payments/ledger');
  const nobody = '12345678-1234-4234-8234-123456789012';
  const commands: readonly [(name: string) => string, hidden: readonly string[], absent: string][] = [
    [(name) => `streams ${name}`, ['edge', edge.groupId], 'zzzz'],
    [(name) => `logs ${name}/nginx since:1h`, ['edge', edge.groupId], 'zzzz'],
    [(name) => `logs payments/${name} since:1h`, ['ledger', ledger.streamId], 'zzzzzz'],
    [(name) => `group create ${name}`, ['edge', 'payments'], 'zzzz'],
    [(name) => `stream create ${name}/x`, ['edge', edge.groupId], nobody],
    [(name) => `stream create payments/${name}`, ['ledger'], 'zzzzzz'],
  ];
  for (const [command, hidden, absent] of commands) {
    const said = async (name: string) => {
      const { text, blocks } = await rita.ask(`/lts ${command(name)}`);
      return JSON.stringify([text, blocks.map(({ block_id: _, ...block }) => block)]).replaceAll(
        name,
        'NAME',
      );
    };
    const expected = await said(absent);
    for (const name of hidden) expect(await said(name)).toBe(expected);
  }
});

describe('a button', () => {
  it('of a page that somebody else shared is no way to what the person may not read', async () => {
    const journey = await openRestricted();
    await journey.log('payments/ledger', ['one', 'two', 'secret']);
    const [omar, rita] = [journey.person('operator'), journey.person('reader')];
    const page = await omar.ask(`/lts logs payments/ledger limit:1 ${WINDOW}`);
    const shared = onlyPosted(await omar.press(page, 'share'));
    for (const action of ['older', 'newer', 'around', 'export']) {
      const answer = onlyPosted(await rita.press(shared, action));
      expect([answer.visibleTo, answer.text]).toEqual([
        rita.user,
        'This log stream does not exist. Look at the list of streams: it may have been deleted or renamed. There may be one that you may not read in this channel. /lts streams payments',
      ]);
    }
  });

  it('with a hidden stream’s ids under the names of a visible one is refused', async () => {
    const journey = await openRestricted();
    await journey.log('payments/ledger', ['secret']);
    const rita = journey.person('reader');
    const ledger = await idsOf(journey, 'payments/ledger');
    const api = await idsOf(journey, 'checkout/api');
    const names = { source: 'local', groupName: 'checkout', streamName: 'api' };
    const search = { ...latestLines(Date.UTC(2025, 2, 3, 10)), start: Date.UTC(2025, 2, 3, 9) };
    const streams = [
      { ...names, ...ledger },
      { ...names, groupId: api.groupId, streamId: ledger.streamId },
      { ...names, groupId: ledger.groupId, streamId: api.streamId },
    ];
    for (const stream of streams) {
      for (const click of [
        { kind: 'page', stream, search, extends: false },
        { kind: 'share', stream, search },
        { kind: 'export', stream, search, format: 'text' },
      ] as const) {
        const answers = await answersTo(journey, rita.user, click);
        expect(JSON.stringify(answers)).not.toContain('secret');
        expect(answers.map(({ visibleTo, text }) => [visibleTo, text])).toEqual([
          [rita.user, expect.stringMatching(/^This log stream does not exist\./)],
        ]);
      }
    }
  });

  it('shows the names that LTS has, and not those that it says', async () => {
    const journey = await openRestricted();
    const rita = journey.person('reader');
    const stream = { source: 'local', ...(await idsOf(journey, 'payments/gateway')) };
    const click = { ...stream, groupName: 'checkout', streamName: 'api' };
    const search = latestLines(Date.now());
    const [page] = await answersTo(journey, rita.user, {
      kind: 'page',
      stream: click,
      search,
      extends: false,
    });
    expect(page?.text).toMatch(/^payments\/gateway/);
    // By the name that it says, it could be shared.
    const [refusal] = await answersTo(journey, rita.user, { kind: 'share', stream: click, search });
    expect([refusal?.visibleTo, refusal?.text]).toEqual([rita.user, expect.stringContaining('“share”')]);
  });

  it('is offered to those who may, and says no to those who click it all the same', async () => {
    const journey = await openRestricted();
    await journey.log('checkout/worker', ['one', 'two']);
    await journey.log('payments/gateway', ['one', 'two']);
    const [omar, rita] = [journey.person('operator'), journey.person('reader')];
    const shareable = await rita.ask(`/lts logs checkout/worker limit:1 ${WINDOW}`);
    expect(actionsOf(shareable)).toEqual(['older', 'newer', 'around', 'share', 'refine']);
    const exportable = await rita.ask(`/lts logs payments/gateway limit:1 ${WINDOW}`);
    expect(actionsOf(exportable)).toEqual(['older', 'newer', 'around', 'export', 'refine']);
    const mine = await omar.ask(`/lts logs checkout/worker limit:1 ${WINDOW}`);
    const shared = onlyPosted(await omar.press(mine, 'share'));
    expect(actionsOf(shared)).toContain('export');
    const answer = onlyPosted(await rita.press(shared, 'export'));
    expect([answer.visibleTo, answer.text]).toEqual([rita.user, expect.stringContaining('“export”')]);
  });
});

describe('whoever may not share', () => {
  it('reads privately where answers are public, and turns a public page for themselves', async () => {
    const journey = await openRestricted();
    await journey.log('payments/gateway', ['turn one', 'turn two', 'turn three']);
    const channel = 'incident-checkout';
    const [omar, rita] = [journey.person('operator', channel), journey.person('reader', channel)];
    await omar.ask('/lts answers public');
    expect((await rita.ask('/lts logs checkout/api since:1h')).visibleTo).toBeNull();
    expect((await rita.ask(`/lts logs payments/gateway turn ${WINDOW}`)).visibleTo).toBe(rita.user);
    expect((await rita.ask('/lts streams checkout')).visibleTo).toBeNull();
    expect((await rita.ask('/lts streams payments')).visibleTo).toBe(rita.user);
    expect((await rita.ask('/lts groups')).visibleTo).toBe(rita.user);
    const page = await omar.ask(`/lts logs payments/gateway turn limit:1 ${WINDOW}`);
    const turned = onlyPosted(await rita.press(page, 'older'));
    expect([turned.visibleTo, turned.threadTs, linesOf(turned).map(contentOf)]).toEqual([
      rita.user,
      null,
      ['turn two'],
    ]);
    const reply = onlyPosted(await omar.press(page, 'older'));
    const beside = onlyPosted(await rita.press(reply, 'older'));
    expect([beside.visibleTo, linesOf(beside).map(contentOf)]).toEqual([rita.user, ['turn one']]);
    const places = (await rita.press(page, 'export')).map(
      ({ message }) => message.visibleTo ?? message.channel,
    );
    expect(new Set(places)).toEqual(new Set(['rita', rita.user]));
  });
});

describe('a channel’s default stream', () => {
  it('that a person may not read is none for them', async () => {
    const journey = await openRestricted();
    const [omar, rita] = [journey.person('operator'), journey.person('reader')];
    await omar.ask('/lts use payments/ledger');
    expect((await omar.ask('/lts use')).text).toContain('payments/ledger');
    for (const text of ['use', 'logs error', 'source', 'answers']) {
      const answer = await rita.ask(`/lts ${text}`);
      expect(JSON.stringify(answer.blocks)).not.toContain('ledger');
    }
    expect((await rita.ask('/lts logs error')).text).toContain(
      'this channel has no default stream yet. The command use sets one. There may be one that you may not read',
    );
  });

  it('is set by those who may, to what they may read', async () => {
    const journey = await openRestricted();
    const rita = journey.person('reader', 'random');
    expect((await rita.ask('/lts use edge/nginx')).text).toContain('There is no log group “edge”.');
    expect((await rita.ask('/lts use payments/ledger')).text).toContain('There is no stream “ledger”');
    expect((await rita.ask('/lts use payments/gateway')).text).toContain('searches payments/gateway');
    expect((await rita.ask('/lts use none')).text).toContain('no default stream any more');
    expect((await journey.person('approver', 'random').ask('/lts use none')).text).toContain('“settings”');
  });
});

describe('a user group', () => {
  it('gives to those who are in it, and to no others', async () => {
    const journey = await openRestricted();
    const [anwen, rita] = [journey.person('approver'), journey.person('reader')];
    expect((await anwen.ask('/lts groups')).text).toBe('日志组：checkout、payments、edge');
    expect((await rita.ask('/lts groups')).text).toMatch(/^Log groups: checkout, payments(, rita-1)?$/);
  });

  it('of which Slack does not say who is in it gives nothing, and that is said until Slack says it', async () => {
    const journey = await openRestricted();
    const rita = journey.person('reader', 'security-review');
    const unsaid = 'Slack did not say which user groups you are in';
    await journey.fault({
      target: 'slack',
      match: { path: 'usergroups.users.list', bodyIncludes: 'S0NIGHT0001' },
      status: 500,
      times: 2,
    });
    expect((await rita.ask('/lts answers public')).text).toMatch(new RegExp(`“settings”.*${unsaid}`));
    expect((await rita.ask('/lts streams edge')).text).toContain(unsaid);
    expect((await rita.ask('/lts answers public')).text).not.toContain(unsaid);
  });
});

it('a rule for a channel holds in that channel', async () => {
  const journey = await openRestricted();
  const [here, there] = [journey.person('reader', 'general'), journey.person('reader', 'rita')];
  expect((await here.ask('/lts logs edge/nginx since:1h')).text).toMatch(/^edge\/nginx/);
  expect((await there.ask('/lts logs edge/nginx since:1h')).text).toMatch(/^There is no log group “edge”/);
});

it('in read-only mode nobody changes anything, and those who may read do', async () => {
  const journey = await openJourney('en', READ_ONLY);
  const [omar, rita] = [journey.person('operator'), journey.person('reader')];
  for (const text of [
    'group create mine',
    'stream create checkout/mine',
    'transfer checkout/api bucket:lts-archive every:1hour',
    'use checkout/api',
    'source local',
    'answers public',
  ]) {
    expect((await omar.ask(`/lts ${text}`)).text).toMatch(
      /^The bot is read-only for now, so nobody may do this\./,
    );
  }
  for (const text of ['group delete checkout', 'stream delete checkout/api']) {
    await omar.type(`/lts ${text}`);
    const [modal] = await modalsOf(journey).read();
    expect(modal).toContain('The bot is read-only for now, so nobody may do this.');
  }
  expect((await omar.ask('/lts groups')).text).toBe('Log groups: checkout, payments, edge');
  for (const text of ['groups', 'help', 'logs checkout/api', 'use', 'help logs']) {
    expect((await rita.ask(`/lts ${text}`)).text).toMatch(/“read”.*Ask those who run the bot\.$/);
  }
});

it('the local workspace does not start with a policy that is wrong', async () => {
  const policy = policyFile('wrong', { rules: [{ who: ['everyone'], may: ['raed'], sources: ['main'] }] });
  const options = {
    port: 0,
    logs: [],
    keepTimes: false,
    language: 'en',
    assembly: '',
    log: () => {},
  } as const;
  const starting = startLocalWorkspace({ ...options, policy, app: { scopes: [], shortcuts: [] } });
  await expect(starting).rejects.toThrow(`${policy}: rules.0.may.0: must be one of read, create`);
});
