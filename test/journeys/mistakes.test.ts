import { describe, expect, it } from 'vitest';
import { openJourney } from './journey.ts';

const LINES = [
  'lgos checkout/api',
  'groups all',
  'streams',
  'streams chekout',
  'streams nowhere',
  'logs',
  'logs checkout/apu error',
  'logs nowhere/api',
  'logs checkout/api sinse:1h',
  'logs checkout/api since:',
  'logs checkout/api since:99d',
  'logs checkout/api since:soon',
  'logs checkout/api from:2025-03-03T10:00 to:2025-03-03T09:00',
  'logs checkout/api from:2125-01-01',
  'logs checkout/api to:09:00',
  'logs checkout/api since:1h from:09:00',
  'logs checkout/api limit:0',
  'logs checkout/api order:up',
  'logs checkout/api *out',
  'logs checkout/api "payment failed',
  `logs checkout/api ${'very '.repeat(300)}long`,
  'logs "GET /health" since:1h',
  'group',
  'group craete night',
  'group create ttl:7',
  'group create a/b',
  'group create night ttl:400',
  'stream create checkout',
  'help tmes',
  'use checkout',
  'answers loudly',
  'source lcal',
];

describe.each(['en', 'zh'] as const)('in %s', (language) => {
  it('each mistake is marked in the line that was typed, and told with an example', async () => {
    const journey = await openJourney(language);
    const omar = journey.person('operator');
    for (const line of LINES) expect((await omar.ask(`/lts ${line}`)).visibleTo).toBe(omar.user);
    await journey.expectReads('mistakes');
  });

  it('help tells of every command, topic by topic', async () => {
    const journey = await openJourney(language);
    const omar = journey.person('operator');
    const help = await omar.ask('/lts');
    expect((await omar.ask('/lts help')).blocks).toHaveLength(help.blocks.length);
    for (const topic of ['logs', 'times', 'create', 'transfer', 'settings'])
      await omar.ask(`/lts help ${topic}`);
    await journey.expectReads('help');
  });
});

it('nothing is asked of LTS for a line that cannot be read', async () => {
  const journey = await openJourney();
  const asked = async () =>
    ((await (await fetch(`${journey.ltsUrl}/__emulator/requests`)).json()) as unknown[]).length;
  const before = await asked();
  await journey.person('operator').ask('/lts logs checkout/api since:99d');
  expect(await asked()).toBe(before);
});
