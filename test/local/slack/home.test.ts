import { expect, test } from 'vitest';
import { actions, button } from './block-builders.ts';
import { last, startWorkspace } from './harness.ts';
import { call, drive, payloadOf } from './view-builders.ts';

test('Home is opened with an event, which brings the view once there is one', async () => {
  const fixture = await startWorkspace();
  const user = fixture.person('operator');
  const openHome = async () => {
    expect((await fixture.post('/local/home', { user })).body).toMatchObject({ status: 200 });
    return JSON.parse(last(fixture.heard).raw);
  };
  const first = await openHome();
  expect(first).toMatchObject({
    type: 'event_callback',
    event: { type: 'app_home_opened', user, channel: fixture.channel('omar'), tab: 'home' },
  });
  expect(first.event).not.toHaveProperty('view');
  const blocks = [actions(button({ action_id: 'more' }))];
  const { view } = await call(fixture, 'views.publish', { user_id: user, view: { type: 'home', blocks } });
  expect((await openHome()).event.view).toEqual(view);
  await drive(fixture, 'click', view.id, { actionId: 'more' });
  expect(payloadOf(fixture)).toMatchObject({
    container: { type: 'view', view_id: view.id },
    view: { type: 'home' },
  });
  expect((await fixture.post('/local/home', { user: 'U0NOBODY' })).status).toBe(404);
});

test('a failed Home event is repeated', async () => {
  const fixture = await startWorkspace();
  fixture.reply({ status: 500 }, {});
  await fixture.post('/local/home', { user: fixture.person('operator') });
  await expect.poll(() => fixture.workspace.waiting(), { timeout: 5000 }).toEqual([]);
  expect(fixture.heard.map((each) => each.headers['x-slack-retry-num'])).toEqual([undefined, '1']);
});
