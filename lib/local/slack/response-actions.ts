import type { BotAnswer } from './bot-line.ts';
import type { Context } from './context.ts';
import { isObject, type JsonObject, parseJson } from './json.ts';
import { SlackRefusal } from './refusal.ts';
import { readView } from './view-definition.ts';
import { type View, WHOLE_VIEW } from './views.ts';

/** What Slack shows on top of a modal when the answer is late, failed or not understood, and the view stays open. */
const TROUBLE = 'We had some trouble connecting. Try again?';

/**
 * Does what the answer to a view_submission asks for; an empty one closes the view.
 * https://docs.slack.dev/surfaces/modals#updating_views (response actions)
 */
export function applyResponse(context: Context, view: View, answer: BotAnswer): void {
  const current = context.views.find(view.id);
  if (current === undefined) return;
  try {
    apply(context, current, readResponse(answer));
  } catch (error) {
    if (!(error instanceof SlackRefusal)) throw error;
    context.views.showErrors(current, { [WHOLE_VIEW]: TROUBLE });
  }
}

function readResponse(answer: BotAnswer): JsonObject {
  if (answer.kind !== 'answered') throw new SlackRefusal(answer.kind);
  if (answer.status < 200 || answer.status >= 300) throw new SlackRefusal('http_error');
  if (answer.body.trim() === '') return {};
  const response = parseJson(answer.body);
  if (!isObject(response)) throw new SlackRefusal('invalid_response');
  return response;
}

function apply(context: Context, view: View, response: JsonObject): void {
  const { views } = context;
  switch (response.response_action) {
    case undefined:
      views.close(view);
      break;
    case 'clear':
      views.clear(view.person);
      break;
    case 'update':
      views.update(view, readView(response.view, 'modal'));
      break;
    case 'push':
      // Another may have come on top while the bot answered.
      views.push(views.stack(view.person)[0] ?? view, readView(response.view, 'modal'));
      break;
    case 'errors':
      views.showErrors(view, readErrors(view, response));
      break;
    default:
      throw new SlackRefusal('invalid_response');
  }
}

/** Each error stands beside an input block of the view, or none is shown: github.com/slackapi/bolt-js/issues/554 */
function readErrors(view: View, { errors }: JsonObject): JsonObject {
  const inputs = view.blocks.filter((each) => each.type === 'input').map((each) => each.block_id);
  const isShowable =
    isObject(errors) &&
    Object.keys(errors).length > 0 &&
    Object.entries(errors).every(([id, text]) => inputs.includes(id) && typeof text === 'string');
  if (!isShowable) throw new SlackRefusal('invalid_response');
  return errors;
}
