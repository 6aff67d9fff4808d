import type { Context } from './context.ts';
import type { JsonObject } from './json.ts';
import type { View } from './views.ts';

/** What Slack puts where a Home tab has no title. */
const HOME_TITLE = { type: 'plain_text', text: 'View Title', emoji: true };

/**
 * A view as Slack shows it to programs: https://docs.slack.dev/reference/methods/views.open. It belongs to the team of
 * the person who looks at it, and names the team that installed the app beside that.
 */
export function viewObject({ directory }: Context, view: View, values: JsonObject = {}): JsonObject {
  return {
    id: view.id,
    team_id: view.person.team.id,
    type: view.type,
    blocks: [...view.blocks],
    private_metadata: view.privateMetadata,
    callback_id: view.callbackId,
    state: { values },
    hash: view.hash,
    title: view.title ?? HOME_TITLE,
    clear_on_close: view.clearOnClose,
    notify_on_close: view.notifyOnClose,
    close: view.close,
    submit: view.submit,
    previous_view_id: view.previousId,
    root_view_id: view.rootId,
    app_id: directory.bot.appId,
    external_id: view.externalId,
    app_installed_team_id: directory.team.id,
    bot_id: directory.bot.botId,
  };
}

/** The view and what its person has entered so far, as it goes into payloads. */
export function filledViewObject(context: Context, view: View): JsonObject {
  return viewObject(context, view, context.entries.values(view.id, view.blocks));
}
