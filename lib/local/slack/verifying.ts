import { type Context, VERIFICATION_TOKEN } from './context.ts';
import { newSecret } from './ids.ts';
import { type Outcome, outcomeOf } from './interaction.ts';
import { isObject, parseJson } from './json.ts';

/**
 * What Slack does before it saves a Request URL: it asks for the challenge back, as text, in JSON or in a form.
 * https://docs.slack.dev/reference/events/url_verification
 */
export async function verifyUrl({ line }: Context): Promise<Outcome & { readonly verified: boolean }> {
  const challenge = newSecret();
  const answer = await line.send({
    what: 'the answer to url_verification',
    contentType: 'application/json',
    body: JSON.stringify({ token: VERIFICATION_TOKEN, challenge, type: 'url_verification' }),
  });
  const outcome = outcomeOf(answer);
  return { ...outcome, verified: outcome.status === 200 && readChallenges(outcome.body).includes(challenge) };
}

/** What the answer could mean. */
function readChallenges(body: string): unknown[] {
  const json = parseJson(body);
  return [
    body.trim(),
    isObject(json) ? json.challenge : undefined,
    new URLSearchParams(body).get('challenge'),
  ];
}
