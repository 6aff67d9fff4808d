import { expect, it, onTestFinished } from 'vitest';
import { connectSlack } from '../../lambda/connect-slack.ts';
import { ENV } from '../../lib/config.ts';
import { sendJson, serve } from '../../lib/local/http.ts';
import { deadlineIn } from '../../lib/slack/deadline.ts';
import { catchLines } from '../catch-lines.ts';

/** How often a token was told to be refused, when Slack answers each of two calls with this error. */
async function refusals(error: string): Promise<number> {
  catchLines();
  const slack = await serve(0, async (_request, response) => sendJson(response, 200, { ok: false, error }));
  onTestFinished(() => slack.close());
  let refused = 0;
  const { findPerson, files } = connectSlack({ [ENV.slackApiUrl]: `${slack.url}/api/` }, 'xoxb', () => {
    refused += 1;
  });
  await findPerson('U1');
  const message = { text: 'x', blocks: [] };
  await expect(files.post({ channelId: 'C1' }, message, deadlineIn(2_000))).rejects.toThrow();
  return refused;
}

it.each(['invalid_auth', 'not_authed', 'token_revoked', 'account_inactive'])(
  'every call tells that Slack does not take the token: %s',
  async (error) => expect(await refusals(error)).toBe(2),
);

it('what else Slack refuses does not throw doubt on the token', async () => {
  expect(await refusals('user_not_found')).toBe(0);
});
