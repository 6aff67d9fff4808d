import { Duration, Validations } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { ENV } from '../config.ts';
import { POLICY_FILE } from './bundle.ts';
import type { Data } from './data.ts';
import { addFunction, type ChatOpsFunction, type FunctionDefaults, letInvoke, letRead } from './function.ts';

// What a function may do stands beside what it is told.

/** GovSlack, which has a domain of its own, is not served. https://api.slack-gov.com/gov-slack/about */
const SLACK = {
  [ENV.slackApiUrl]: 'https://slack.com/api/',
  /** https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
  [ENV.hooksOrigin]: 'https://hooks.slack.com',
};

/** How long the worker and the failed function run at most. */
const JOB_TIME = Duration.seconds(60);

/** What whoever does jobs, or tells of them, is told. */
const forJobs = ({ settings }: FunctionDefaults, { botToken, state, audit }: Data) => ({
  ...SLACK,
  [ENV.command]: settings.command,
  [ENV.botToken]: botToken.secretArn,
  [ENV.stateTable]: state.tableName,
  [ENV.auditTable]: audit.tableName,
  /** As long as it runs: an attempt that lives is left alone. Lambda's next one comes later. */
  [ENV.jobLease]: String(JOB_TIME.toMilliseconds()),
});

/** On single items: nobody lists the table. */
const ITEM_ACTIONS = ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'];

/** Keeps what the worker could not finish, and tells the person. */
export function addFailed(scope: Construct, defaults: FunctionDefaults, data: Data): ChatOpsFunction {
  const { botToken, state, audit } = data;
  const failed = addFunction(scope, 'failed', defaults, {
    memorySize: 256,
    timeout: JOB_TIME,
    environment: forJobs(defaults, data),
    whyNoQueue:
      'It is the last one: it has three attempts, and an alarm rings when one fails. A queue would keep what was typed, with secrets and response_urls.',
  });
  letRead(failed, botToken);
  state.grant(failed.lambda, ...ITEM_ACTIONS);
  audit.grant(failed.lambda, 'dynamodb:PutItem');
  // After half an hour the person has asked again, and the response_url is gone.
  failed.lambda.configureAsyncInvoke({ retryAttempts: 2, maxEventAge: Duration.minutes(30) });
  Validations.of(failed.lambda).acknowledge({
    id: 'Serverless-LambdaAsyncFailureDestination',
    reason: 'It is itself where failures end. What comes after it is a person, whom an alarm calls.',
  });
  return failed;
}

/** Does jobs; what it cannot finish goes to `failed`. */
export function addWorker(
  scope: Construct,
  defaults: FunctionDefaults,
  data: Data,
  failed: ChatOpsFunction,
): ChatOpsFunction {
  const { botToken, ltsCredentials, state, audit } = data;
  const worker = addFunction(scope, 'worker', defaults, {
    memorySize: 512,
    timeout: JOB_TIME,
    environment: {
      ...forJobs(defaults, data),
      [ENV.ltsSources]: JSON.stringify(defaults.settings.sources),
      [ENV.ltsCredentials]: ltsCredentials.secretArn,
      [ENV.policyFile]: POLICY_FILE,
    },
    whyNoQueue: 'What it cannot finish goes to the failed function, which gets more than a queue would.',
  });
  letRead(worker, botToken, ltsCredentials);
  state.grant(worker.lambda, ...ITEM_ACTIONS);
  audit.grant(worker.lambda, 'dynamodb:PutItem', 'dynamodb:Query');
  letInvoke(worker, failed);
  worker.lambda.configureAsyncInvoke({
    retryAttempts: 2,
    maxEventAge: Duration.minutes(5),
    // CDK's own destination would let the worker invoke all versions of it.
    onFailure: { bind: () => ({ destination: failed.lambda.functionArn }) },
  });
  return worker;
}

/** Answers Slack, and hands over to `worker`. */
export function addFront(
  scope: Construct,
  defaults: FunctionDefaults,
  data: Data,
  worker: ChatOpsFunction,
): ChatOpsFunction {
  const { signingSecret, botToken } = data;
  const { command, slack } = defaults.settings;
  const front = addFunction(scope, 'front', defaults, {
    memorySize: 512,
    // Slack waits 3 s; the hand-over gives up before that, and time is left to say so.
    timeout: Duration.seconds(10),
    environment: {
      ...SLACK,
      [ENV.command]: command,
      [ENV.teamId]: slack.teamId,
      [ENV.appId]: slack.appId,
      [ENV.signingSecret]: signingSecret.secretArn,
      [ENV.botToken]: botToken.secretArn,
      [ENV.workerFunction]: worker.lambda.functionName,
    },
    whyNoQueue: 'Only API Gateway invokes it, and waits for its answer: there is no event to be kept.',
  });
  letRead(front, signingSecret, botToken);
  letInvoke(front, worker);
  return front;
}
