import { expect, it } from 'vitest';
import { deadlineIn } from '../../lib/slack/deadline.ts';
import { DeliveryError, type Verdict } from '../../lib/slack/delivery-error.ts';
import { patiently } from '../../lib/slack/patience.ts';
import { failureOf } from '../lts/lab.ts';

/** Fails with each of these in turn, and then works; gives when each call was made, in ms. */
async function callWith(failures: readonly Error[], ms = 10_000) {
  const begun = performance.now();
  const at: number[] = [];
  const call = async () => {
    at.push(performance.now() - begun);
    const failure = failures[at.length - 1];
    if (failure) throw failure;
    return 'taken';
  };
  const outcome = await patiently(call, deadlineIn(ms)).catch((error: unknown) => error);
  return { outcome, at, waits: at.slice(1).map((time, index) => time - (at[index] ?? 0)) };
}

const failure = (verdict: Verdict, retryAfterMs?: number) =>
  new DeliveryError('no', verdict, { retryAfterMs });

it('what is taken is not called again', async () => {
  expect(await callWith([])).toMatchObject({ outcome: 'taken', at: { length: 1 } });
});

it('waits longer each time, and ends with the fourth failure', async () => {
  const failures = Array.from({ length: 5 }, () => failure('again', undefined));
  const { outcome, waits } = await callWith(failures);
  expect(outcome).toBe(failures[3]);
  expect(waits.map((wait) => Math.round(wait / 100) * 100)).toEqual([300, 1_000, 3_000]);
});

it('waits as long as Slack asks, be it shorter or longer than usual', async () => {
  const { outcome, waits } = await callWith([failure('again', 0), failure('again', 1_200)]);
  expect(outcome).toBe('taken');
  expect(waits[0]).toBeLessThan(200);
  expect(waits[1]).toBeGreaterThanOrEqual(1_195);
  expect(waits[1]).toBeLessThan(2_500);
});

it.each([
  ['usual', undefined, 250],
  ['that Slack asks for', 5_000, 4_000],
])('does not wait at all when there is no time for the wait %s', async (_, retryAfterMs, ms) => {
  const first = failure('again', retryAfterMs);
  const { outcome, at } = await callWith([first], ms);
  expect(outcome).toBe(first);
  expect(at).toHaveLength(1);
});

it.each([failure('elsewhere'), failure('content'), failure('unsure'), new TypeError('ours')])(
  'calls nothing again that %s',
  async (error) => {
    expect(await failureOf(patiently(() => Promise.reject(error), deadlineIn(10_000)))).toBe(error);
    expect((await callWith([error])).at).toHaveLength(1);
  },
);
