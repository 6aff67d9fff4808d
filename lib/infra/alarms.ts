import { Alarm, ComparisonOperator, type IMetric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { FunctionName } from './bundle.ts';
import { type Figures, PERIOD } from './figures.ts';
import type { ChatOpsFunction } from './function.ts';

interface Rule {
  /** Named in words, it heads a section of `docs/runbook.md`. */
  readonly id: string;
  readonly metric: IMetric;
  /** It rings from here on, within five minutes. */
  readonly atLeast: number;
  /** In how many of the last how many times five minutes; once, at once, where absent. */
  readonly repeated?: readonly [ringing: number, of: number];
  readonly means: string;
}

/** Slack waits for 3 s. What is left is for the network. */
const SLOW_ACK_MS = 2_000;
/** Most jobs start within a second. One that fails once is 0 and 60 s old at its attempts: that alone is no trend. */
const OLD_JOB_MS = 45_000;

/** Tells what passes by itself from what stays, also where somebody asks only every few minutes. */
const TWICE_AN_HOUR = [2, 12] as const;
const TWICE_OF_THREE = [2, 3] as const;

function rulesFor(of: Readonly<Record<FunctionName, ChatOpsFunction>>, figures: Figures): readonly Rule[] {
  const errors = (name: FunctionName) => of[name].lambda.metricErrors({ period: PERIOD });
  const throttles = (name: FunctionName) => of[name].lambda.metricThrottles({ period: PERIOD });
  return [
    {
      id: 'FailedJobs',
      metric: figures.count('failed', 'FailedJob'),
      atLeast: 1,
      means: 'Commands that could not be finished: people were told that, and not what they asked for.',
    },
    {
      id: 'HandOverFailures',
      metric: figures.count('front', 'HandOverFailed'),
      atLeast: 1,
      means: 'Commands that the worker never got: people were told so at once.',
    },
    {
      id: 'SigningSecretUnread',
      metric: figures.count('front', 'SigningSecretUnread'),
      // Whoever asks gets a 401, as a stranger does, and no other figure tells that apart. Most try again.
      atLeast: 2,
      means: 'The signing secret cannot be read: all that Slack sends is turned away.',
    },
    {
      id: 'SlowAcks',
      metric: figures.time('front', 'AckTime', Stats.percentile(99)),
      // Whole milliseconds.
      atLeast: SLOW_ACK_MS + 1,
      // One slow start of a container is no trend.
      repeated: TWICE_OF_THREE,
      means: 'One of a hundred requests is answered after over 2 s. After 3 s Slack gives up.',
    },
    {
      id: 'FrontErrors',
      metric: errors('front'),
      // It throws at nothing that anybody may send.
      atLeast: 1,
      means: 'The front function crashed or ran out of time: whoever asked got an error of Slack.',
    },
    {
      id: 'FrontThrottles',
      metric: throttles('front'),
      atLeast: 1,
      means: 'Lambda turned requests of Slack away: whoever asked got an error of Slack.',
    },
    {
      id: 'WorkerErrors',
      metric: errors('worker'),
      // Lambda repeats an attempt that failed; what stays so rings as a failed job.
      atLeast: 5,
      means: 'Attempts at jobs fail. Lambda repeats each twice: people wait for minutes.',
    },
    {
      id: 'WorkerThrottles',
      metric: throttles('worker'),
      // Lambda comes back with each, for five minutes: a burst passes.
      atLeast: 10,
      means: 'Lambda holds jobs back, for there is no concurrency left: people wait.',
    },
    {
      id: 'OldJobs',
      metric: of.worker.lambda.metric('AsyncEventAge', { statistic: Stats.AVERAGE, period: PERIOD }),
      atLeast: OLD_JOB_MS,
      repeated: TWICE_OF_THREE,
      means: 'Jobs wait for over 45 s on average before they start. After five minutes they are given up.',
    },
    {
      id: 'LostJobs',
      // A right that is missing, or a job that is too large for it.
      metric: of.worker.lambda.metric('DestinationDeliveryFailures', {
        statistic: Stats.SUM,
        period: PERIOD,
      }),
      atLeast: 1,
      means: 'Lambda could not give the failed function a job that was given up: nobody was told.',
    },
    {
      id: 'FailedErrors',
      metric: errors('failed'),
      // What cannot start counts nothing itself.
      atLeast: 1,
      means: 'The failed function itself fails: whoever gave the command may never hear of it.',
    },
    {
      id: 'FailedThrottles',
      metric: throttles('failed'),
      atLeast: 1,
      means: 'Lambda holds the failed function back: people wait to be told that their command failed.',
    },
    {
      id: 'LtsRefusals',
      metric: figures.count('worker', 'LtsRefusal'),
      atLeast: 1,
      repeated: TWICE_AN_HOUR,
      means: 'LTS refuses the bot, fails, or cannot be reached, again and again.',
    },
    {
      id: 'SlackRefusals',
      metric: figures.count('worker', 'SlackRefusal'),
      // A channel without the bot refuses some messages every day: another way is taken.
      atLeast: 3,
      repeated: TWICE_AN_HOUR,
      means: 'Slack does not take messages, again and again: answers come another way, or not at all.',
    },
    {
      id: 'BotTokenRefused',
      metric: figures.count('worker', 'TokenRefused'),
      // Nothing mends that by itself.
      atLeast: 1,
      means: 'Slack does not take the bot token: no modal, mention, export or Home works.',
    },
  ];
}

/** Wires each to `topic`, also when it is over; without one they ring on the dashboard alone. */
export function addAlarms(
  scope: Construct,
  stackName: string,
  functions: Readonly<Record<FunctionName, ChatOpsFunction>>,
  figures: Figures,
  topic?: ITopic,
): Alarm[] {
  return rulesFor(functions, figures).map(({ id, metric, atLeast, repeated = [1, 1], means }) => {
    const [datapointsToAlarm, evaluationPeriods] = repeated;
    const alarm = new Alarm(scope, id, {
      alarmName: `${stackName}-${id}`,
      alarmDescription: `${means} What to do: docs/runbook.md#${anchorOf(id)}`,
      metric,
      threshold: atLeast,
      datapointsToAlarm,
      evaluationPeriods,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    if (topic) {
      alarm.addAlarmAction(new SnsAction(topic));
      alarm.addOkAction(new SnsAction(topic));
    }
    return alarm;
  });
}

/** `FailedJobs` → `failed-jobs`, as the heading `Failed jobs` is linked to. */
function anchorOf(id: string): string {
  return id.replace(/(?!^)[A-Z]/g, '-$&').toLowerCase();
}
