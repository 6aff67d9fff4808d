import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { STACK_DESCRIPTION } from '../config.ts';
import { addAlarmTopic } from './alarm-topic.ts';
import { addAlarms } from './alarms.ts';
import { addDashboard } from './dashboard.ts';
import { addData } from './data.ts';
import { Figures } from './figures.ts';
import { addFailed, addFront, addWorker } from './functions.ts';
import { addRequestApi } from './request-api.ts';
import type { Settings } from './settings.ts';

export interface ChatOpsStackProps {
  readonly settings: Settings;
  /** Where `bundleFunctions` put the code. */
  readonly code: string;
}

/** API Gateway → front → (asynchronously) worker → failed, and what tells people how that goes. */
export class ChatOpsStack extends Stack {
  constructor(scope: Construct, id: string, { settings, code }: ChatOpsStackProps) {
    super(scope, id, { description: STACK_DESCRIPTION });
    const name = this.stackName;

    const data = addData(this, settings);
    const defaults = { settings, code, metricsNamespace: name };
    const failed = addFailed(this, defaults, data);
    const worker = addWorker(this, defaults, data, failed);
    const front = addFront(this, defaults, data, worker);
    const requestUrl = addRequestApi(this, front.lambda, settings);

    const functions = { front, worker, failed };
    const figures = new Figures(name);
    const { alarmTarget } = settings;
    const topic = alarmTarget === undefined ? undefined : addAlarmTopic(this, alarmTarget);
    const alarms = addAlarms(this, name, functions, figures, topic);
    addDashboard(this, name, functions, figures, alarms);

    this.addOutputs({
      RequestUrl: requestUrl,
      SlackSigningSecretArn: data.signingSecret.secretArn,
      SlackBotTokenArn: data.botToken.secretArn,
      LtsCredentialsArn: data.ltsCredentials.secretArn,
      StateTableName: data.state.tableName,
      AuditTableName: data.audit.tableName,
      FrontFunctionName: front.lambda.functionName,
      WorkerFunctionName: worker.lambda.functionName,
      FailedFunctionName: failed.lambda.functionName,
    });
  }

  /** By which programs and people find what has been deployed. */
  private addOutputs(values: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(values)) new CfnOutput(this, name, { value });
  }
}
