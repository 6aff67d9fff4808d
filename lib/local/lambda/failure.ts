import type { Invocation } from './invocation.ts';
import type { Outcome } from './outcome.ts';

/** An event that Lambda tries no more. */
export interface Failure extends Invocation {
  readonly outcome: Outcome;
  readonly attempts: number;
  readonly condition: 'RetriesExhausted' | 'EventAgeExceeded';
}

/** https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html */
export function toRecord({ fn, requestId, payload, outcome, attempts, condition }: Failure): unknown {
  return {
    version: '1.0',
    timestamp: new Date().toISOString(),
    requestContext: {
      requestId,
      functionArn: `${fn.arn}:$LATEST`,
      condition,
      approximateInvokeCount: attempts,
    },
    requestPayload: JSON.parse(payload),
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    responsePayload: JSON.parse(outcome.payload),
  };
}
