import { expect, test } from 'vitest';
import { startWorkspace } from './harness.ts';
import { drive, form, modal, open, payloadOf, section, views } from './view-builders.ts';

test('closing is told only when the view asked for it, without what was entered', async () => {
  const fixture = await startWorkspace();
  const silent = await open(fixture, modal());
  const heard = fixture.heard.length;
  expect((await drive(fixture, 'close', silent.id)).body).toEqual({ status: 200, body: '', ms: 0 });
  expect(fixture.heard).toHaveLength(heard);
  expect(await views(fixture)).toEqual([]);
  const view = await open(fixture, modal({ notify_on_close: true }));
  expect((await drive(fixture, 'close', view.id)).body).toMatchObject({ status: 200 });
  const payload = payloadOf(fixture);
  expect(payload).toMatchObject({
    type: 'view_closed',
    is_cleared: false,
    view: { id: view.id, state: { values: {} } },
  });
  expect(payload).not.toHaveProperty('trigger_id');
  expect((await drive(fixture, 'close', view.id)).status).toBe(404);
});

test('clear_on_close closes the whole stack', async () => {
  const fixture = await startWorkspace();
  const root = await open(fixture, form([section()]));
  const second = modal({ clear_on_close: true, notify_on_close: true });
  fixture.reply({ body: JSON.stringify({ response_action: 'push', view: second }) }, {});
  await drive(fixture, 'submit', root.id);
  const [top] = await views(fixture);
  await drive(fixture, 'close', top?.id ?? '');
  expect(payloadOf(fixture)).toMatchObject({ type: 'view_closed', is_cleared: true });
  expect(await views(fixture)).toEqual([]);
});
