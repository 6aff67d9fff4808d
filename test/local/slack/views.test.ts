import { expect, test } from 'vitest';
import { actions, button, plain } from './block-builders.ts';
import { refusal } from './client.ts';
import { startWorkspace } from './harness.ts';
import {
  call,
  drive,
  form,
  input,
  modal,
  newTrigger,
  open,
  payloadOf,
  section,
  views,
} from './view-builders.ts';

const MORE = actions(button({ action_id: 'more' }));

test('views.open answers with the view as Slack keeps it', async () => {
  const fixture = await startWorkspace();
  const { bot_id } = (await call(fixture, 'auth.test', {})) as { bot_id?: string };
  const view = await open(fixture, modal({ private_metadata: 'kept' }));
  expect(view).toEqual({
    id: expect.stringMatching(/^V[A-Z0-9]{8,}$/),
    team_id: fixture.slack.teamId,
    type: 'modal',
    blocks: [{ ...section(), block_id: expect.any(String) }],
    private_metadata: 'kept',
    callback_id: 'form',
    state: { values: {} },
    hash: expect.stringMatching(/^\d{10}\.[\w-]{8}$/),
    title: plain('Form'),
    clear_on_close: false,
    notify_on_close: false,
    close: null,
    submit: null,
    previous_view_id: null,
    root_view_id: view.id,
    app_id: fixture.slack.appId,
    external_id: '',
    app_installed_team_id: fixture.slack.teamId,
    bot_id,
  });
});

test("a guest's view belongs to their own team and names the app's", async () => {
  const fixture = await startWorkspace();
  const view = await open(fixture, modal(), 'guest');
  expect(view.team_id).not.toBe(fixture.slack.teamId);
  expect(view.app_installed_team_id).toBe(fixture.slack.teamId);
});

test('a view is listed with the words of its buttons', async () => {
  const fixture = await startWorkspace();
  await open(fixture, modal({ submit: plain('Send') }));
  expect(await views(fixture)).toMatchObject([{ title: 'Form', submit: 'Send', close: null }]);
});

test('another modal takes the place of the one that is open', async () => {
  const fixture = await startWorkspace();
  await open(fixture, modal());
  const second = await open(fixture, modal());
  expect(await views(fixture)).toMatchObject([{ id: second.id }]);
});

test('views.update changes a view, by id or external id, and its hash', async () => {
  const fixture = await startWorkspace();
  const view = await open(fixture, modal({ external_id: 'mine' }));
  const update = (args: object) =>
    call(fixture, 'views.update', { view: modal({ title: plain('2') }), ...args });
  const { view: second } = await update({ external_id: 'mine' });
  expect(second).toMatchObject({ id: view.id, title: plain('2'), external_id: '' });
  expect(second.hash).not.toBe(view.hash);
  await expect(update({ view_id: view.id, hash: view.hash })).rejects.toEqual(refusal('hash_conflict'));
  expect(await update({ view_id: view.id, hash: second.hash })).toMatchObject({ ok: true });
  expect(await views(fixture)).toMatchObject([{ id: view.id, title: '2' }]);
});

test('views.update finds neither unknown views nor closed ones', async () => {
  const fixture = await startWorkspace();
  const view = await open(fixture, modal({ external_id: 'mine' }));
  await drive(fixture, 'close', view.id);
  const update = (args: object) => call(fixture, 'views.update', { view: modal(), ...args });
  await expect(update({ view_id: view.id })).rejects.toEqual(refusal('not_found'));
  await expect(update({ external_id: 'mine' })).rejects.toEqual(refusal('not_found'));
  await expect(update({})).rejects.toEqual(refusal('invalid_arguments'));
});

test('what a person entered survives an update where block_id and action_id stay', async () => {
  const fixture = await startWorkspace();
  const text = (id: string) =>
    input(id, { type: 'plain_text_input', initial_value: 'new' }, { optional: true });
  const view = await open(fixture, form([text('a'), text('b'), MORE]));
  fixture.reply({ body: JSON.stringify({ response_action: 'errors', errors: { a: 'no' } }) });
  await drive(fixture, 'submit', view.id, { values: { a: 'typed', b: null } });
  await call(fixture, 'views.update', { view_id: view.id, view: form([text('a'), text('c'), MORE]) });
  await drive(fixture, 'click', view.id, { actionId: 'more' });
  expect(payloadOf(fixture).view.state.values).toEqual({
    a: { a: { type: 'plain_text_input', value: 'typed' } },
    c: { c: { type: 'plain_text_input', value: 'new' } },
  });
});

test('views.push stacks three views, and no more', async () => {
  const fixture = await startWorkspace();
  const root = await open(fixture, modal({ blocks: [MORE] }));
  const push = async (on: string) => {
    await drive(fixture, 'click', on, { actionId: 'more' });
    const { trigger_id } = payloadOf(fixture);
    return (await call(fixture, 'views.push', { trigger_id, view: modal({ blocks: [MORE] }) })).view;
  };
  const second = await push(root.id);
  expect(second).toMatchObject({ root_view_id: root.id, previous_view_id: root.id });
  const third = await push(second.id);
  expect(third).toMatchObject({ root_view_id: root.id, previous_view_id: second.id });
  await expect(push(third.id)).rejects.toEqual(refusal('push_limit_reached'));
  expect((await views(fixture)).map((view) => view.id)).toEqual([third.id, second.id, root.id]);
  await drive(fixture, 'close', third.id);
  expect((await views(fixture)).map((view) => view.id)).toEqual([second.id, root.id]);
});

test('views.push needs a trigger from the modal that is open', async () => {
  const fixture = await startWorkspace();
  await open(fixture, modal());
  const trigger_id = await newTrigger(fixture);
  await expect(call(fixture, 'views.push', { trigger_id, view: modal() })).rejects.toEqual(
    refusal('not_found'),
  );
});

test('an external id is held by one view at a time', async () => {
  const fixture = await startWorkspace();
  const named = modal({ external_id: 'mine' });
  const view = await open(fixture, named);
  await expect(open(fixture, named, 'reader')).rejects.toEqual(refusal('duplicate_external_id'));
  expect(await call(fixture, 'views.update', { view_id: view.id, view: named })).toMatchObject({ ok: true });
  await drive(fixture, 'close', view.id);
  expect(await open(fixture, named, 'reader')).toMatchObject({ external_id: 'mine' });
});

test('views.publish sets a Home that stays one view, listed last', async () => {
  const fixture = await startWorkspace();
  const user_id = fixture.person('operator');
  const publish = (args: object) =>
    call(fixture, 'views.publish', { user_id, view: { type: 'home', blocks: [section()] }, ...args });
  const { view: first } = await publish({});
  expect(first).toMatchObject({ type: 'home', root_view_id: first.id, title: { type: 'plain_text' } });
  const { view: second } = await publish({ hash: first.hash });
  expect(second.id).toBe(first.id);
  await expect(publish({ hash: first.hash })).rejects.toEqual(refusal('hash_conflict'));
  await expect(publish({ user_id: 'U0NOBODY' })).rejects.toEqual(refusal('invalid_arguments'));
  await expect(publish({ view: modal() })).rejects.toEqual(refusal('invalid_arguments'));
  const top = await open(fixture, modal());
  expect(await views(fixture)).toMatchObject([{ id: top.id }, { id: first.id, type: 'home', title: '' }]);
  expect(await views(fixture, 'reader')).toEqual([]);
});

test('nobody unknown looks at views', async () => {
  const { origin } = await startWorkspace();
  expect((await fetch(`${origin}/local/views?user=U0NOBODY`)).status).toBe(404);
});
