import { nameInPayloads } from './channels.ts';
import type { Use } from './click-target.ts';
import type { Context } from './context.ts';
import { timestampOf } from './ids.ts';
import { commonPayload, userObject } from './interaction.ts';
import type { JsonObject } from './json.ts';
import { messageObject } from './message-object.ts';
import { blocksOf, keyOf, type Surface } from './surface.ts';
import { filledViewObject } from './view-object.ts';

/** https://docs.slack.dev/reference/interaction-payloads/block_actions-payload */
export function clickPayload(context: Context, surface: Surface, use: Use): JsonObject {
  const viewId = surface.kind === 'view' ? surface.view.id : undefined;
  return {
    type: 'block_actions',
    user: userObject(surface.person),
    api_app_id: context.directory.bot.appId,
    ...commonPayload(context),
    trigger_id: context.triggers.create(surface.person, viewId),
    ...surfaceFields(context, surface),
    actions: [actionOf(use, context.now())],
  };
}

/** A view carries its state and has no response_url. An ephemeral message is not sent along. */
function surfaceFields(context: Context, surface: Surface): JsonObject {
  if (surface.kind === 'view') {
    const { view } = surface;
    return { container: { type: 'view', view_id: view.id }, view: filledViewObject(context, view) };
  }
  const { directory, messages, responseUrls, entries } = context;
  const { person, channel, message } = surface;
  const isEphemeral = message.visibleTo !== null;
  const shown = messageObject(message, directory, messages);
  const place = { message_ts: message.ts, channel_id: channel.id, is_ephemeral: isEphemeral };
  const thread = 'thread_ts' in shown ? { thread_ts: shown.thread_ts ?? null } : {};
  return {
    container: { type: 'message', ...place, ...thread },
    channel: { id: channel.id, name: nameInPayloads(channel) },
    ...(isEphemeral ? {} : { message: shown }),
    state: { values: entries.values(keyOf(surface), blocksOf(surface)) },
    response_url: responseUrls.create({ kind: 'interaction', message }, channel, person),
  };
}

/** What an action repeats of its element, beside what was chosen. */
const REPEATED =
  /^(?:type|action_id|text|value|url|style|confirm|accessibility_label|placeholder|initial_.+|timezone|icon)$/;

function actionOf({ target, chosen }: Use, now: number): JsonObject {
  const repeated = Object.entries(target.element).filter(([name]) => REPEATED.test(name));
  return {
    ...Object.fromEntries(repeated),
    block_id: target.blockId,
    ...chosen,
    action_ts: timestampOf(now),
  };
}
