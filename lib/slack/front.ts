import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { logAs, logError, logInfo } from '../log.ts';
import { flushMetrics, measure } from '../metrics.ts';
import type { BoltHandler } from './app.ts';
import { admit } from './door.ts';

type Result = APIGatewayProxyStructuredResultV2;

/** Of what Lambda tells a handler, what this one reads. */
type FrontContext = Pick<Context, 'awsRequestId'>;

type Handler = (event: APIGatewayProxyEventV2, context: FrontContext) => Promise<Result>;

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

  async function answer(event: APIGatewayProxyEventV2, context: FrontContext): Promise<Result> {
    try {
      // Once a container; a fetch that failed is tried again with the next request.
      secret ??= await fetchSigningSecret();
    } catch (error) {
      logError('the signing secret could not be read', error);
      return { statusCode: 401 };
    }
    const admission = admit(event, secret, now());
    if (!admission.admitted) return { statusCode: admission.status };
    const result = await askBolt(bolt, admission.event, context);
    measure('AckTime', now() - event.requestContext.timeEpoch);
    return result;
  }

  return async (event, context) => {
    const { requestId, timeEpoch } = event.requestContext;
    logAs({ requestId, functionRequestId: context.awsRequestId });
    try {
      const result = await answer(event, context);
      logInfo('a request was answered', { status: result.statusCode, ms: now() - timeEpoch });
      return result;
    } finally {
      flushMetrics();
    }
  };
}

async function askBolt(
  bolt: BoltHandler,
  event: APIGatewayProxyEventV2,
  context: FrontContext,
): Promise<Result> {
  try {
    const { statusCode, headers, body } = await bolt(event, context);
    if (statusCode < 500) return { statusCode, body, ...(headers && { headers }) };
  } catch (error) {
    // Its message may quote the request.
    logError('an admitted request could not be handled', error instanceof Error ? error.name : 'unknown');
  }
  return { statusCode: 400 };
}
