import { join } from 'node:path';
import { CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  Metric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { AttributeType, BillingMode, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LambdaDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { ENV, EXPIRY_ATTRIBUTE, METRICS_NAMESPACE } from '../config.ts';
import type { CountName } from '../metrics.ts';
import { type FunctionName, POLICY_FILE } from './bundle.ts';
import type { Settings } from './settings.ts';

export interface ChatOpsStackProps {
  readonly settings: Settings;
  /** Where `bundleFunctions` put the code. */
  readonly code: string;
}

/** GovSlack, which has a domain of its own, is not served. https://api.slack-gov.com/gov-slack/about */
const SLACK_API_URL = 'https://slack.com/api/';
/** https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
const SLACK_HOOKS_ORIGIN = 'https://hooks.slack.com';

/** As long as the worker and the failed function run at most: an attempt that lives is left alone. Lambda's next one comes later. */
const JOB_LEASE_MS = '60000';

/** On single items: nobody lists the table. */
const ITEM_ACTIONS = ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'];

/**
 * API Gateway → front → (asynchronously) worker → failed. What a function may do stands beside what it is told.
 */
export class ChatOpsStack extends Stack {
  constructor(scope: Construct, id: string, { settings, code }: ChatOpsStackProps) {
    super(scope, id, { description: 'LTS ChatOps: Huawei Cloud Log Tank Service in Slack' });

    const signingSecret = new Secret(this, 'SlackSigningSecret', {
      description: 'Signing secret of the Slack app; while it is changed, a JSON array of the two',
    });
    const botToken = new Secret(this, 'SlackBotToken', { description: 'Bot token of the Slack app, xoxb-…' });
    const ltsCredentials = new Secret(this, 'LtsCredentials', {
      description: 'JSON with the credentials of each LTS source',
    });

    // What channels have set, which is kept when the stack goes; jobs, journals and quotas expire.
    const state = new Table(this, 'State', {
      partitionKey: { name: 'id', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      timeToLiveAttribute: EXPIRY_ATTRIBUTE,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      removalPolicy: RemovalPolicy.RETAIN,
    });

    // Kept for good: who did what is asked for long after.
    const audit = new Table(this, 'Audit', {
      partitionKey: { name: 'day', type: AttributeType.STRING },
      sortKey: { name: 'at', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });

    const failed = this.addFunction('failed', code, 256, Duration.seconds(60), {
      [ENV.command]: settings.command,
      [ENV.slackApiUrl]: SLACK_API_URL,
      [ENV.hooksOrigin]: SLACK_HOOKS_ORIGIN,
      [ENV.botToken]: botToken.secretArn,
      [ENV.stateTable]: state.tableName,
      [ENV.auditTable]: audit.tableName,
      [ENV.jobLease]: JOB_LEASE_MS,
    });
    state.grant(failed, ...ITEM_ACTIONS);
    audit.grant(failed, 'dynamodb:PutItem');
    botToken.grantRead(failed);

    // After half an hour the person has asked again, and the response_url is gone.
    failed.configureAsyncInvoke({ retryAttempts: 2, maxEventAge: Duration.minutes(30) });

    const period = Duration.minutes(5);
    const failedJobs = new Metric({
      namespace: METRICS_NAMESPACE,
      metricName: 'FailedJob' satisfies CountName,
      dimensionsMap: { service: 'failed' },
      statistic: 'Sum',
      period,
    });
    this.addAlarm(
      'FailedJobs',
      failedJobs,
      'Commands that could not be finished. Each has a line in the log of the failed function, whose request_id finds ' +
        'the others, of all functions; the table keeps the job for two weeks as failed#…',
    );
    // What cannot start counts nothing itself.
    this.addAlarm(
      'FailedFunctionErrors',
      failed.metricErrors({ period }),
      'The failed function itself fails: whoever gave the command may never hear of it. Its log says why.',
    );

    const worker = this.addFunction('worker', code, 512, Duration.seconds(60), {
      [ENV.command]: settings.command,
      [ENV.slackApiUrl]: SLACK_API_URL,
      [ENV.hooksOrigin]: SLACK_HOOKS_ORIGIN,
      [ENV.botToken]: botToken.secretArn,
      [ENV.ltsSources]: JSON.stringify(settings.sources),
      [ENV.ltsCredentials]: ltsCredentials.secretArn,
      [ENV.stateTable]: state.tableName,
      [ENV.auditTable]: audit.tableName,
      [ENV.jobLease]: JOB_LEASE_MS,
      [ENV.policyFile]: POLICY_FILE,
    });
    state.grant(worker, ...ITEM_ACTIONS);
    audit.grant(worker, 'dynamodb:PutItem', 'dynamodb:Query');
    botToken.grantRead(worker);
    ltsCredentials.grantRead(worker);
    worker.configureAsyncInvoke({
      retryAttempts: 2,
      maxEventAge: Duration.minutes(5),
      onFailure: new LambdaDestination(failed),
    });

    // Slack waits 3 s; the hand-over gives up before that, and time is left to say so.
    const front = this.addFunction('front', code, 512, Duration.seconds(10), {
      [ENV.command]: settings.command,
      [ENV.teamId]: settings.slack.teamId,
      [ENV.appId]: settings.slack.appId,
      [ENV.slackApiUrl]: SLACK_API_URL,
      [ENV.hooksOrigin]: SLACK_HOOKS_ORIGIN,
      [ENV.signingSecret]: signingSecret.secretArn,
      [ENV.botToken]: botToken.secretArn,
      [ENV.workerFunction]: worker.functionName,
    });
    signingSecret.grantRead(front);
    botToken.grantRead(front);
    worker.grantInvoke(front);

    const api = new HttpApi(this, 'Api', { description: 'Requests from Slack' });
    const integration = new HttpLambdaIntegration('Front', front);
    api.addRoutes({ path: '/slack/events', methods: [HttpMethod.POST], integration });

    this.addOutputs({
      RequestUrl: `${api.apiEndpoint}/slack/events`,
      SlackSigningSecretArn: signingSecret.secretArn,
      SlackBotTokenArn: botToken.secretArn,
      LtsCredentialsArn: ltsCredentials.secretArn,
      StateTableName: state.tableName,
      AuditTableName: audit.tableName,
      FrontFunctionName: front.functionName,
      WorkerFunctionName: worker.functionName,
      FailedFunctionName: failed.functionName,
    });
  }

  /** By which programs and people find what has been deployed. */
  private addOutputs(values: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(values)) new CfnOutput(this, name, { value });
  }

  /** Rings at once. */
  private addAlarm(id: string, metric: IMetric, alarmDescription: string): void {
    new Alarm(this, id, {
      alarmDescription,
      metric,
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }

  private addFunction(
    name: FunctionName,
    code: string,
    memorySize: number,
    timeout: Duration,
    environment: Record<string, string> = {},
  ): LambdaFunction {
    const id = name.charAt(0).toUpperCase() + name.slice(1);
    return new LambdaFunction(this, id, {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromAsset(join(code, name)),
      memorySize,
      timeout,
      // Powertools names each line and metric by it.
      environment: { ...environment, POWERTOOLS_SERVICE_NAME: name },
      logGroup: new LogGroup(this, `${id}Logs`, {
        retention: RetentionDays.ONE_MONTH,
        removalPolicy: RemovalPolicy.DESTROY,
      }),
    });
  }
}
