import { createHmac } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { admit } from '../../lib/slack/door.ts';

const SECRET = 'signing-secret';
const NOW = 1_800_000_000_000;
const FORM = 'application/x-www-form-urlencoded';

interface Sent {
  body: string | Buffer;
  contentType?: string;
  timestamp?: string;
  signature?: string;
  base64?: boolean;
  secret?: string;
}

function send({ body, contentType = FORM, base64 = true, secret = SECRET, ...given }: Sent) {
  const bytes = Buffer.from(body);
  const timestamp = given.timestamp ?? String(NOW / 1_000);
  const hmac = createHmac('sha256', secret).update(Buffer.concat([Buffer.from(`v0:${timestamp}:`), bytes]));
  const event = {
    version: '2.0',
    headers: {
      'content-type': contentType,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': given.signature ?? `v0=${hmac.digest('hex')}`,
    },
    body: base64 ? bytes.toString('base64') : bytes.toString(),
    isBase64Encoded: base64,
  } as Partial<APIGatewayProxyEventV2> as APIGatewayProxyEventV2;
  return admit(event, SECRET, NOW);
}

const status = (sent: Sent) => {
  const admission = send(sent);
  return admission.admitted ? 200 : admission.status;
};

describe('the door', () => {
  it('admits a signed form in base64, and hands on its text', () => {
    const admission = send({ body: 'command=%2Flts&text=日志', contentType: `${FORM}; charset=utf-8` });
    expect(admission).toMatchObject({
      admitted: true,
      event: { body: 'command=%2Flts&text=日志', isBase64Encoded: false, headers: { 'content-type': FORM } },
    });
  });

  it('admits signed JSON as it came, in base64 or not', () => {
    const body = '{"type":"event_callback","text":"日志 😀"}';
    expect(status({ body, contentType: 'application/json' })).toBe(200);
    expect(status({ body, contentType: 'application/json', base64: false })).toBe(200);
  });

  it.each([
    ['another secret', { body: 'a=b', secret: 'other' }],
    ['no signature', { body: 'a=b', signature: '' }],
    ['half a signature', { body: 'a=b', signature: `v0=${'0'.repeat(63)}` }],
    ['another version', { body: 'a=b', signature: `v1=${'0'.repeat(64)}` }],
    ['a timestamp over five minutes old', { body: 'a=b', timestamp: String(NOW / 1_000 - 301) }],
    ['a timestamp over five minutes ahead', { body: 'a=b', timestamp: String(NOW / 1_000 + 301) }],
    ['a timestamp that is no number', { body: 'a=b', timestamp: 'NaN' }],
    ['no timestamp', { body: 'a=b', timestamp: '' }],
    ['a probe that nobody signed', { body: 'ssl_check=1', signature: 'v0=' }],
  ])('refuses %s with 401', (_, sent) => {
    expect(status(sent)).toBe(401);
  });

  it.each([-300, 300])('admits a clock that is %i seconds off', (seconds) => {
    expect(status({ body: 'a=b', timestamp: String(NOW / 1_000 + seconds) })).toBe(200);
  });

  it.each([
    ['JSON that does not parse', { body: '{', contentType: 'application/json' }],
    ['JSON that is no object', { body: 'null', contentType: 'application/json' }],
    ['a payload that does not parse', { body: 'payload=%7B' }],
    ['a payload that is a list', { body: 'payload=%5B%5D' }],
    ['another content type', { body: 'a=b', contentType: 'text/plain' }],
  ])('refuses %s with 400, though it is signed', (_, sent) => {
    expect(status(sent)).toBe(400);
  });

  it('takes 256 KB and not a byte more, whoever signed it', () => {
    expect(status({ body: `a=${'b'.repeat(256 * 1024 - 2)}` })).toBe(200);
    expect(status({ body: `a=${'b'.repeat(256 * 1024 - 1)}` })).toBe(400);
  });

  it('reads headers in any case', () => {
    const timestamp = String(NOW / 1_000);
    const signature = createHmac('sha256', SECRET).update(`v0:${timestamp}:a=b`).digest('hex');
    const headers = {
      'Content-Type': FORM,
      'X-Slack-Request-Timestamp': timestamp,
      'X-Slack-Signature': `v0=${signature}`,
    };
    const event = { headers, body: 'a=b', isBase64Encoded: false } as Partial<APIGatewayProxyEventV2>;
    expect(admit(event as APIGatewayProxyEventV2, SECRET, NOW).admitted).toBe(true);
  });
});
