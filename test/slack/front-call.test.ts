import { expect, it, onTestFinished } from 'vitest';
import { sendJson, serve } from '../../lib/local/http.ts';
import { createFrontCall } from '../../lib/slack/front-call.ts';

/** Opens a modal over a connection that was kept for another one, and that Slack has closed; `again` answers the repeat. */
async function openOverKept(again: object) {
  let requests = 0;
  const slack = await serve(0, async (request, response) => {
    requests += 1;
    if (requests === 2) request.socket.resetAndDestroy();
    else sendJson(response, 200, requests === 1 ? { ok: true } : again);
  });
  onTestFinished(() => slack.close());
  const token = { read: async () => 'xoxb', doubt() {} };
  const call = createFrontCall(`${slack.url}/api/`, token, Date.now);
  const open = () => call('views.open', { trigger_id: '1.2' }, Date.now() + 2_000);
  await open();
  return open();
}

it('a call over a connection that was closed in a freeze is made once more', async () => {
  expect(await openOverKept({ ok: true, view: 'V' })).toEqual({ ok: true, view: 'V' });
});

it('a repeat that is refused does not say that the first call was not taken', async () => {
  const refused = openOverKept({ ok: false, error: 'exchanged_trigger_id' });
  await expect(refused).rejects.toMatchObject({ verdict: 'unsure', reason: 'exchanged_trigger_id' });
});
