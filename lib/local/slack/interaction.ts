import type { BotAnswer } from './bot-line.ts';
import { type Context, VERIFICATION_TOKEN } from './context.ts';
import type { JsonObject } from './json.ts';
import type { Person } from './people.ts';

/** The bot's HTTP answer; status 0 when there was none, and in the body why. */
export interface Outcome {
  readonly status: number;
  readonly body: string;
  readonly ms: number;
}

/** What a person does that no request follows from. */
export const NOTHING_SENT: Outcome = { status: 200, body: '', ms: 0 };

/** `what` is for people who wonder what the workspace waits for. */
export function sendInteraction(context: Context, what: string, payload: JsonObject): Promise<BotAnswer> {
  return context.line.send({
    what: `the answer to ${what}`,
    contentType: 'application/x-www-form-urlencoded',
    body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString(),
  });
}

export function outcomeOf(answer: BotAnswer): Outcome {
  if (answer.kind !== 'answered') return { status: 0, body: answer.kind, ms: answer.ms };
  return { status: answer.status, body: answer.body, ms: answer.ms };
}

/**
 * What all interactions carry: https://docs.slack.dev/reference/interaction-payloads. The team is the one that
 * installed the app; a guest's own stands beside their id.
 */
export function commonPayload({ directory }: Context): JsonObject {
  const { id, domain } = directory.team;
  return { token: VERIFICATION_TOKEN, team: { id, domain }, enterprise: null, is_enterprise_install: false };
}

export function userObject(person: Person): { id: string; username: string; name: string; team_id: string } {
  return { id: person.id, username: person.name, name: person.name, team_id: person.team.id };
}
