import type { IncomingMessage } from 'node:http';
import { ACCOUNT, REGION } from './intrinsics.ts';
import type { Route } from './stack.ts';

const API_ID = 'local';

export interface HttpCall {
  readonly route: Route;
  readonly requestId: string;
  readonly request: IncomingMessage;
  readonly url: URL;
  readonly body: Buffer;
}

/**
 * The event that an HTTP API sends to a function, payload format 2.0.
 *
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function toHttpEvent({ route, requestId, request, url, body }: HttpCall): unknown {
  const { cookie, ...headers } = joinHeaders(request);
  const now = new Date();
  const isBase64Encoded = body.length > 0 && !isText(request.headers['content-type'] ?? '');
  return {
    version: '2.0',
    routeKey: route.key,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    ...(cookie === undefined ? {} : { cookies: cookie.split(/; */) }),
    headers,
    ...(url.search.length > 1 ? { queryStringParameters: joinQuery(url) } : {}),
    requestContext: {
      accountId: ACCOUNT,
      apiId: API_ID,
      domainName: `${API_ID}.execute-api.${REGION}.amazonaws.com`,
      domainPrefix: API_ID,
      http: {
        method: request.method,
        path: url.pathname,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress,
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId,
      routeKey: route.key,
      stage: '$default',
      time: toLogTime(now),
      timeEpoch: now.getTime(),
    },
    ...(body.length > 0 ? { body: body.toString(isBase64Encoded ? 'base64' : 'utf8') } : {}),
    isBase64Encoded,
  };
}

/** Names in lower case, the values of a repeated one joined with commas. */
function joinHeaders(request: IncomingMessage): Record<string, string> {
  const separator = (name: string) => (name === 'cookie' ? '; ' : ',');
  return Object.fromEntries(
    Object.entries(request.headersDistinct).map(([name, values = []]) => [
      name,
      values.join(separator(name)),
    ]),
  );
}

function joinQuery(url: URL): Record<string, string> {
  const names = new Set(url.searchParams.keys());
  return Object.fromEntries([...names].map((name) => [name, url.searchParams.getAll(name).join(',')]));
}

/** What an HTTP API leaves as text. Everything else arrives as base64, Slack's form bodies too. */
function isText(contentType: string): boolean {
  const type = contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return type.startsWith('text/') || /^application\/(json|javascript|xml)$/.test(type);
}

/** Such as `31/Jan/2026:09:05:00 +0000`. */
function toLogTime(time: Date): string {
  const [, day, month, year, clock] = time.toUTCString().split(' ');
  return `${day}/${month}/${year}:${clock} +0000`;
}
