import { createHmac, randomUUID } from 'node:crypto';
import { readSigningSecrets } from '../slack/signing-secrets.ts';
import { describeFailure } from './ask-slack.ts';
import { usableSecret } from './check-secrets.ts';
import { type Finding, good, unknown, wrong } from './finding.ts';
import type { ReadSecret, Setup } from './setup.ts';

/**
 * Whether the front function answers as Slack asks before it believes a Request URL.
 * https://docs.slack.dev/reference/events/url_verification
 */
export async function checkFront(
  { requestUrl }: Setup,
  read: ReadSecret,
  now: () => number,
  signal: AbortSignal,
): Promise<Finding> {
  const place = { what: 'Request URL', where: requestUrl };
  const secret = await usableSecret('signing-secret', [], read);
  if (secret === undefined) return unknown(place, 'not asked without a signing secret');
  const challenge = randomUUID();
  const body = JSON.stringify({ type: 'url_verification', token: 'doctor', challenge });
  const timestamp = String(Math.floor(now() / 1_000));
  const key = readSigningSecrets(secret).at(-1) ?? '';
  const signature = createHmac('sha256', key).update(`v0:${timestamp}:${body}`).digest('hex');
  const headers = {
    'content-type': 'application/json',
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${signature}`,
  };
  try {
    const response = await fetch(requestUrl, { method: 'POST', headers, body, redirect: 'error', signal });
    const text = await response.text();
    if (response.ok && text.includes(challenge)) return good(place, 'it answers a signed request');
    return wrong(place, `it answers ${response.status} to a signed request`, remedyOf(response.status));
  } catch (error) {
    return wrong(
      place,
      `it does not answer: ${describeFailure(error)}`,
      'look at the network from here, and whether the stack is there',
    );
  }
}

function remedyOf(status: number): string {
  if (status === 401)
    return 'it does not take the signature: after a change of the secret wait five minutes; else set the clock of this machine';
  if (status === 429)
    return 'too much is asked of it at the moment: try again, or raise throttle in the configuration';
  return 'the log of the front function says why';
}
