import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { logError } from '../log.ts';
import type { BoltHandler } from './app.ts';
import { admit } from './door.ts';

type Handler = (
  event: APIGatewayProxyEventV2,
  context: unknown,
) => Promise<APIGatewayProxyStructuredResultV2>;

/**
 * Everything that Slack sends passes the door and then Bolt. A stranger gets a bare 401 or 400; nobody gets a 5xx,
 * which would tell a prober that something broke.
 */
export function createFront(
  fetchSigningSecret: () => Promise<string>,
  bolt: BoltHandler,
  now: () => number,
): Handler {
  let secret: string | undefined;
  return async (event, context) => {
    try {
      // Once a container; a fetch that failed is tried again with the next request.
      secret ??= await fetchSigningSecret();
    } catch (error) {
      logError('the signing secret could not be read', error);
      return { statusCode: 401 };
    }
    const admission = admit(event, secret, now());
    if (!admission.admitted) return { statusCode: admission.status };
    try {
      const { statusCode, headers, body } = await bolt(admission.event, context);
      if (statusCode < 500) return { statusCode, body, ...(headers && { headers }) };
    } catch (error) {
      // Its message may quote the request.
      logError('an admitted request could not be handled', error instanceof Error ? error.name : 'unknown');
    }
    return { statusCode: 400 };
  };
}
