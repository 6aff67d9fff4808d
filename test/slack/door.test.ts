import { createHmac } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { admit } from '../../lib/slack/door.ts';

const SECRET = 'signing-secret';
const NOW = 1_800_000_000_000;
const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';
const INSTALLATION = { teamId: 'T1', appId: 'A1', hooksOrigin: 'https://hooks.slack.com' };
const OURS = 'api_app_id=A1';

interface Sent {
  body: string | Buffer;
  contentType?: string;
  timestamp?: string;
  signature?: string;
  base64?: boolean;
  secret?: string;
  /** What Secrets Manager holds, as it is read once and again. */
  kept?: readonly string[];
}

async function send({ body, contentType = FORM, base64 = true, secret = SECRET, ...given }: Sent) {
  const bytes = Buffer.from(body);
  const timestamp = given.timestamp ?? String(NOW / 1_000);
  const hmac = createHmac('sha256', secret).update(Buffer.concat([Buffer.from(`v0:${timestamp}:`), bytes]));
  return admitEvent(
    {
      headers: {
        'content-type': contentType,
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': given.signature ?? `v0=${hmac.digest('hex')}`,
      },
      body: base64 ? bytes.toString('base64') : bytes.toString(),
      isBase64Encoded: base64,
    },
    given.kept,
  );
}

async function admitEvent(event: object, [kept = SECRET, current = kept]: readonly string[] = []) {
  let text = kept;
  const secret = {
    read: async () => text,
    doubt() {
      text = current;
    },
  };
  return admit(event as APIGatewayProxyEventV2, secret, INSTALLATION, NOW);
}

async function status(sent: Sent): Promise<number> {
  const admission = await send(sent);
  return admission.admitted ? 200 : admission.status;
}

describe('the door', () => {
  it('admits a signed form in base64, and hands on what it says', async () => {
    const admission = await send({
      body: `${OURS}&command=%2Flts&text=日志`,
      contentType: `${FORM}; charset=utf-8`,
    });
    const body = '{"api_app_id":"A1","command":"/lts","text":"日志"}';
    expect(admission).toMatchObject({
      admitted: true,
      event: { body, isBase64Encoded: false, headers: { 'content-type': JSON_TYPE } },
    });
  });

  it('admits signed JSON as it came, in base64 or not', async () => {
    const body = '{"api_app_id":"A1","type":"event_callback","text":"日志 😀"}';
    expect(await status({ body, contentType: JSON_TYPE })).toBe(200);
    expect(await status({ body, contentType: JSON_TYPE, base64: false })).toBe(200);
  });

  it.each([
    ['another secret', { body: OURS, secret: 'other' }],
    ['no signature', { body: OURS, signature: '' }],
    ['half a signature', { body: OURS, signature: `v0=${'0'.repeat(63)}` }],
    ['another version', { body: OURS, signature: `v1=${'0'.repeat(64)}` }],
    ['a timestamp over five minutes old', { body: OURS, timestamp: String(NOW / 1_000 - 301) }],
    ['a timestamp over five minutes ahead', { body: OURS, timestamp: String(NOW / 1_000 + 301) }],
    ['a timestamp that is no number', { body: OURS, timestamp: 'NaN' }],
    ['no timestamp', { body: OURS, timestamp: '' }],
    ['a probe that nobody signed', { body: 'ssl_check=1', signature: 'v0=' }],
  ])('refuses %s with 401', async (_, sent) => {
    expect(await status(sent)).toBe(401);
  });

  it.each([-300, 300])('admits a clock that is %i seconds off', async (seconds) => {
    expect(await status({ body: OURS, timestamp: String(NOW / 1_000 + seconds) })).toBe(200);
  });

  it.each([
    ['JSON that does not parse', { body: '{', contentType: JSON_TYPE }],
    ['JSON that is no object', { body: 'null', contentType: JSON_TYPE }],
    ['a payload that does not parse', { body: 'payload=%7B' }],
    ['a payload that is a list', { body: 'payload=%5B%5D' }],
    ['another content type', { body: OURS, contentType: 'text/plain' }],
    ['another app', { body: 'api_app_id=A2' }],
    ['no app', { body: 'team_id=T1' }],
    ['an app beside a payload without one', { body: `payload=%7B%7D&${OURS}` }],
  ])('refuses %s with 400, though it is signed', async (_, sent) => {
    expect(await status(sent)).toBe(400);
  });

  it.each([
    ['url_verification', { body: '{"type":"url_verification","challenge":"c"}', contentType: JSON_TYPE }],
    ['ssl_check', { body: 'ssl_check=1&token=t' }],
  ])('admits a signed %s, which names no app', async (_, sent) => {
    expect(await status(sent)).toBe(200);
  });

  it('hands on the first of two payloads, which is the one that it has checked', async () => {
    const body = `payload=${encodeURIComponent('{"api_app_id":"A1"}')}&payload=%7B%7D`;
    expect(await send({ body })).toMatchObject({ event: { body: '{"api_app_id":"A1"}' } });
  });

  it.each([true, false])('takes 1 MB and not a byte more, whoever signed it (base64: %s)', async (base64) => {
    const body = `${OURS}&a=`.padEnd(1024 * 1024, 'b');
    expect(await status({ body, base64 })).toBe(200);
    expect(await status({ body: `${body}b`, base64 })).toBe(400);
  });

  it('counts bytes, not characters', async () => {
    expect(await status({ body: '错'.repeat(100_000), base64: false })).toBe(400);
  });

  it('refuses a huge body without decoding it', async () => {
    const body = 'QUJD'.repeat(8_000_000);
    const before = process.memoryUsage().arrayBuffers;
    expect(await admitEvent({ headers: {}, body, isBase64Encoded: true })).toMatchObject({ status: 400 });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1_000_000);
  });

  it('reads headers in any case', async () => {
    const timestamp = String(NOW / 1_000);
    const signature = createHmac('sha256', SECRET).update(`v0:${timestamp}:${OURS}`).digest('hex');
    const headers = {
      'Content-Type': FORM,
      'X-Slack-Request-Timestamp': timestamp,
      'X-Slack-Signature': `v0=${signature}`,
    };
    expect(await admitEvent({ headers, body: OURS })).toMatchObject({ admitted: true });
  });

  it.each([
    ['none', {}],
    ['lists', { headers: { 'x-slack-signature': ['v0='], 'x-slack-request-timestamp': [NOW / 1_000] } }],
  ])('refuses headers that are %s', async (_, event) => {
    expect(await admitEvent({ ...event, body: OURS })).toEqual({ admitted: false, status: 401 });
  });
});

describe('while the signing secret is changed, the door', () => {
  const both = JSON.stringify(['old', 'new']);

  it.each(['old', 'new'])('admits what is signed with the %s one of two', async (secret) => {
    expect(await status({ body: OURS, secret, kept: [both] })).toBe(200);
  });

  it('refuses what is signed with a third', async () => {
    expect(await status({ body: OURS, secret: 'other', kept: [both] })).toBe(401);
  });

  it('reads the secret again for a signature that does not fit', async () => {
    expect(await status({ body: OURS, secret: 'new', kept: ['old', both] })).toBe(200);
    expect(await status({ body: OURS, secret: 'other', kept: ['old', both] })).toBe(401);
  });

  it.each(['', '[', '[]', '[""]', '["old",""]', '["a","b","c"]', '[1]'])(
    'takes no request for genuine with the secret %j',
    async (kept) => {
      const refusal = /^The signing secret is neither a text nor a JSON array of two$/;
      await expect(send({ body: OURS, secret: kept || ' ', kept: [kept] })).rejects.toThrow(refusal);
    },
  );
});
