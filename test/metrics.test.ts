import { beforeEach, expect, it, vi } from 'vitest';
import { catchLines } from './catch-lines.ts';

/** A function's environment at its start. */
async function startFunction() {
  vi.resetModules();
  vi.stubEnv('POWERTOOLS_SERVICE_NAME', 'worker');
  vi.stubEnv('POWERTOOLS_METRICS_NAMESPACE', 'LtsChatOps-staging');
  vi.stubEnv('AWS_LAMBDA_INITIALIZATION_TYPE', 'on-demand');
  const metrics = await import('../lib/metrics.ts');
  vi.unstubAllEnvs();
  return metrics;
}

let lines: string[];
beforeEach(() => {
  lines = catchLines();
});

/** As CloudWatch reads it. https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html */
function emf(dimensions: readonly string[], metrics: readonly [name: string, unit: string][]) {
  return {
    Timestamp: expect.closeTo(Date.now(), -4),
    CloudWatchMetrics: [
      {
        Namespace: 'LtsChatOps-staging',
        Dimensions: [dimensions],
        Metrics: metrics.map(([Name, Unit]) => ({ Name, Unit })),
      },
    ],
  };
}

const coldStart = { _aws: emf(['service'], [['ColdStart', 'Count']]), service: 'worker', ColdStart: 1 };
const written = () => lines.map((line): unknown => JSON.parse(line));

it('the figures of an invocation are written when it ends, by stack and function', async () => {
  const { count, flushMetrics, measure } = await startFunction();
  measure('JobAge', 120);
  count('SlackRefusal');
  count('SlackRefusal');
  expect(lines).toEqual([]);
  flushMetrics();
  const figures = {
    _aws: emf(
      ['service'],
      [
        ['JobAge', 'Milliseconds'],
        ['SlackRefusal', 'Count'],
      ],
    ),
    service: 'worker',
    JobAge: 120,
    SlackRefusal: [1, 1],
  };
  expect(written()).toEqual([coldStart, figures]);
});

it('an outcome is a metric of its own code', async () => {
  const { countOutcome } = await startFunction();
  countOutcome('LTS.0201');
  countOutcome('ok');
  const outcome = (code: string) => ({
    _aws: emf(['service', 'outcome'], [['Outcome', 'Count']]),
    service: 'worker',
    outcome: code,
    Outcome: 1,
  });
  expect(written()).toEqual([outcome('LTS.0201'), outcome('ok')]);
});

it('a cold start is counted once, and an invocation without figures writes nothing', async () => {
  const { flushMetrics } = await startFunction();
  flushMetrics();
  flushMetrics();
  expect(written()).toEqual([coldStart]);
});

it('figures of one invocation are not written with the next', async () => {
  const { flushMetrics, measure } = await startFunction();
  measure('AckTime', 1);
  flushMetrics();
  measure('AckTime', 2);
  flushMetrics();
  expect(written().slice(1)).toMatchObject([{ AckTime: 1 }, { AckTime: 2 }]);
});
