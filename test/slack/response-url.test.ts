import { expect, it } from 'vitest';
import { DeliveryError } from '../../lib/slack/delivery-error.ts';
import { PRIVATE } from '../../lib/slack/place.ts';
import { postToResponseUrl } from '../../lib/slack/response-url.ts';
import { failureOf, soon } from '../lts/lab.ts';
import { openSlack, refusal, SECRET } from './slack-lab.ts';

const MESSAGE = { text: 'hello' };

it.each([
  [{ status: 500, body: 'oops' }, 'again', undefined, undefined],
  [{ status: 503, body: refusal('service_unavailable') }, 'again', 'service_unavailable', undefined],
  [{ status: 429, headers: { 'retry-after': '7' } }, 'again', undefined, 7_000],
  [{ status: 429, headers: { 'retry-after': 'soon' } }, 'again', undefined, undefined],
  [{ status: 429 }, 'again', undefined, undefined],
  [{ body: refusal('ratelimited') }, 'again', 'ratelimited', undefined],
  [{ body: refusal('rate_limited') }, 'again', 'rate_limited', undefined],
  [{ abort: true }, 'again', undefined, undefined],
  [{ status: 404, body: refusal('expired_url') }, 'elsewhere', 'expired_url', undefined],
  [{ status: 404, body: refusal('used_url') }, 'elsewhere', 'used_url', undefined],
  [{ status: 404, body: 'not here' }, 'elsewhere', undefined, undefined],
  [{ status: 403, body: 'invalid_token' }, 'elsewhere', undefined, undefined],
  [{ status: 302, headers: { location: '/elsewhere' } }, 'again', undefined, undefined],
  [{ body: refusal('is_archived') }, 'elsewhere', 'is_archived', undefined],
  [{ body: refusal('message_not_found') }, 'elsewhere', 'message_not_found', undefined],
  [{ body: refusal('invalid_blocks') }, 'content', 'invalid_blocks', undefined],
  [{ body: refusal('invalid_blocks_format') }, 'content', 'invalid_blocks_format', undefined],
  [{ body: refusal('msg_too_long') }, 'content', 'msg_too_long', undefined],
  [{ body: refusal('no_text') }, 'content', 'no_text', undefined],
  [{ status: 400, body: refusal('invalid_payload') }, 'content', 'invalid_payload', undefined],
])('%j means: %s', async (fault, verdict, reason, retryAfterMs) => {
  const slack = await openSlack();
  slack.fault('/response/', fault);
  const failure = await failureOf(postToResponseUrl(slack.responseUrl, MESSAGE, PRIVATE, soon()));
  expect(failure).toBeInstanceOf(DeliveryError);
  expect(failure).toMatchObject({ verdict, reason, retryAfterMs });
  expect(String(failure) + String((failure as Error).cause)).not.toContain(SECRET);
});

it.each([{ truncate: true }, { headers: { 'content-length': '9' }, truncate: true }, { body: 'fine' }])(
  'a status of 200 is taken for taken: %j',
  async (fault) => {
    const slack = await openSlack();
    slack.fault('/response/', fault);
    await postToResponseUrl(slack.responseUrl, MESSAGE, PRIVATE, soon());
    expect(slack.calls).toEqual([
      {
        to: 'response_url',
        fields: { response_type: 'ephemeral', replace_original: false, text: 'hello' },
      },
    ]);
  },
);

it('what runs out of time may have been taken', async () => {
  const slack = await openSlack();
  slack.fault('/response/', { delayMs: 500 });
  const late = postToResponseUrl(slack.responseUrl, MESSAGE, PRIVATE, AbortSignal.timeout(50));
  expect(await failureOf(late)).toMatchObject({ verdict: 'unsure', message: 'Slack gave no answer' });
});

it('what had no time left never left', async () => {
  const slack = await openSlack();
  const never = postToResponseUrl(slack.responseUrl, MESSAGE, PRIVATE, AbortSignal.abort());
  expect(await failureOf(never)).toMatchObject({ verdict: 'again' });
  expect(slack.calls).toEqual([]);
});

it('nobody listening is nothing taken', async () => {
  const gone = postToResponseUrl('http://127.0.0.1:9/SEEKRIT', MESSAGE, PRIVATE, soon());
  expect(await failureOf(gone)).toMatchObject({ verdict: 'again' });
});
