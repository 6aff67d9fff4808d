import { expect, test } from 'vitest';
import { actions, button } from './block-builders.ts';
import { refusal } from './client.ts';
import { type Fixture, startWorkspace } from './harness.ts';
import { APP, call, drive, form, modal, newTrigger, open, payloadOf, views } from './view-builders.ts';

test('a trigger_id opens a modal for its person within three seconds', async () => {
  const fixture = await startWorkspace();
  const trigger_id = await newTrigger(fixture);
  fixture.advance(3000);
  expect(await call(fixture, 'views.open', { trigger_id, view: modal() })).toMatchObject({ ok: true });
  expect(await views(fixture)).toMatchObject([
    { type: 'modal', callbackId: 'form', title: 'Form', errors: {} },
  ]);
  expect(await views(fixture, 'reader')).toEqual([]);
});

test('a millisecond later it is expired', async () => {
  const fixture = await startWorkspace();
  const trigger_id = await newTrigger(fixture);
  fixture.advance(3001);
  const opened = call(fixture, 'views.open', { trigger_id, view: modal() });
  await expect(opened).rejects.toEqual(refusal('expired_trigger_id'));
  expect(await views(fixture)).toEqual([]);
});

test('it can be exchanged once', async () => {
  const fixture = await startWorkspace();
  const trigger_id = await newTrigger(fixture);
  await call(fixture, 'views.open', { trigger_id, view: modal() });
  const again = call(fixture, 'views.open', { trigger_id, view: modal() });
  await expect(again).rejects.toEqual(refusal('exchanged_trigger_id'));
});

test('a view that is refused leaves it unused', async () => {
  const fixture = await startWorkspace();
  const trigger_id = await newTrigger(fixture);
  const refused = call(fixture, 'views.open', { trigger_id, view: modal({ title: undefined }) });
  await expect(refused).rejects.toEqual(refusal('invalid_arguments'));
  expect(await call(fixture, 'views.open', { trigger_id, view: modal() })).toMatchObject({ ok: true });
});

test('one that Slack never gave out is invalid, and it cannot be left out', async () => {
  const fixture = await startWorkspace();
  const unknown = call(fixture, 'views.open', { trigger_id: '1.2.abc', view: modal() });
  await expect(unknown).rejects.toEqual(refusal('invalid_trigger_id'));
  await expect(call(fixture, 'views.open', { view: modal() })).rejects.toEqual(refusal('invalid_arguments'));
});

test.each<[what: string, use: (fixture: Fixture, viewId: string) => Promise<unknown>]>([
  ['a click in a view', (fixture, viewId) => drive(fixture, 'click', viewId, { actionId: 'more' })],
  ['a submission', (fixture, viewId) => drive(fixture, 'submit', viewId)],
  [
    'a shortcut',
    (fixture) => fixture.post('/local/shortcut', { user: fixture.person('operator'), callbackId: 'global' }),
  ],
])('%s brings one, good for one view', async (_what, use) => {
  const fixture = await startWorkspace({ app: APP });
  const view = await open(fixture, form([actions(button({ action_id: 'more' }))]));
  await use(fixture, view.id);
  const { trigger_id } = payloadOf(fixture);
  expect(await call(fixture, 'views.open', { trigger_id, view: modal() })).toMatchObject({ ok: true });
  const again = call(fixture, 'views.open', { trigger_id, view: modal() });
  await expect(again).rejects.toEqual(refusal('exchanged_trigger_id'));
});
