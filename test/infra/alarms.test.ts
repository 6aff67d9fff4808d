import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { expect, inject, it } from 'vitest';
import { STACK_NAME } from '../../lib/config.ts';

const assembly = join(inject('assembly'), `${STACK_NAME}.template.json`);
const template = Template.fromJSON(JSON.parse(readFileSync(assembly, 'utf8')));

interface Alarm {
  readonly AlarmName: string;
  readonly AlarmDescription: string;
  readonly Namespace: string;
  readonly MetricName: string;
  readonly Dimensions: readonly { readonly Name: string; readonly Value: unknown }[];
  readonly Threshold: number;
  readonly DatapointsToAlarm: number;
  readonly EvaluationPeriods: number;
}

const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm')).map(
  ({ Properties }): Alarm => Properties,
);

/** Of what it watches the function, what it counts or measures, and when it rings. */
function summary(alarm: Alarm): string {
  const of = JSON.stringify(alarm.Dimensions[0]?.Value)
    .match(/front|worker|failed/i)?.[0]
    .toLowerCase();
  const { Namespace, MetricName, Threshold, DatapointsToAlarm, EvaluationPeriods } = alarm;
  return `${Namespace} ${of} ${MetricName} ≥ ${Threshold}, ${DatapointsToAlarm} of ${EvaluationPeriods}`;
}

it('what goes wrong rings: at once where nothing mends it, else when it lasts', () => {
  expect(alarms.map(summary)).toEqual([
    'LtsChatOps failed FailedJob ≥ 1, 1 of 1',
    'LtsChatOps front HandOverFailed ≥ 1, 1 of 1',
    'LtsChatOps front SigningSecretUnread ≥ 2, 1 of 1',
    'LtsChatOps front AckTime ≥ 2001, 2 of 3',
    'AWS/Lambda front Errors ≥ 1, 1 of 1',
    'AWS/Lambda front Throttles ≥ 1, 1 of 1',
    'AWS/Lambda worker Errors ≥ 5, 1 of 1',
    'AWS/Lambda worker Throttles ≥ 10, 1 of 1',
    'AWS/Lambda worker AsyncEventAge ≥ 45000, 2 of 3',
    'AWS/Lambda worker DestinationDeliveryFailures ≥ 1, 1 of 1',
    'AWS/Lambda failed Errors ≥ 1, 1 of 1',
    'AWS/Lambda failed Throttles ≥ 1, 1 of 1',
    'LtsChatOps worker LtsRefusal ≥ 1, 2 of 12',
    'LtsChatOps worker SlackRefusal ≥ 3, 2 of 12',
    'LtsChatOps worker TokenRefused ≥ 1, 1 of 1',
  ]);
});

it('an acknowledgement counts by its 99th percentile, all else by the sum or the mean, and silence is no trouble', () => {
  template.allResourcesProperties('AWS::CloudWatch::Alarm', {
    TreatMissingData: 'notBreaching',
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    Period: 300,
  });
  template.hasResourceProperties('AWS::CloudWatch::Alarm', {
    MetricName: 'AckTime',
    ExtendedStatistic: 'p99',
  });
});

it('nobody is told of alarms where nobody is named', () => {
  template.resourceCountIs('AWS::SNS::Topic', 0);
  expect(alarms.filter((alarm) => 'AlarmActions' in alarm)).toEqual([]);
});

/** As GitHub makes the anchor of a heading. */
const anchorOf = (heading: string) => heading.toLowerCase().replaceAll(' ', '-');

it('each alarm names a section of the runbook, and the runbook has none for an alarm that is not there', () => {
  const runbook = readFileSync('docs/runbook.md', 'utf8');
  const [, part = ''] = runbook.split('\n## Alarms\n');
  const sections = [...(part.split(/\n## /)[0] ?? '').matchAll(/^### (.+)$/gm)];
  const named = alarms.map(({ AlarmDescription }) => AlarmDescription.split('docs/runbook.md#')[1]);
  expect(sections.map(([, heading = '']) => anchorOf(heading)).toSorted()).toEqual(named.toSorted());
  const anchors = [...runbook.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));
  const links = [...runbook.matchAll(/\]\(#([\w-]+)\)/g)].map(([, anchor = '']) => anchor);
  expect(links.filter((anchor) => !anchors.includes(anchor))).toEqual([]);
});

interface Widget {
  readonly type: string;
  readonly properties: {
    readonly title?: string;
    readonly markdown?: string;
    readonly query?: string;
  } & Record<string, unknown>;
}

it('the dashboard says first what to look at first, then shows all alarms, and finds a request by its id', () => {
  const [dashboard, ...more] = Object.values(template.findResources('AWS::CloudWatch::Dashboard'));
  expect(more).toEqual([]);
  const [, parts]: [string, unknown[]] = (dashboard ?? expect.fail()).Properties.DashboardBody['Fn::Join'];
  const ids = parts.map((part) => (typeof part === 'string' ? part : Object.values(part ?? {}).flat()[0]));
  const { widgets, variables }: { widgets: Widget[]; variables: { pattern: string }[] } = JSON.parse(
    ids.join(''),
  );
  const [guide, all, ...graphs] = widgets;
  expect(guide?.properties.markdown).toMatch(/^# What to look at first/);
  for (const [, title] of guide?.properties.markdown?.matchAll(/ \*([\w ]+)\*/g) ?? [])
    expect(graphs.filter(({ properties }) => properties.title?.startsWith(title ?? '?'))).toHaveLength(1);
  expect(all).toMatchObject({
    type: 'alarm',
    properties: { alarms: Array(alarms.length).fill(expect.any(String)) },
  });
  const queries = graphs.filter(({ type }) => type === 'log').map(({ properties }) => properties.query);
  expect(queries[0]).toContain(`filter request_id = "${variables[0]?.pattern}"`);
  for (const name of ['Front', 'Worker', 'Failed'])
    expect(queries[0]).toMatch(new RegExp(`SOURCE '${name}Logs`));
});
