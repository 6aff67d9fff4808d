import { Stack, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { addLogGroup } from './log-group.ts';
import type { Settings } from './settings.ts';

const PATH = '/slack/events';

/**
 * Nothing that the caller wrote but its address: no header, no path, no query, no body.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html
 */
const ACCESS_LOG = {
  request_id: '$context.requestId',
  ip: '$context.identity.sourceIp',
  time: '$context.requestTime',
  route: '$context.routeKey',
  status: '$context.status',
  ms: '$context.responseLatency',
  error: '$context.integrationErrorMessage',
};

/** The one way in: `POST /slack/events`, for all that Slack sends. Gives its whole URL. */
export function addRequestApi(scope: Construct, front: IFunction, settings: Settings): string {
  const api = new HttpApi(scope, 'Api', {
    apiName: Stack.of(scope).stackName,
    description: 'Requests from Slack',
    createDefaultStage: false,
  });
  const { requestsPerSecond: rateLimit, burst: burstLimit } = settings.throttle;
  new HttpStage(scope, 'ApiStage', {
    httpApi: api,
    autoDeploy: true,
    throttle: { rateLimit, burstLimit },
    accessLogSettings: {
      destination: new LogGroupLogDestination(addLogGroup(scope, 'ApiLogs', settings)),
      format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)),
    },
  });
  const integration = new HttpLambdaIntegration('Front', front);
  for (const route of api.addRoutes({ path: PATH, methods: [HttpMethod.POST], integration })) {
    Validations.of(route).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason:
        'Slack signs each request, over the raw body, and the front function proves that before it looks at anything else. No authorizer of API Gateway sees the body, so none could.',
    });
  }
  return `${api.apiEndpoint}${PATH}`;
}
