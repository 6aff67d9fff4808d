import { expect, it } from 'vitest';
import { createLatestSearches } from '../../lib/store/latest-searches.ts';
import { openTable } from './table.ts';

const NOW = 1_800_000_000_000;
const DAY = 24 * 3_600_000;
const ID = 'latest#T#U';

async function open() {
  const table = await openTable();
  const dynamodb = table.connect();
  let now = NOW;
  const of = (userId: string, teamId = 'T') =>
    createLatestSearches(dynamodb, 'State', { teamId, userId }, () => now);
  const passes = (ms: number) => {
    now += ms;
  };
  return { ...table, dynamodb, of, mine: of('U'), passes };
}

const search = (name: string, at = NOW) => ({ name, value: `value of ${name}`, at });
const namesOf = (searches: readonly { readonly name: string }[]) => searches.map(({ name }) => name);

it('keeps five searches, the latest first, and each once', async () => {
  const { mine, read } = await open();
  expect(await mine.list()).toEqual([]);
  for (const [index, name] of ['a', 'b', 'c', 'd', 'e', 'f', 'b'].entries())
    await mine.add(search(name, NOW + index));
  expect(namesOf(await mine.list())).toEqual(['b', 'f', 'e', 'd', 'c']);
  expect((await mine.list())[0]).toEqual(search('b', NOW + 6));
  // An item of five, that the table lets go of in time.
  expect(Object.keys((await read(ID)) ?? {})).toHaveLength(7);
  expect(await read(ID)).toMatchObject({ expiresAt: (NOW + 30 * DAY) / 1_000 });
});

it('loses none of several that are made at once', async () => {
  const { mine } = await open();
  await Promise.all(['a', 'b', 'c', 'd', 'e'].map((name, index) => mine.add(search(name, NOW + index))));
  expect(namesOf(await mine.list())).toEqual(['e', 'd', 'c', 'b', 'a']);
});

it('loses none that is made again while another one takes its place', async () => {
  const { mine, fault } = await open();
  for (const [index, name] of ['a', 'b', 'c', 'd', 'e'].entries()) await mine.add(search(name, NOW + index));
  // What would drop `a` has looked, and comes late.
  fault({ delayMs: 300 }, { bodyIncludes: 'value of f' });
  await Promise.all([mine.add(search('f', NOW + 8)), mine.add(search('a', NOW + 9))]);
  expect(namesOf(await mine.list())).toEqual(['a', 'f', 'e', 'd', 'c']);
});

it('keeps people apart, and workspaces', async () => {
  const { of } = await open();
  await of('U').add(search('a'));
  expect([await of('V').list(), await of('U', 'T2').list()]).toEqual([[], []]);
});

it('gives none that is older than 30 days, whether or not the table has let go of it', async () => {
  const { mine, passes } = await open();
  await mine.add(search('old'));
  await mine.add(search('new', NOW + DAY));
  passes(30 * DAY);
  expect(namesOf(await mine.list())).toEqual(['new']);
});

it('drops first what another version wrote', async () => {
  const { mine, dynamodb, read } = await open();
  await dynamodb.send('UpdateItem', {
    TableName: 'State',
    Key: { id: ID },
    UpdateExpression: 'SET #odd = :odd, oddity = :odd',
    ExpressionAttributeNames: { '#odd': 'search#odd' },
    ExpressionAttributeValues: { ':odd': 1 },
  });
  for (const [index, name] of ['a', 'b', 'c', 'd', 'e'].entries()) await mine.add(search(name, NOW + index));
  expect(namesOf(await mine.list())).toEqual(['e', 'd', 'c', 'b', 'a']);
  expect(await read(ID)).toMatchObject({ oddity: 1 });
  expect(await read(ID)).not.toHaveProperty('search#odd');
});

it('waits for a table that does not answer no longer than a second', async () => {
  const { mine, fault } = await open();
  for (const wait of [() => mine.list(), () => mine.add(search('a'))]) {
    fault({ delayMs: 3_000 });
    const before = performance.now();
    await expect(wait()).rejects.toThrow();
    expect(performance.now() - before).toBeLessThan(2_000);
  }
});
