import { beforeEach, expect, it } from 'vitest';
import { logAs, logError, logInfo } from '../lib/log.ts';
import { LtsRefusedError } from '../lib/lts/errors.ts';
import { catchLines } from './catch-lines.ts';

let lines: string[];
beforeEach(() => {
  lines = catchLines();
  logAs({ requestId: 'request', functionRequestId: 'invocation', job: '1.2.3' });
});

function onlyLine(): Record<string, unknown> {
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0] ?? '') as Record<string, unknown>;
}

const always = {
  timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
  service: expect.any(String),
  sampling_rate: 0,
  request_id: 'request',
  function_request_id: 'invocation',
  job: '1.2.3',
};

it('a line carries its level, what is said, and whose invocation it is, and nothing else', () => {
  logInfo('done', { ms: 12, lts_request_id: undefined });
  expect(onlyLine()).toEqual({ ...always, level: 'INFO', message: 'done', ms: 12 });
});

it('an error is logged by its name, its code, its message, and the message of its cause', () => {
  const cause = Object.assign(new Error('connect ECONNREFUSED'), { body: 'SEEKRIT' });
  logError(
    'failed',
    Object.assign(new TypeError('fetch failed', { cause }), { code: 'E_X', body: 'SEEKRIT' }),
    {
      source: 'main',
    },
  );
  const error = { name: 'TypeError', code: 'E_X', message: 'fetch failed', cause: 'connect ECONNREFUSED' };
  expect(onlyLine()).toEqual({ ...always, level: 'ERROR', message: 'failed', error, source: 'main' });
});

it("an error of ours is logged by our code, with LTS's own and its request id", () => {
  const refusal = { status: 404, ltsCode: 'LTS.0201', requestId: 'r-1', isRetrySafe: false };
  logError('failed', new LtsRefusedError({ ...refusal, retryAfterMs: undefined, clockOffMs: undefined }));
  expect(onlyLine().error).toEqual({
    name: 'LtsRefusedError',
    code: 'lts_refused',
    message: 'HTTP 404 LTS.0201, request r-1',
  });
});

it('what is thrown and is no error is logged as text', () => {
  logError('failed', 'slack_bolt_unknown');
  expect(onlyLine().error).toEqual({ message: 'slack_bolt_unknown' });
});

it('what other libraries quote in their messages is left out', () => {
  const cause = failureOf(() => JSON.parse('SEEKRIT'));
  logError('failed', new Error('no JSON', { cause }));
  logError('failed', cause);
  logError(
    'failed',
    failureOf(() => new Request('https://hooks.slack.com:x/SEEKRIT')),
  );
  logError(
    'failed',
    failureOf(() => new Request('http://SEEKRIT:SEEKRIT@hooks.slack.com/')),
  );
  expect(lines).toHaveLength(4);
  expect(lines.join()).not.toContain('SEEKRIT');
});

it('the next invocation begins anew', () => {
  logAs({ requestId: undefined, functionRequestId: 'next' });
  logInfo('done');
  const line = onlyLine();
  expect(line.function_request_id).toBe('next');
  expect(Object.keys(line)).not.toContain('request_id');
  expect(Object.keys(line)).not.toContain('job');
});

function failureOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('it did not fail');
}
