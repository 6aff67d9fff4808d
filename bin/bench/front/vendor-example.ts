import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { App, AwsLambdaReceiver } from '@slack/bolt';

// A function as Bolt's guide to AWS Lambda writes it, with the one listener that this benchmark asks for: it hands the
// command over with the AWS SDK. https://docs.slack.dev/tools/bolt-js/deployments/aws-lambda
// What the guide leaves in the environment, the signing secret and the token, is there; so it reads no secret.

const awsLambdaReceiver = new AwsLambdaReceiver({
  signingSecret: process.env.SLACK_SIGNING_SECRET ?? '',
  customPropertiesExtractor: ({ requestContext }) => ({
    receivedAt: requestContext.timeEpoch,
    requestId: requestContext.requestId,
  }),
});

const app = new App({
  token: process.env.SLACK_BOT_TOKEN ?? '',
  receiver: awsLambdaReceiver,
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL ?? '' },
});

const lambda = new LambdaClient({});

app.command('/lts', async ({ command, context, ack }) => {
  const job = {
    kind: 'typed',
    id: command.trigger_id,
    teamId: command.team_id,
    userId: command.user_id,
    channelId: command.channel_id,
    receivedAt: context.receivedAt,
    requestId: context.requestId,
    responseUrl: command.response_url,
    text: command.text,
  };
  await lambda.send(
    new InvokeCommand({
      FunctionName: process.env.WORKER_FUNCTION_NAME,
      InvocationType: 'Event',
      Payload: JSON.stringify(job),
    }),
  );
  await ack();
});

type AwsHandler = Awaited<ReturnType<AwsLambdaReceiver['start']>>;

export const handler: AwsHandler = async (event, context) => {
  const handle = await awsLambdaReceiver.start();
  return handle(event, context);
};
