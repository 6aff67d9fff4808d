import type { BotAnswer } from './bot-line.ts';
import { type Channel, nameInPayloads } from './channels.ts';
import { type Context, VERIFICATION_TOKEN } from './context.ts';
import { type Outcome, outcomeOf } from './interaction.ts';
import { isObject, type JsonObject, parseJson } from './json.ts';
import type { Person } from './people.ts';
import { SlackRefusal } from './refusal.ts';

/** Sends the command to the bot, and shows the person what comes back, or Slack's word for what went wrong. */
export async function runCommand(
  context: Context,
  person: Person,
  channel: Channel,
  text: string,
): Promise<Outcome> {
  const answer = await context.line.send({
    what: `the answer to ${context.app.command} ${text}`.trim(),
    contentType: 'application/x-www-form-urlencoded',
    body: new URLSearchParams(commandFields(context, person, channel, text)).toString(),
  });
  const failure = findFailure(answer) ?? showAnswer(context, person, channel, answer);
  if (failure !== undefined) showFailure(context, person, channel, failure);
  const outcome = outcomeOf(answer);
  return outcome.status === 0 && failure !== undefined ? { ...outcome, body: failure } : outcome;
}

/** https://docs.slack.dev/interactivity/implementing-slash-commands#app_command_handling */
function commandFields(
  context: Context,
  person: Person,
  channel: Channel,
  text: string,
): Record<string, string> {
  const { directory, responseUrls, triggers, app } = context;
  return {
    token: VERIFICATION_TOKEN,
    team_id: person.team.id,
    team_domain: person.team.domain,
    channel_id: channel.id,
    channel_name: nameInPayloads(channel),
    user_id: person.id,
    user_name: person.name,
    command: app.command,
    text,
    api_app_id: directory.bot.appId,
    is_enterprise_install: 'false',
    response_url: responseUrls.create({ kind: 'command' }, channel, person),
    trigger_id: triggers.create(person),
  };
}

/** The words that Slack shows for a bot that does not answer well. */
function findFailure(answer: BotAnswer): string | undefined {
  if (answer.kind === 'timeout') return 'operation_timeout';
  if (answer.kind === 'unreachable') return 'dispatch_failed';
  if (answer.status >= 500) return 'http_service_error';
  return answer.status >= 300 ? 'http_client_error' : undefined;
}

/** An empty answer shows nothing; text and JSON show a message, to the person alone unless it says otherwise. */
function showAnswer(
  { responseUrls }: Context,
  person: Person,
  channel: Channel,
  answer: BotAnswer,
): string | undefined {
  if (answer.kind !== 'answered' || answer.body.trim() === '') return undefined;
  try {
    responseUrls.post(readAnswer(answer.headers.get('content-type') ?? '', answer.body), channel, person);
    return undefined;
  } catch (error) {
    if (!(error instanceof SlackRefusal)) throw error;
    return 'invalid_command_response';
  }
}

function readAnswer(contentType: string, body: string): JsonObject {
  const json = contentType.startsWith('application/json') ? parseJson(body) : undefined;
  return isObject(json) ? json : { text: body };
}

function showFailure({ messages, app }: Context, person: Person, channel: Channel, why: string): void {
  const text = `${app.command} failed with the error "${why}"`;
  messages.post({ text, blocks: [], channel: channel.id, from: null, visibleTo: person.id });
}
