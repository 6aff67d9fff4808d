import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { CountName, TimeName } from '../metrics.ts';
import type { FunctionName } from './bundle.ts';

/** All figures are summed up or ranked by five minutes. */
export const PERIOD = Duration.minutes(5);

/** Reads what `lib/metrics.ts` writes, within a stack. */
export class Figures {
  readonly #namespace: string;

  constructor(namespace: string) {
    this.#namespace = namespace;
  }

  count(service: FunctionName, metricName: CountName): Metric {
    return this.#metric(service, metricName, 'Sum');
  }

  /** In milliseconds; `statistic` is such as `p99`. */
  time(service: FunctionName, metricName: TimeName, statistic: string): Metric {
    return this.#metric(service, metricName, statistic);
  }

  #metric(service: FunctionName, metricName: string, statistic: string): Metric {
    return new Metric({
      namespace: this.#namespace,
      metricName,
      dimensionsMap: { service },
      statistic,
      period: PERIOD,
    });
  }
}
