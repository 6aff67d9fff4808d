import type { Random } from '../../lib/local/lts/seeded-random.ts';

export const TEAM_ID = 'T0FUZZED01';
export const APP_ID = 'A0FUZZED01';
/** Stands in every text of a request, so that whatever repeats a piece of one shows. */
export const MARK = 'SEEKRIT';

export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [name: string]: Json;
}

/** What Slack would send, and how: as a form of texts, as a form with a payload, or as JSON. */
export interface Payload {
  readonly sentAs: 'fields' | 'payload' | 'json';
  readonly content: JsonObject;
  /** The bot answers it, when nothing is wrong with it. */
  readonly isHeard: boolean;
}

/** The kinds that the bot listens to are drawn more often than the others. */
export function drawPayload(random: Random, hooksOrigin: string): Payload {
  const draw = random.oneOf([
    command,
    command,
    button,
    button,
    select,
    submission,
    submission,
    filledForm,
    clickInView,
    homeOpened,
    strangeSubmission,
    event,
    event,
    unasked,
    probe,
  ]);
  return draw(random, hooksOrigin);
}

function command(random: Random, hooksOrigin: string): Payload {
  const content = {
    token: MARK,
    command: '/lts',
    text: random.oneOf([`logs checkout/api ${MARK}`, `stream delete ${MARK}`]),
    team_id: TEAM_ID,
    team_domain: MARK,
    channel_id: `C0${MARK}`,
    channel_name: MARK,
    user_id: `U0${MARK}`,
    user_name: MARK,
    is_enterprise_install: 'false',
    response_url: `${hooksOrigin}/commands/${MARK}`,
    ...common(random),
  };
  return { sentAs: 'fields', content, isHeard: true };
}

function interaction(type: string, random: Random): JsonObject {
  return {
    type,
    token: MARK,
    team: { id: TEAM_ID, domain: MARK },
    user: { id: `U0${MARK}`, username: MARK, name: MARK, team_id: TEAM_ID },
    enterprise: null,
    is_enterprise_install: false,
    ...common(random),
  };
}

function click(action: JsonObject, random: Random, hooksOrigin: string): Payload {
  const message_ts = '1800000000.000100';
  const channel_id = `C0${MARK}`;
  const content = {
    ...interaction('block_actions', random),
    container: { type: 'message', message_ts, channel_id, is_ephemeral: random.chance(50) },
    channel: { id: channel_id, name: MARK },
    response_url: `${hooksOrigin}/actions/${MARK}`,
    state: { values: {} },
    actions: [{ block_id: MARK, action_ts: '1800000000.000200', ...action }],
  };
  return { sentAs: 'payload', content, isHeard: true };
}

function button(random: Random, hooksOrigin: string): Payload {
  const action_id = random.oneOf(['older', 'newer', 'share', 'export', 'export_csv', 'delete']);
  const value = action_id === 'delete' ? `{"v":"delete","${MARK}":1}` : `{"${MARK}":1}`;
  return click({ type: 'button', action_id, value }, random, hooksOrigin);
}

function select(random: Random, hooksOrigin: string): Payload {
  const selected_option = { text: { type: 'plain_text', text: MARK }, value: MARK };
  const action = { type: 'static_select', action_id: random.oneOf(['around', 'logs']), selected_option };
  return click(action, random, hooksOrigin);
}

/** One in four names another thing than that to be deleted. */
function submission(random: Random): Payload {
  const metadata = { c: `C0${MARK}`, l: random.oneOf(['en', 'zh']), n: ['api'], s: MARK, g: [MARK, MARK] };
  const confirm = { type: 'plain_text_input', value: random.chance(75) ? 'api' : MARK };
  const view = {
    id: `V0${MARK}`,
    hash: `1800000000.${MARK}`,
    callback_id: 'delete',
    state: { values: { confirm: { confirm } } },
    private_metadata: JSON.stringify(metadata),
  };
  return { sentAs: 'payload', content: { ...interaction('view_submission', random), view }, isHeard: true };
}

/** A form that stands for a command; one in four is filled in wrongly. */
function filledForm(random: Random): Payload {
  const content = { ...interaction('view_submission', random), view: formView(random) };
  return { sentAs: 'payload', content, isHeard: true };
}

function formView(random: Random): JsonObject {
  const name = { type: 'plain_text_input', value: random.chance(75) ? MARK : ' ' };
  const group = { type: 'static_select', selected_option: { value: 'g' } };
  const streams = {
    type: 'multi_static_select',
    selected_options: [{ value: random.oneOf(['g s', 'g s', 'h s']) }],
  };
  const period = { type: 'static_select', selected_option: { value: '5min' } };
  const values: Readonly<Record<string, JsonObject>> = {
    create_group: { name: { name } },
    create_stream: { group: { group }, name: { name } },
    transfer: {
      group: { group },
      stream: { stream_g: streams },
      bucket: { bucket: name },
      period: { period },
    },
  };
  const callback_id = random.oneOf(['create_group', 'create_stream', 'transfer']);
  return {
    id: `V0${MARK}`,
    hash: `1800000000.${MARK}`,
    type: 'modal',
    callback_id,
    state: { values: values[callback_id] ?? {} },
    private_metadata: JSON.stringify({ c: `C0${MARK}`, l: random.oneOf(['en', 'zh']), n: [], s: MARK }),
  };
}

/** In a form that is being filled in, or in Home. */
function clickInView(random: Random): Payload {
  const isInHome = random.chance(50);
  const view = { ...formView(random), ...(isInHome && { type: 'home', callback_id: '' }) };
  const action: JsonObject = isInHome
    ? { type: 'button', action_id: 'create_group', value: '{"v":"form","f":"create_group"}' }
    : {
        type: 'static_select',
        action_id: random.oneOf(['group', `group_${MARK}`, 'source']),
        selected_option: { value: 'g' },
      };
  const content = {
    ...interaction('block_actions', random),
    container: { type: 'view', view_id: `V0${MARK}` },
    view,
    actions: [{ block_id: MARK, action_ts: '1800000000.000200', ...action }],
  };
  return { sentAs: 'payload', content, isHeard: true };
}

/** Of a modal that is none of the bot's. */
function strangeSubmission(random: Random): Payload {
  const { content } = submission(random);
  const view = { id: `V0${MARK}`, callback_id: MARK, state: { values: {} }, private_metadata: MARK };
  return { sentAs: 'payload', content: { ...content, view }, isHeard: false };
}

/** A message that names the bot, or is for it alone; one in four is of a person of another company. */
function event(random: Random): Payload {
  const type = random.oneOf(['app_mention', 'message']);
  const said = {
    type,
    ...(type === 'message' && { channel_type: 'im' }),
    ...(random.chance(30) && { thread_ts: '1800000000.000100' }),
    ...(random.chance(25) && { user_team: 'T0STRANGER' }),
    user: `U0${MARK}`,
    team: TEAM_ID,
    text: `<@U0BOT> logs ${MARK}`,
    channel: `C0${MARK}`,
    ts: '1800000000.000200',
  };
  const content = {
    type: 'event_callback',
    team_id: TEAM_ID,
    event_id: `Ev${random.hex(8)}${MARK}`,
    event: said,
    authorizations: [{ team_id: TEAM_ID, enterprise_id: null, user_id: 'U0BOT', is_bot: true }],
    is_ext_shared_channel: false,
    ...common(random),
  };
  return { sentAs: 'json', content, isHeard: true };
}

/** Events that the bot is sent too, and that ask for nothing. */
function unasked(random: Random): Payload {
  const payload = event(random);
  const odd = random.oneOf<JsonObject>([
    { bot_id: `B0${MARK}` },
    { subtype: 'message_deleted' },
    { edited: { ts: '1800000000.000300' } },
    { type: MARK },
  ]);
  Object.assign(payload.content.event as JsonObject, odd);
  return payload;
}

function homeOpened(random: Random): Payload {
  const opened = { type: 'app_home_opened', user: `U0${MARK}`, channel: `D0${MARK}`, tab: 'home' };
  const payload = event(random);
  return { ...payload, content: { ...payload.content, event: opened } };
}

function probe(random: Random): Payload {
  if (random.chance(50)) return { sentAs: 'fields', content: { ssl_check: '1', token: MARK }, isHeard: true };
  const content = { type: 'url_verification', challenge: MARK, token: MARK };
  return { sentAs: 'json', content, isHeard: true };
}

function common(random: Random): JsonObject {
  return { api_app_id: APP_ID, trigger_id: `1.2.${random.hex(8)}${MARK}` };
}
