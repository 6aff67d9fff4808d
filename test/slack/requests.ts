import { onTestFinished } from 'vitest';
import { readBody, serve } from '../../lib/local/http.ts';
import { signed } from './fronts.ts';

export const form = (fields: Record<string, string>) => signed(new URLSearchParams(fields).toString());

export const fields = (text: string) => ({
  command: '/lts',
  text,
  trigger_id: '1.2.3',
  team_id: 'T1',
  api_app_id: 'A1',
  user_id: 'U1',
  channel_id: 'C1',
  response_url: 'https://hooks.slack.com/commands/1',
});

export const command = (text: string, more: object = {}) => form({ ...fields(text), ...more });

const click = (more: object = {}) => ({
  type: 'block_actions',
  trigger_id: '1.2.3',
  api_app_id: 'A1',
  team: { id: 'T1' },
  user: { id: 'U1', team_id: 'T1' },
  channel: { id: 'C1' },
  container: { type: 'message', message_ts: '1.000001', channel_id: 'C1', is_ephemeral: true },
  response_url: 'https://hooks.slack.com/actions/1',
  actions: [{ type: 'button', action_id: 'older', block_id: 'b', value: 'the value', action_ts: '1' }],
  ...more,
});

export const clicked = (more: object = {}) => form({ payload: JSON.stringify(click(more)) });

/** A form that deletes `checkout/api`, as its modal was filled. */
export const submission = ({ name = 'api', confirm = name as string | null, language = 'en' } = {}) => ({
  type: 'view_submission',
  trigger_id: '1.2.4',
  api_app_id: 'A1',
  team: { id: 'T1' },
  user: { id: 'U1', team_id: 'T1' },
  view: {
    id: 'V1',
    hash: '1.b',
    callback_id: 'delete',
    private_metadata: JSON.stringify({
      c: 'C1',
      l: language,
      n: [name, `checkout/${name}`],
      s: 'main',
      g: ['g', 'checkout'],
      t: ['s', name],
    }),
    state: { values: { confirm: { confirm: { type: 'plain_text_input', value: confirm } } } },
  },
});

export const submitted = (filled: Parameters<typeof submission>[0] = {}, more: object = {}) =>
  form({ payload: JSON.stringify({ ...submission(filled), ...more }) });

/** A message in C1 that names the bot, U9; `more` is in place of what is said of it, `around` of what is said around that. */
export const mention = (more: object = {}, around: object = {}) => {
  const said = { type: 'app_mention', user: 'U1', team: 'T1', channel: 'C1', ts: '1799999990.000100' };
  const body = {
    type: 'event_callback',
    api_app_id: 'A1',
    team_id: 'T1',
    event_id: 'Ev1',
    event: { ...said, text: '<@U9> groups', ...more },
    authorizations: [{ enterprise_id: null, team_id: 'T1', user_id: 'U9', is_bot: true }],
    is_ext_shared_channel: false,
    ...around,
  };
  return signed(JSON.stringify(body), 'application/json');
};

/** A message in the direct message of U1 with the bot. */
export const direct = (more: object = {}) =>
  mention({ type: 'message', channel_type: 'im', channel: 'D1', text: 'groups', ...more });

/** Slack, as far as it takes what is told to a response_url. */
export async function openHooks() {
  const told: unknown[] = [];
  const slack = await serve(0, async (request, response) => {
    told.push(JSON.parse(String(await readBody(request))));
    response.end('ok');
  });
  onTestFinished(() => slack.close());
  return { told, hooksOrigin: slack.url };
}
