import type { Context } from './context.ts';
import { commonPayload, userObject } from './interaction.ts';
import type { JsonObject } from './json.ts';
import { filledViewObject, viewObject } from './view-object.ts';
import type { View } from './views.ts';

/** https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload#view_submission */
export function submissionPayload(context: Context, view: View): JsonObject {
  return {
    type: 'view_submission',
    ...commonPayload(context),
    user: userObject(view.person),
    api_app_id: context.directory.bot.appId,
    trigger_id: context.triggers.create(view.person, view.id),
    view: filledViewObject(context, view),
    response_urls: [],
  };
}

/**
 * What was entered is not told, and no trigger_id comes with it.
 * https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload#view_closed
 */
export function closedPayload(context: Context, view: View, isCleared: boolean): JsonObject {
  return {
    type: 'view_closed',
    ...commonPayload(context),
    user: userObject(view.person),
    api_app_id: context.directory.bot.appId,
    view: viewObject(context, view),
    is_cleared: isCleared,
  };
}
