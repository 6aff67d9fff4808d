import { expect, test } from 'vitest';
import { startWorkspace } from './harness.ts';

test('it describes its people and channels', async () => {
  const { slack, origin } = await startWorkspace();
  expect(slack).toMatchObject({ apiUrl: `${origin}/api`, command: '/lts' });
  expect(slack.users.map((user) => user.role)).toEqual(['reader', 'operator', 'approver', 'guest']);
  for (const user of slack.users) expect(user.id).toMatch(/^U[A-Z0-9]{8,}$/);
  const [directs, shared] = [true, false].map((isIm) => slack.channels.filter((each) => each.isIm === isIm));
  expect(shared?.map(({ name, isPrivate, botIsMember }) => [name, isPrivate, botIsMember])).toEqual([
    ['general', false, true],
    ['ops', false, true],
    ['incident-checkout', false, true],
    ['random', false, false],
    ['security-review', true, false],
  ]);
  expect(directs?.map((each) => each.name)).toEqual(slack.users.map((user) => user.name));
  for (const each of shared ?? []) expect(each.id).toMatch(/^C[A-Z0-9]{8,}$/);
  for (const each of directs ?? []) expect(each.id).toMatch(/^D[A-Z0-9]{8,}$/);
});

test('an alert of another bot waits in the incident channel', async () => {
  const fixture = await startWorkspace();
  const [alert, ...others] = await fixture.messages({ channel: fixture.channel('incident-checkout') });
  expect(alert).toMatchObject({ text: expect.stringContaining('checkout'), visibleTo: null });
  expect(alert?.from).not.toBe(fixture.slack.botUserId);
  expect(others).toEqual([]);
});

test('it leaves other paths to its carrier', async () => {
  const { origin } = await startWorkspace();
  for (const path of ['/', '/local.json', '/local/idle', '/slack/events']) {
    expect((await fetch(`${origin}${path}`)).status).toBe(418);
  }
});

test('bodies that are no JSON object and unknown channels are refused', async () => {
  const fixture = await startWorkspace();
  expect((await fixture.post('/local/type', [])).status).toBe(400);
  expect((await fixture.post('/local/click', 'text')).status).toBe(400);
  expect((await fetch(`${fixture.origin}/local/messages?channel=C0NOWHERE`)).status).toBe(404);
});

test("nobody sees another person's direct message", async () => {
  const fixture = await startWorkspace();
  const channel = fixture.channel('omar');
  await fixture.post('/local/type', { user: fixture.person('operator'), channel, text: 'mine' });
  expect(await fixture.messages({ channel, user: fixture.person('operator') })).toHaveLength(1);
  expect(await fixture.messages({ channel, user: fixture.person('reader') })).toEqual([]);
});
