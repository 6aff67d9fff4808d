import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Lab, startLab } from './lab.ts';

const EVENT = { 'x-amz-invocation-type': 'Event' };

/** Fails as often as the event says, counting in one environment. */
const FLAKY = `let runs = 0;
exports.handler = async (event, context) => {
  runs += 1;
  console.log('run', runs, context.awsRequestId);
  if (runs <= event.failures) throw new Error('run ' + runs + ' failed');
};`;

let lab: Lab;

beforeAll(async () => {
  const onFailure = { OnFailure: { Destination: { 'Fn::GetAtt': ['Failed', 'Arn'] } } };
  lab = await startLab({
    Recovers: { code: FLAKY, asynchronous: { DestinationConfig: onFailure } },
    GivesUp: { code: FLAKY, asynchronous: { MaximumRetryAttempts: 2, DestinationConfig: onFailure } },
    Once: { code: FLAKY, asynchronous: { MaximumRetryAttempts: 0, DestinationConfig: onFailure } },
    Old: { code: FLAKY, asynchronous: { MaximumEventAgeInSeconds: 90, DestinationConfig: onFailure } },
    Unheard: { code: FLAKY, asynchronous: { MaximumRetryAttempts: 0 } },
    Failed: { code: `exports.handler = async (event) => console.log('record', JSON.stringify(event));` },
  });
});

afterAll(() => lab.close());

/** Sends an event, waits until nothing is left to do, and gives the request's id and the log of `name`. */
async function send(name: string, event: unknown) {
  const before = lab.logs.length;
  const response = await lab.invoke(name, event, EVENT);
  expect(response.status).toBe(202);
  expect(await response.text()).toBe('');
  expect(lab.host.waiting()).not.toEqual([]);
  await vi.waitFor(() => expect(lab.host.waiting()).toEqual([]), 10_000);
  const logs = lab.logs.slice(before);
  const of = (fn: string) => logs.filter((line) => line.startsWith(`${fn}: `));
  return {
    id: response.headers.get('x-amzn-requestid'),
    runs: of(name).filter((line) => /\trun \d/.test(line)),
    own: of(name),
    records: of('Failed').flatMap((line): unknown => {
      const json = /\trecord (.*)$/.exec(line)?.[1];
      return json === undefined ? [] : JSON.parse(json);
    }),
  };
}

test('an event that fails twice succeeds in the end, under one request id', async () => {
  const { id, runs, records } = await send('Recovers', { failures: 2 });
  expect(runs.map((line) => line.split('\t').at(-1))).toEqual([1, 2, 3].map((run) => `run ${run} ${id}`));
  expect(records).toEqual([]);
});

test('an event that always fails goes to the on-failure function, with its story', async () => {
  const event = { failures: 9, text: 'é' };
  const { id, runs, records } = await send('GivesUp', event);
  expect(runs).toHaveLength(3);
  expect(records).toEqual([
    {
      version: '1.0',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      requestContext: {
        requestId: id,
        functionArn: 'arn:aws:lambda:local-1:000000000000:function:GivesUp:$LATEST',
        condition: 'RetriesExhausted',
        approximateInvokeCount: 3,
      },
      requestPayload: event,
      responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
      responsePayload: expect.objectContaining({ errorType: 'Error', errorMessage: 'run 3 failed' }),
    },
  ]);
});

test('without retries one failure is the end', async () => {
  const { runs, records } = await send('Once', { failures: 9 });
  expect(runs).toHaveLength(1);
  expect(records).toMatchObject([
    { requestContext: { condition: 'RetriesExhausted', approximateInvokeCount: 1 } },
  ]);
});

test('an event that would be too old on Lambda is not run again', async () => {
  // 90 s: after Lambda's first wait of one minute it still runs, after the second of two it does not.
  const { runs, records } = await send('Old', { failures: 9 });
  expect(runs).toHaveLength(2);
  expect(records).toMatchObject([
    { requestContext: { condition: 'EventAgeExceeded', approximateInvokeCount: 2 } },
  ]);
});

test('a failure without a destination is logged', async () => {
  const { id, own } = await send('Unheard', { failures: 9 });
  expect(own).toContain(`Unheard: ${id} RetriesExhausted, goes to nobody`);
});
