import { expect, it } from 'vitest';
import { openFaulty, said } from './faulty.ts';

const GROUPS = { method: 'GET', path: '/groups' };
const ANSWER = 'ops privately: Log groups: checkout, payments, edge';
const NOTE = 'ops privately: Still at work on this; it takes longer than usual. The answer will follow.';
const TOO_MANY = 'ops privately: LTS has had too many requests. Try again in a minute.';
const INTERNAL =
  'ops privately: LTS has an internal error. Try again in a moment; if it stays, tell Huawei Cloud support.';
const UNREACHABLE = 'ops privately: LTS could not be reached, or broke off. Try again in a moment.';

/** What a person reads who asks for the groups, while LTS answers `times` times as the fault says. */
async function askWith(fault: object, times = 1) {
  const journey = await openFaulty();
  await journey.ltsFault({ match: GROUPS, ...fault, times });
  const before = await journey.asked();
  const read = said(await journey.person('operator').type('/lts groups'));
  return { read, asked: (await journey.asked()) - before };
}

it('an LTS that takes over three seconds is waited for, with a word about it', async () => {
  expect(await askWith({ delayMs: 3_300 })).toEqual({ read: [NOTE, ANSWER], asked: 1 });
});

it.each([
  { abort: true },
  { truncate: true },
  { status: 500 },
  { status: 503 },
  { status: 429 },
  { status: 429, headers: { 'retry-after': '1' } },
  { body: '{"log_groups":[{"log_gr' },
])('an LTS that fails once with %j is asked again', async (fault) => {
  expect(await askWith(fault)).toEqual({ read: [ANSWER], asked: 2 });
});

it.each([
  [{ abort: true }, UNREACHABLE],
  [{ truncate: true }, UNREACHABLE],
  [{ status: 500 }, INTERNAL],
  [{ status: 503, body: '<html>' }, INTERNAL],
  [{ status: 429 }, TOO_MANY],
  [
    { body: '{"log_groups":[{"log_gr' },
    'ops privately: LTS sent an answer that cannot be read. Try again; if it stays, tell its support.',
  ],
])('an LTS that always fails with %j is told of after four attempts', async (fault, told) => {
  expect(await askWith(fault, 4)).toEqual({ read: [told], asked: 4 });
});

it.each([
  [{ status: 429, headers: { 'retry-after': '60' } }, TOO_MANY],
  [
    {
      status: 401,
      body: { error_code: 'APIGW.0301', error_msg: 'Incorrect IAM authentication information' },
    },
    'ops privately: Huawei Cloud did not accept the signature. Tell those who run the bot: the access key and secret key of this source need a look.',
  ],
])('an LTS that says %j is not asked again', async (fault, told) => {
  expect(await askWith(fault)).toEqual({ read: [told], asked: 1 });
});

it('a group that LTS makes too slowly for a person is told of with a note, and made once', async () => {
  const journey = await openFaulty();
  await journey.ltsFault({ match: { method: 'POST', path: '/groups' }, delayMs: 3_300 });
  expect(said(await journey.person('operator').type('/lts group create slow'))).toEqual([
    NOTE,
    'ops privately: The log group slow now exists. It keeps logs for 7 days.',
  ]);
  expect(await journey.writesOf('"slow"')).toEqual([201]);
});
