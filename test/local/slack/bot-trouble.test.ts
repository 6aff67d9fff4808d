import { expect, test } from 'vitest';
import { actions, button } from './block-builders.ts';
import { type BotReply, last, startWorkspace } from './harness.ts';
import { drive, form, open, postMessage, section, views } from './view-builders.ts';

/** What the bot does, the status and body that are told of a click, and the word that a command's person reads. */
const TROUBLES: [what: string, reply: BotReply, told: object, word: string][] = [
  ['drops the connection', { reset: true }, { status: 0, body: 'unreachable' }, 'dispatch_failed'],
  [
    'drops it in the middle',
    { reset: true, body: 'half' },
    { status: 0, body: 'unreachable' },
    'dispatch_failed',
  ],
  [
    'says gzip and sends none',
    { headers: { 'content-encoding': 'gzip' }, body: 'plain' },
    { status: 0, body: 'unreachable' },
    'dispatch_failed',
  ],
  ['leads elsewhere', { status: 302, headers: { location: '/' } }, { status: 302 }, 'http_client_error'],
];

test.each(TROUBLES)('a bot that %s', async (_what, reply, told, word) => {
  const fixture = await startWorkspace();
  const where = { user: fixture.person('operator'), channel: fixture.channel('ops') };
  const messageTs = await postMessage(fixture, [actions(button({ action_id: 'more' }))]);
  const { id } = await open(fixture, form([section()]));
  fixture.reply(reply);
  await fixture.post('/local/type', { ...where, text: '/lts help' });
  expect(last(await fixture.messages(where))).toMatchObject({
    from: null,
    text: expect.stringContaining(word),
  });
  const clicked = await fixture.post('/local/click', { ...where, messageTs, actionId: 'more' });
  expect(clicked).toMatchObject({ status: 200, body: told });
  expect((await drive(fixture, 'submit', id)).body).toMatchObject(told);
  expect(await views(fixture)).toMatchObject([{ id, errors: { '': expect.any(String) } }]);
  expect(fixture.workspace.waiting()).toEqual([]);
});

test("an answer in JSON that is no message is told to the command's person", async () => {
  const fixture = await startWorkspace();
  const where = { user: fixture.person('operator'), channel: fixture.channel('ops') };
  fixture.reply({ headers: { 'content-type': 'application/json' }, body: '{"text":5}' });
  const { body } = await fixture.post('/local/type', { ...where, text: '/lts help' });
  expect(body).toMatchObject({ status: 200, body: '{"text":5}' });
  expect(last(await fixture.messages(where)).text).toContain('invalid_command_response');
});

test('an event that nobody takes is sent four times, one reason after the other', async () => {
  const fixture = await startWorkspace();
  const fields = { user: fixture.person('reader'), channel: fixture.channel('ops'), text: '@lts help' };
  fixture.reply({ reset: true }, { status: 302 }, { status: 500 });
  expect((await fixture.post('/local/type', fields)).body).toMatchObject({ body: 'connection_failed' });
  await expect.poll(() => fixture.workspace.waiting(), { timeout: 10_000 }).toEqual([]);
  expect(fixture.heard.map((each) => each.headers['x-slack-retry-reason'])).toEqual([
    undefined,
    'connection_failed',
    'http_error',
    'http_error',
  ]);
  expect(new Set(fixture.heard.map((each) => each.raw)).size).toBe(1);
});

test('an answer that does not end within three seconds is none; a view that was closed meanwhile stays closed', async () => {
  const fixture = await startWorkspace();
  const { id } = await open(fixture, form([section()]));
  fixture.reply({ hang: true, body: '{}' }, {});
  const submission = drive(fixture, 'submit', id);
  await expect.poll(() => fixture.workspace.waiting()).toHaveLength(1);
  expect((await drive(fixture, 'close', id)).status).toBe(200);
  expect((await submission).body).toMatchObject({ status: 0, body: 'timeout' });
  expect(await views(fixture)).toEqual([]);
  expect((await drive(fixture, 'submit', id)).status).toBe(404);
});
