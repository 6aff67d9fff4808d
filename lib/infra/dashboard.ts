import { Stack } from 'aws-cdk-lib';
import {
  type Alarm,
  AlarmStatusWidget,
  Dashboard,
  DashboardVariable,
  DefaultValue,
  GraphWidget,
  LogQueryWidget,
  MathExpression,
  Stats,
  TextWidget,
  VariableInputType,
  VariableType,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { FunctionName } from './bundle.ts';
import { type Figures, PERIOD } from './figures.ts';
import type { ChatOpsFunction } from './function.ts';

/** What the field at the top of the dashboard replaces, in the query below. */
const REQUEST_ID = 'request-id-goes-here';

const WHOLE = 24;
const HALF = 12;

const GUIDE = `# What to look at first
1. **An alarm rings?** Its description names a section of docs/runbook.md: that says what to do.
2. **Somebody misses an answer?** Ask when. Find their line under *Errors* or in the logs by their Slack id, and put its request_id into the field above: *One request* shows all that came of it.
3. **Nothing rings, all are slow?** *How long people wait*, then *Jobs that wait*: the first says whether, the second whether Lambda is why. If not, it is LTS: the time of each call stands in the worker's log.`;

/** One page for whoever is called at night: in the order in which things are looked at. */
export function addDashboard(
  scope: Construct,
  stackName: string,
  functions: Readonly<Record<FunctionName, ChatOpsFunction>>,
  figures: Figures,
  alarms: readonly Alarm[],
): void {
  const dashboard = new Dashboard(scope, 'Dashboard', {
    // Names of dashboards are of the account, in all its regions.
    dashboardName: `${stackName}-${Stack.of(scope).region}`,
    variables: [
      new DashboardVariable({
        id: 'request',
        label: 'request_id',
        type: VariableType.PATTERN,
        inputType: VariableInputType.INPUT,
        value: REQUEST_ID,
        defaultValue: DefaultValue.value(REQUEST_ID),
      }),
    ],
  });
  dashboard.addWidgets(new TextWidget({ markdown: GUIDE, width: WHOLE, height: 4 }));
  dashboard.addWidgets(
    new AlarmStatusWidget({ title: 'Alarms', alarms: [...alarms], width: WHOLE, height: 4 }),
  );
  dashboard.addWidgets(...answersGraphs(stackName, figures));
  dashboard.addWidgets(...lambdaGraphs(functions));
  dashboard.addWidgets(...logQueries(Object.values(functions)));
}

function answersGraphs(stackName: string, figures: Figures) {
  return [
    new GraphWidget({
      title: 'What came of commands',
      left: [
        new MathExpression({
          expression: `SEARCH('{${stackName},outcome,service} MetricName="Outcome"', 'Sum', ${PERIOD.toSeconds()})`,
          label: '',
          period: PERIOD,
        }),
        figures.count('front', 'HandOverFailed').with({ label: 'never handed over' }),
        figures.count('failed', 'FailedJob').with({ label: 'never finished' }),
      ],
      width: HALF,
    }),
    new GraphWidget({
      title: 'How long people wait: the acknowledgement (Slack gives up at 3 s), and the answer',
      left: [
        figures.time('front', 'AckTime', Stats.percentile(99)).with({ label: 'ack p99' }),
        figures.time('worker', 'JobTime', Stats.percentile(50)).with({ label: 'answer p50' }),
        figures.time('worker', 'JobTime', Stats.percentile(99)).with({ label: 'answer p99' }),
      ],
      leftAnnotations: [{ value: 3_000, label: 'Slack gives up' }],
      width: HALF,
    }),
  ];
}

function lambdaGraphs(functions: Readonly<Record<FunctionName, ChatOpsFunction>>) {
  const all = Object.entries(functions);
  const period = PERIOD;
  const { worker } = functions;
  return [
    new GraphWidget({
      title: 'Attempts that failed, and calls that Lambda turned away',
      left: all.flatMap(([name, { lambda }]) => [
        lambda.metricErrors({ period, label: `${name} errors` }),
        lambda.metricThrottles({ period, label: `${name} throttles` }),
      ]),
      width: HALF,
    }),
    new GraphWidget({
      title: 'Jobs that wait, in ms',
      left: [Stats.AVERAGE, Stats.MAXIMUM].map((statistic) =>
        worker.lambda.metric('AsyncEventAge', { statistic, period, label: statistic }),
      ),
      width: HALF,
    }),
  ];
}

function logQueries(functions: readonly ChatOpsFunction[]) {
  const logGroupNames = functions.map(({ logs }) => logs.logGroupName);
  return [
    new LogQueryWidget({
      title: 'One request: put its request_id into the field above',
      logGroupNames,
      queryLines: [
        'fields @timestamp, service, message, command, outcome, status, ms, error.message',
        `filter request_id = "${REQUEST_ID}"`,
        'sort @timestamp asc',
        'limit 100',
      ],
      width: WHOLE,
      height: 6,
    }),
    new LogQueryWidget({
      title: 'Errors, the newest first',
      logGroupNames,
      queryLines: [
        'fields @timestamp, service, message, error.name, error.message, user, request_id',
        'filter level = "ERROR"',
        'sort @timestamp desc',
        'limit 50',
      ],
      width: WHOLE,
      height: 8,
    }),
  ];
}
