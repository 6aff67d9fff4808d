import { expect, it } from 'vitest';
import { decide } from '../../lib/access/decide.ts';
import { guardSources } from '../../lib/access/guard.ts';
import type { Rule } from '../../lib/access/policy.ts';
import type { LtsSource } from '../../lib/commands/lts-sources.ts';
import { findTyped } from '../../lib/commands/run-search.ts';
import { soon } from '../lts/lab.ts';

/** LTS with groups by their names, each with a stream `api`, and what it was asked; an answer takes a moment. */
function openSource(groups: Record<string, string>) {
  const asked: string[] = [];
  const signals: AbortSignal[] = [];
  let underWay = 0;
  const answer = async <T>(call: string, value: () => T): Promise<T> => {
    asked.push(underWay > 0 ? `${call}, meanwhile` : call);
    underWay += 1;
    await new Promise(setImmediate);
    underWay -= 1;
    return value();
  };
  const lts = {
    readsPerMinute: 100,
    listGroups: () =>
      answer('groups', () =>
        Object.entries(groups).map(([log_group_name, log_group_id]) => {
          return { log_group_id, log_group_name, creation_time: 0, ttl_in_days: 7 };
        }),
      ),
    listStreams: (groupId: string, signal: AbortSignal) => {
      signals.push(signal);
      return answer(`streams of ${groupId}`, () => {
        if (!Object.values(groups).includes(groupId)) throw new Error('no such group');
        return [{ log_stream_id: `${groupId}-api`, log_stream_name: 'api', creation_time: 0 }];
      });
    },
  } as Partial<LtsSource> as LtsSource;

  /** One job's search for `checkout/api`, by somebody who may read these groups. */
  async function find(readable: string, target = 'checkout') {
    const rules: Rule[] = [{ who: ['everyone'], may: ['read'], groups: [readable] }];
    const access = decide({ readOnly: false, rules }, ['main'], true);
    const sources = guardSources(new Map([['main', lts]]), access, 'read');
    const context = { sources, audit: { note() {}, begins: async () => {} }, signal: soon() };
    const { streamId } = await findTyped('main', { group: target, stream: 'api' }, context);
    return { streamId, asked: asked.splice(0) };
  }
  return { groups, find, signals };
}

it('what was found before is asked for at once, with the groups', async () => {
  const { find } = openSource({ checkout: 'g1', other: 'g2' });
  expect(await find('*')).toEqual({ streamId: 'g1-api', asked: ['groups', 'streams of g1'] });
  const again = { streamId: 'g1-api', asked: ['streams of g1', 'groups, meanwhile'] };
  expect(await find('*')).toEqual(again);
  expect(await find('*', 'g1')).toEqual(again);
});

it('a group that was made anew under its name is the one that is searched', async () => {
  const { groups, find } = openSource({ checkout: 'g1' });
  await find('*');
  groups.checkout = 'g2';
  const asked = ['streams of g1', 'groups, meanwhile', 'streams of g2'];
  expect(await find('*')).toEqual({ streamId: 'g2-api', asked });
});

it('an id leads to its group, though another one has that for a name', async () => {
  const { find } = openSource({ checkout: 'g1', g1: 'g2' });
  expect(await find('*', 'g1')).toEqual({ streamId: 'g1-api', asked: ['groups', 'streams of g1'] });
  const guessed = ['streams of g1', 'groups, meanwhile'];
  expect(await find('*', 'g1')).toEqual({ streamId: 'g1-api', asked: guessed });
});

it('two groups that have taken each other’s names are not taken for one another', async () => {
  const { groups, find } = openSource({ checkout: 'g1', other: 'g2' });
  await find('*');
  Object.assign(groups, { checkout: 'g2', other: 'g1' });
  expect(await find('*')).toMatchObject({ streamId: 'g2-api' });
  expect(await find('*')).toMatchObject({ asked: ['streams of g2', 'groups, meanwhile'] });
});

it('a group that has gone is not there, though it was a moment ago, and nothing goes on being asked', async () => {
  const { groups, find, signals } = openSource({ checkout: 'g1' });
  await find('*');
  delete groups.checkout;
  await expect(find('*')).rejects.toMatchObject({ mistake: { kind: 'unknown_group' } });
  expect(signals.at(-1)?.aborted).toBe(true);
});

it('nothing is asked for ahead of what the policy says, for whoever may read a part alone', async () => {
  const { find } = openSource({ checkout: 'g1', secret: 'g2' });
  await find('*');
  expect(await find('checkout')).toMatchObject({ asked: ['groups', 'streams of g1'] });
  await expect(find('checkout', 'secret')).rejects.toMatchObject({ mistake: { kind: 'unknown_group' } });
});
