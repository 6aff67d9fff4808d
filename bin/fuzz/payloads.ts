import type { Random } from '../../lib/local/lts/seeded-random.ts';
import { event, homeOpened, unasked } from './event-payloads.ts';
import { common, type JsonObject, MARK, type Payload, TEAM_ID } from './payload.ts';

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
    searchSubmission,
    shortcut,
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

/** A search form as it may be filled in. */
function searchView(random: Random): JsonObject {
  const chosen = (value: string) => ({ type: 'static_select', selected_option: { value } });
  const entered = (value: string) => ({ type: 'plain_text_input', value });
  const values = {
    group: { group: chosen('g api') },
    stream: { stream_g: chosen(random.chance(90) ? 'g s api' : 'other s api') },
    words: { words: entered(random.chance(90) ? MARK : `"${MARK}`) },
    labels: { labels: entered(`level=${MARK}`) },
    window: { window: chosen(random.oneOf(['15m', 'range'])) },
    from: { from: { type: 'datetimepicker', selected_date_time: 1_700_000_000 } },
    to: { to: { type: 'datetimepicker', selected_date_time: null } },
    limit: { limit: { type: 'number_input', value: '50' } },
    order: { order: chosen('newest') },
    visibility: { visibility: chosen(random.oneOf(['thread', 'me'])) },
  };
  const metadata = { c: `C0${MARK}`, l: 'en', n: [], z: 'Europe/Berlin', s: MARK, k: false };
  return {
    id: `V0${MARK}`,
    hash: `1800000000.${MARK}`,
    type: 'modal',
    callback_id: 'search',
    state: { values },
    private_metadata: JSON.stringify(metadata),
  };
}

function searchSubmission(random: Random): Payload {
  const content = { ...interaction('view_submission', random), view: searchView(random) };
  return { sentAs: 'payload', content, isHeard: true };
}

/** Slack names no app in them. */
function shortcut(random: Random, hooksOrigin: string): Payload {
  const isGlobal = random.chance(50);
  const { api_app_id: _none, ...asked } = interaction(isGlobal ? 'shortcut' : 'message_action', random);
  if (isGlobal)
    return { sentAs: 'payload', content: { ...asked, callback_id: 'search_logs' }, isHeard: true };
  const content = {
    ...asked,
    callback_id: 'look_up_logs',
    channel: { id: `C0${MARK}`, name: MARK },
    response_url: `${hooksOrigin}/actions/${MARK}`,
    message_ts: '1800000000.000100',
    message: {
      type: 'message',
      ts: '1800000000.000100',
      text: MARK,
      blocks: [{ type: 'rich_text', elements: [{ type: 'text', text: MARK }] }],
      attachments: [{ fallback: MARK, fields: [{ title: MARK, value: MARK }] }],
    },
  };
  return { sentAs: 'payload', content, isHeard: true };
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
    selected_options: [{ value: random.oneOf(['g s api', 'g s api', 'h s api']) }],
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

/** In a form that is being filled in, in a page, or in Home. */
function clickInView(random: Random): Payload {
  const isInHome = random.chance(50);
  const isOfPage = !isInHome && random.chance(30);
  const view = {
    ...random.oneOf([formView, searchView])(random),
    ...(isInHome && { type: 'home', callback_id: '' }),
    ...(isOfPage && { callback_id: 'page' }),
  };
  const action: JsonObject = isInHome
    ? { type: 'button', action_id: 'create_group', value: '{"v":"form","f":"create_group"}' }
    : isOfPage
      ? { type: 'button', action_id: random.oneOf(['older', 'refine']), value: `{"v":"search","${MARK}":1}` }
      : {
          type: 'static_select',
          action_id: random.oneOf(['group', `group_${MARK}`, 'source', 'again']),
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

function probe(random: Random): Payload {
  if (random.chance(50)) return { sentAs: 'fields', content: { ssl_check: '1', token: MARK }, isHeard: true };
  const content = { type: 'url_verification', challenge: MARK, token: MARK };
  return { sentAs: 'json', content, isHeard: true };
}
