import { expect, test } from 'vitest';
import { actions, button } from './block-builders.ts';
import { type Fixture, startWorkspace } from './harness.ts';
import { modal, open, payloadOf, postMessage } from './view-builders.ts';

const ROUTES = ['type', 'click', 'shortcut', 'home', 'submit', 'close', 'rates'];
const BODIES = ['', '{', '[]', 'null', '5', '"text"', '\u0000', '['.repeat(100_000)];

test.each(ROUTES)('POST /local/%s answers 400 to what is no JSON object', async (route) => {
  const { origin } = await startWorkspace();
  for (const body of BODIES) {
    const response = await fetch(`${origin}/local/${route}`, { method: 'POST', body });
    expect([response.status, await response.json()]).toEqual([400, { error: expect.any(String) }]);
  }
});

test.each(['click', 'shortcut', 'home', 'submit', 'close'])(
  'POST /local/%s answers 404 to nobody, whatever stands for a name',
  async (route) => {
    const fixture = await startWorkspace();
    for (const user of ['U0NOBODY', '__proto__', 'constructor', '', {}, [], 5, null, undefined]) {
      const answer = await fixture.post(`/local/${route}`, { user, callbackId: 'global' });
      expect(answer).toEqual({ status: 404, body: { error: expect.any(String) } });
    }
  },
);

test.each([
  ['messages', 'channel=C0NOWHERE'],
  ['messages', 'channel=__proto__'],
  ['messages', ''],
  ['messages', 'channel=C0OPS000001&user=U0NOBODY'],
  ['views', 'user=U0NOBODY'],
  ['views', ''],
  ['files', 'channel=constructor'],
])('GET /local/%s?%s answers 404: a misspelt name is not an empty list', async (route, query) => {
  const { origin } = await startWorkspace();
  const response = await fetch(`${origin}/local/${route}?${query}`);
  expect([response.status, await response.json()]).toEqual([404, { error: expect.any(String) }]);
});

test('an empty threadTs or user in a query is none', async () => {
  const fixture = await startWorkspace();
  const channel = fixture.channel('ops');
  await postMessage(fixture, []);
  expect(await fixture.messages({ channel, threadTs: '', user: '' })).toHaveLength(1);
});

async function startWithButton(): Promise<[Fixture, (fields: object) => ReturnType<Fixture['post']>]> {
  const fixture = await startWorkspace();
  const messageTs = await postMessage(fixture, [actions(button({ action_id: 'more', value: '1' }))]);
  const where = { user: fixture.person('operator'), channel: fixture.channel('ops'), messageTs };
  return [fixture, (fields) => fixture.post('/local/click', { ...where, actionId: 'more', ...fields })];
}

test('a field that is null is not given', async () => {
  const [fixture, click] = await startWithButton();
  expect((await click({ viewId: null, value: null })).status).toBe(200);
  expect(payloadOf(fixture).actions).toMatchObject([{ action_id: 'more', value: '1' }]);
});

test.each([
  [2, 404],
  [true, 400],
  [['1'], 400],
  [{}, 400],
])('a click with the value %j does not press a button of another value', async (value, status) => {
  const [fixture, click] = await startWithButton();
  expect(await click({ value })).toEqual({ status, body: { error: expect.any(String) } });
  expect(fixture.heard).toEqual([]);
});

test('a line of spaces is not sent', async () => {
  const fixture = await startWorkspace();
  const fields = { user: fixture.person('reader'), channel: fixture.channel('ops'), text: ' \n ' };
  expect((await fixture.post('/local/type', fields)).body).toEqual({
    status: 0,
    refused: expect.any(String),
  });
  expect(await fixture.messages({ channel: fixture.channel('ops') })).toEqual([]);
});

test('a view that is open can be used while another person has their own', async () => {
  const fixture = await startWorkspace();
  const blocks = [actions(button({ action_id: 'more' }))];
  const [mine, theirs] = [
    await open(fixture, modal({ blocks })),
    await open(fixture, modal({ blocks }), 'reader'),
  ];
  for (const [role, view] of [
    ['operator', mine],
    ['reader', theirs],
  ] as const) {
    const fields = { user: fixture.person(role), viewId: view.id, actionId: 'more' };
    expect((await fixture.post('/local/click', fields)).status).toBe(200);
    expect(payloadOf(fixture).view.id).toBe(view.id);
  }
});
