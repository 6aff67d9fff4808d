import { expect, test } from 'vitest';
import { actions, button, list } from './block-builders.ts';
import { clientOf } from './client.ts';
import { formOf, postJson, startWorkspace } from './harness.ts';
import { call, form, newTrigger, open, payloadOf, postMessage, section, views } from './view-builders.ts';

test('messages of one millisecond have a ts each, in the order in which they are listed', async () => {
  const fixture = await startWorkspace();
  const client = clientOf(fixture);
  const [channel, user] = [fixture.channel('general'), fixture.person('reader')];
  const { ts: thread_ts = '' } = await client.chat.postMessage({ channel, text: 'parent' });
  const ways = [
    (text: string) => fixture.post('/local/type', { channel, user, text }),
    (text: string) => client.chat.postEphemeral({ channel, user, text }),
    (text: string) => client.chat.postMessage({ channel, text, thread_ts }),
  ];
  await Promise.all(list(1000, (index) => ways[index % ways.length]?.(`${index}`)));
  const top = await fixture.messages({ channel });
  const [, ...replies] = await fixture.messages({ channel, threadTs: thread_ts });
  const all = [...top, ...replies].map((each) => each.ts);
  expect(new Set(all).size).toBe(1001);
  for (const each of [top, replies].map((messages) => messages.map(({ ts }) => ts))) {
    expect(each).toEqual([...each].sort());
  }
});

test('mentions typed at once are events of their own', async () => {
  const fixture = await startWorkspace();
  const fields = { channel: fixture.channel('ops'), user: fixture.person('reader') };
  await Promise.all(list(100, (index) => fixture.post('/local/type', { ...fields, text: `@lts ${index}` })));
  const events = fixture.heard.map((each) => JSON.parse(each.raw));
  expect(new Set(events.map((each) => each.event_id)).size).toBe(100);
  expect(new Set(events.map((each) => each.event.text)).size).toBe(100);
});

test('two clicks at once are two payloads with triggers and URLs of their own', async () => {
  const fixture = await startWorkspace();
  const messageTs = await postMessage(fixture, [actions(button({ action_id: 'more' }))]);
  const fields = { channel: fixture.channel('ops'), user: fixture.person('operator'), messageTs };
  const click = () => fixture.post('/local/click', { ...fields, actionId: 'more' });
  await Promise.all([click(), click()]);
  const payloads = fixture.heard.map((each) => JSON.parse(formOf(each).payload ?? ''));
  for (const name of ['trigger_id', 'response_url']) {
    expect(new Set(payloads.map((each) => each[name])).size).toBe(2);
  }
});

test('a response_url has five uses, also for those who use it at once', async () => {
  const fixture = await startWorkspace();
  const messageTs = await postMessage(fixture, [actions(button({ action_id: 'more' }))]);
  const fields = { channel: fixture.channel('ops'), user: fixture.person('operator'), messageTs };
  await fixture.post('/local/click', { ...fields, actionId: 'more' });
  const url: string = payloadOf(fixture).response_url;
  const answers = await Promise.all(list(10, (index) => postJson(url, { text: `${index}` })));
  expect(answers.filter((each) => each.status === 200)).toHaveLength(5);
  expect(await fixture.messages({ channel: fixture.channel('ops') })).toHaveLength(6);
});

test('one trigger_id opens one view, also for those who use it at once', async () => {
  const fixture = await startWorkspace();
  const client = clientOf(fixture);
  const trigger_id = await newTrigger(fixture);
  const opened = await Promise.allSettled(
    list(5, () => client.apiCall('views.open', { trigger_id, view: form([section()]) })),
  );
  expect(opened.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
  expect(await views(fixture)).toHaveLength(1);
});

test('what answers to one view push at once stands one on the other', async () => {
  const fixture = await startWorkspace();
  const { id } = await open(fixture, form([section()]));
  fixture.reply({ body: JSON.stringify({ response_action: 'push', view: form([section()]) }) });
  const submit = () => fixture.post('/local/submit', { user: fixture.person('operator'), viewId: id });
  await Promise.all([submit(), submit()]);
  const [top, middle, root] = await views(fixture);
  expect(root?.id).toBe(id);
  const { view } = await call(fixture, 'views.update', { view_id: top?.id, view: form([section()]) });
  expect(view.previous_view_id).toBe(middle?.id);
});

test('a form that is submitted twice at once is closed once', async () => {
  const fixture = await startWorkspace();
  const { id } = await open(fixture, form([section()]));
  const submit = () => fixture.post('/local/submit', { user: fixture.person('operator'), viewId: id });
  const answers = await Promise.all([submit(), submit()]);
  expect(answers.map((each) => each.body.status)).toEqual([200, 200]);
  expect(await views(fixture)).toEqual([]);
});
