import { createHmac } from 'node:crypto';

export const SIGNING_SECRET = 'benchmark-signing-secret';

/** As API Gateway passes on what Slack sends: a form, in base64. */
export function signedCommand() {
  const body = new URLSearchParams({
    command: '/lts',
    text: 'logs checkout/api error since:1h',
    trigger_id: '1.2.3',
    team_id: 'T1',
    api_app_id: 'A1',
    user_id: 'U1',
    channel_id: 'C1',
    response_url: 'http://127.0.0.1/response',
  }).toString();
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const signature = createHmac('sha256', SIGNING_SECRET).update(`v0:${timestamp}:${body}`).digest('hex');
  return {
    version: '2.0',
    routeKey: 'POST /slack/events',
    rawPath: '/slack/events',
    rawQueryString: '',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    },
    requestContext: { requestId: 'bench-request', timeEpoch: Date.now() },
    body: Buffer.from(body).toString('base64'),
    isBase64Encoded: true,
  };
}
