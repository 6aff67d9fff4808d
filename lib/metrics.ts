import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

/**
 * Figures as lines of JSON, which CloudWatch reads out of the log: no call is made, and nothing waits for one. Powertools
 * takes their namespace, the stack's name, from the function's environment.
 */
const metrics = new Metrics();

export type CountName =
  | 'FailedJob'
  | 'HandOverFailed'
  | 'LtsRefusal'
  | 'RepeatSuppressed'
  | 'Retry'
  | 'SigningSecretUnread'
  | 'SlackRefusal'
  | 'TokenRefused';
export type TimeName = 'AckTime' | 'JobAge' | 'JobTime';

export function count(name: CountName): void {
  metrics.addMetric(name, MetricUnit.Count, 1);
}

export function measure(name: TimeName, ms: number): void {
  metrics.addMetric(name, MetricUnit.Milliseconds, ms);
}

/** How a job came out; `code` becomes a dimension, so it must be one of a few. */
export function countOutcome(code: string): void {
  metrics.singleMetric().addDimension('outcome', code).addMetric('Outcome', MetricUnit.Count, 1);
}

/** At the end of each invocation, however it ends: writes its figures, and after the first one that it was cold. */
export function flushMetrics(): void {
  metrics.captureColdStartMetric();
  if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
}
