import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import type { Secret } from '../aws/secrets.ts';
import { logAs, logError, logInfo } from '../log.ts';
import { count, flushMetrics, measure } from '../metrics.ts';
import type { BoltHandler } from './app.ts';
import { type Admission, admit } from './door.ts';
import type { Installation } from './installation.ts';

type Result = APIGatewayProxyStructuredResultV2;

/** Of what Lambda tells a handler, what this one reads. */
type FrontContext = Pick<Context, 'awsRequestId'>;

type Handler = (event: APIGatewayProxyEventV2, context: FrontContext) => Promise<Result>;

/**
 * Everything that Slack sends passes the door and then Bolt. A stranger gets a bare 401 or 400, and what is signed and
 * nothing that the bot listens to a 400; nobody gets a 5xx, which would tell a prober that something broke.
 */
export function createFront(
  signingSecret: Secret,
  installation: Installation,
  bolt: BoltHandler,
  now: () => number,
): Handler {
  async function tryToAdmit(event: APIGatewayProxyEventV2): Promise<Admission> {
    try {
      return await admit(event, signingSecret, installation, now());
    } catch (error) {
      logError('the signing secret could not be read', error);
      count('SigningSecretUnread');
      return { admitted: false, status: 401 };
    }
  }

  async function answer(event: APIGatewayProxyEventV2, context: FrontContext): Promise<Result> {
    const admission = await tryToAdmit(event);
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
    if (statusCode === 200) return { statusCode, body, ...(headers && { headers }) };
  } catch (error) {
    // Its message may quote the request.
    logError('an admitted request could not be handled', error instanceof Error ? error.name : 'unknown');
  }
  return { statusCode: 400 };
}
