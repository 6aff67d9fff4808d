import * as z from 'zod/mini';

/** As far as the methods that are asked here say it. */
const Answer = z.object({
  ok: z.boolean(),
  error: z.optional(z.string()),
  team_id: z.optional(z.string()),
  team: z.optional(z.string()),
  bot_id: z.optional(z.string()),
  is_enterprise_install: z.optional(z.boolean()),
  bot: z.optional(z.object({ app_id: z.optional(z.string()) })),
});
export type Answer = z.infer<typeof Answer>;

/** What Slack answered to a call of its Web API. */
export interface Heard {
  readonly answer: Answer;
  readonly headers: Headers;
}

/** @throws what fetch throws, and for an answer that is not Slack's */
export async function askSlack(
  apiUrl: string,
  method: string,
  token: string,
  fields: Record<string, string>,
  signal: AbortSignal,
): Promise<Heard> {
  const headers = { authorization: `Bearer ${token}` };
  const body = new URLSearchParams(fields);
  const response = await fetch(`${apiUrl}${method}`, {
    method: 'POST',
    headers,
    body,
    redirect: 'error',
    signal,
  });
  const text = await response.text();
  const { data } = Answer.safeParse(readJson(text));
  if (!data) throw new Error(`HTTP ${response.status}, and not what Slack answers`);
  return { answer: data, headers: response.headers };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** fetch hides why it failed in its cause. */
export function describeFailure(error: unknown): string {
  const { cause } = error instanceof Error ? error : {};
  const reason = cause instanceof Error ? cause : error;
  return reason instanceof Error ? reason.message || reason.name : String(reason);
}
