import { describe, expect, it } from 'vitest';
import { openJourney } from './journey.ts';

interface Request {
  readonly path: string;
  readonly body: string;
}

describe.each(['en', 'zh'] as const)('in %s', (language) => {
  it('streams are copied to a bucket, and what cannot be is told with what to do', async () => {
    const journey = await openJourney(language);
    const omar = journey.person('operator');
    const transfer = (text: string) => omar.ask(`/lts transfer ${text}`);
    const done = await transfer('checkout/api,worker bucket:lts-archive every:5min');
    expect(done.visibleTo).toBe(omar.user);
    await transfer('payments/ledger bucket:lts-test every:1hour format:json prefix:led dir:2025 off');
    await transfer('checkout/api bucket:lts-archive every:1hour');
    await transfer('edge/nginx bucket:no-such-bucket every:1hour');
    await journey.refuse(403, 'LTS.0018', { path: '/log-dump/obs' });
    await transfer('edge/nginx bucket:lts-archive every:1hour');
    await journey.ltsFault({ match: { path: '/log-dump/obs' }, truncate: true });
    await transfer('payments/gateway bucket:lts-archive every:12hour');
    await journey.expectReads('transfer');
  });

  it('what is missing or wrong in it is marked', async () => {
    const journey = await openJourney(language);
    const omar = journey.person('operator');
    for (const text of [
      'bucket:lts-archive every:5min',
      'checkout/api',
      'checkout/api bucket:lts-archive',
      'checkout/api bucket:lts-archive every:7min',
      'checkout/api bucket:xs every:5min',
      'checkout/api bucket:lts-archive every:5min format:xml',
      'checkout/api,wrker bucket:lts-archive every:5min',
      'checkout/api,api bucket:lts-archive every:5min',
    ])
      await omar.ask(`/lts transfer ${text}`);
    await journey.expectReads('transfer-mistakes');
  });
});

it('LTS is told each thing that was asked for', async () => {
  const journey = await openJourney();
  const omar = journey.person('operator');
  await journey.addStream('edge/cache');
  await omar.ask('/lts transfer edge/cache bucket:lts-test every:2min format:json prefix:c dir:d off');
  const requests = (await (await fetch(`${journey.ltsUrl}/__emulator/requests`)).json()) as Request[];
  const sent = requests.findLast(({ path }) => path.endsWith('/log-dump/obs'));
  expect(JSON.parse(sent?.body ?? '{}')).toMatchObject({
    obs_bucket_name: 'lts-test',
    type: 'cycle',
    storage_format: 'JSON',
    switch_on: false,
    period: 2,
    period_unit: 'min',
    prefix_name: 'c',
    dir_prefix_name: 'd',
  });
});
