import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Lab, startLab } from './lab.ts';

/** Two calls meet: each waits until both have been seen in the folder that the event names. */
const MEETING = `const { mkdirSync, readdirSync } = require('node:fs');
exports.handler = async ({ folder, call, guests }) => {
  mkdirSync(folder + '/' + call, { recursive: true });
  while (readdirSync(folder).length < guests) await new Promise((resolve) => setTimeout(resolve, 5));
  return process.pid;
};`;

const FAILING = {
  Hangs: { code: 'exports.handler = () => new Promise((r) => setTimeout(r, 60_000));' },
  Spins: { code: 'exports.handler = async () => { for (;;); };' },
  Exits: { code: 'exports.handler = async () => process.exit(3);' },
  Leaves: { code: 'exports.handler = () => new Promise(() => {});' },
  Killed: { code: "exports.handler = async () => { process.kill(process.pid, 'SIGKILL'); };" },
  ThrowsAtStart: { code: "throw new RangeError('bad configuration');" },
  DoesNotParse: { code: 'exports.handler = async ( => 1;' },
  HasNoHandler: { code: 'exports.other = 1;' },
  TakesAllMemory: {
    code: 'const kept = []; exports.handler = async () => { for (;;) kept.push(new Array(10_000).fill(1.5)); };',
    // V8 fights for its last megabytes, which takes seconds where other processes want the cores too.
    timeout: 30,
  },
  NeedsMore: { code: "require('vitest');" },
} as const;

let lab: Lab;

beforeAll(async () => {
  const failing = Object.entries(FAILING).map(([id, fn]) => [
    id,
    { code: fn.code, properties: { Timeout: 'timeout' in fn ? fn.timeout : 1, MemorySize: 128 } },
  ]);
  lab = await startLab({
    ...Object.fromEntries(failing),
    Meeting: { code: MEETING, properties: { Timeout: 10 } },
    Counter: { code: 'let runs = 0; exports.handler = async () => [process.pid, ++runs];' },
    Context: {
      code: `exports.handler = async (event, context) => ({
        env: { ...process.env }, context, cwd: process.cwd(), remaining: context.getRemainingTimeInMillis(),
        heapMb: require('node:v8').getHeapStatistics().heap_size_limit / 1048576, args: process.argv.length,
      });`,
      properties: {
        FunctionName: 'context',
        MemorySize: 512,
        Timeout: 7,
        Environment: { Variables: { OF_STACK: 'yes', AWS_REGION: 'eu-west-1' } },
        LoggingConfig: { LogFormat: 'JSON', ApplicationLogLevel: 'WARN', LogGroup: '/chatops/context' },
      },
    },
    Mortal: {
      code: `exports.handler = async (event) => {
        if (event.crash) process.exit(1);
        if (event.exitLater) setTimeout(() => { process.stdout.write('gone\\n'); process.exit(0); }, 20);
        return process.pid;
      };`,
    },
    Talks: {
      code: `exports.handler = async () => {
        process.stdout.write('one\\ntw'); process.stdout.write('o\\n'); process.stderr.write('three\\n');
      };`,
    },
  });
});

afterAll(() => lab.close());

const call = async (name: string, payload?: unknown) => (await lab.invoke(name, payload)).json();

test('calls one after the other run in one environment, whose state survives', async () => {
  const calls = [];
  for (let index = 0; index < 5; index += 1) calls.push(await call('Counter'));
  const [[pid] = []] = calls as number[][];
  expect(calls).toEqual([1, 2, 3, 4, 5].map((run) => [pid, run]));
});

test('calls at the same time run in environments of their own', async () => {
  const { cwd } = (await call('Context')) as { cwd: string };
  const meet = (day: string, names: string[]) =>
    Promise.all(
      names.map((name) => call('Meeting', { folder: `${cwd}/${day}`, call: name, guests: names.length })),
    );
  const first = await meet('first', ['a', 'b', 'c']);
  expect(new Set(first).size).toBe(3);
  const second = await meet('second', ['a', 'b']);
  expect(first).toEqual(expect.arrayContaining(second));
});

test('the environment that was used last is used first', async () => {
  const meet = await Promise.all(['x', 'y'].map(() => call('Counter')));
  expect(meet).toHaveLength(2);
  const [[pid] = []] = [await call('Counter')] as number[][];
  for (let index = 0; index < 3; index += 1) expect(await call('Counter')).toEqual([pid, expect.any(Number)]);
});

test('more calls than environments wait for their turn', async () => {
  const calls = await Promise.all(Array.from({ length: 25 }, () => call('Counter')));
  const pids = new Set((calls as number[][]).map(([pid]) => pid));
  expect(pids.size).toBeLessThanOrEqual(10);
});

test('the environment is that of Lambda, and nothing of the host', async () => {
  const { env } = (await call('context')) as { env: Record<string, string> };
  expect(env).toEqual({
    OF_STACK: 'yes',
    AWS_ENDPOINT_URL_LAMBDA: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    EXTRA_VARIABLE: 'extra',
    _HANDLER: 'index.handler',
    _X_AMZN_TRACE_ID: expect.stringMatching(
      /^Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0$/,
    ),
    AWS_ACCESS_KEY_ID: 'local',
    AWS_DEFAULT_REGION: 'local-1',
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '512',
    AWS_LAMBDA_FUNCTION_NAME: 'context',
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_FORMAT: 'JSON',
    AWS_LAMBDA_LOG_GROUP_NAME: '/chatops/context',
    AWS_LAMBDA_LOG_LEVEL: 'WARN',
    AWS_LAMBDA_LOG_STREAM_NAME: expect.stringMatching(/^\d{4}\/\d\d\/\d\d\/\[\$LATEST\][0-9a-f]{32}$/),
    AWS_LAMBDA_RUNTIME_API: expect.stringMatching(/^127\.0\.0\.1:\d+$/),
    AWS_REGION: 'local-1',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_SESSION_TOKEN: 'local',
    LAMBDA_TASK_ROOT: expect.any(String),
    LANG: 'en_US.UTF-8',
    PATH: '/usr/local/bin:/usr/bin:/bin',
    TZ: ':UTC',
  });
});

test('memory, time and place are those of the template', async () => {
  const seen = (await call('context')) as Record<string, unknown> & { context: unknown; env: object };
  expect(seen.context).toMatchObject({
    functionName: 'context',
    memoryLimitInMB: '512',
    logGroupName: '/chatops/context',
    invokedFunctionArn: 'arn:aws:lambda:local-1:000000000000:function:context',
  });
  expect(seen.remaining).toBeGreaterThan(6_000);
  expect(seen.remaining).toBeLessThanOrEqual(7_000);
  expect(seen.heapMb).toBeGreaterThan(440);
  expect(seen.heapMb).toBeLessThan(560);
  expect(seen.env).toMatchObject({ LAMBDA_TASK_ROOT: seen.cwd });
});

test('what a function writes arrives line by line', async () => {
  await call('Talks');
  await expect
    .poll(() => lab.logs)
    .toEqual(expect.arrayContaining(['Talks: one', 'Talks: two', 'Talks: three']));
});

test.each([
  ['Hangs', 'Sandbox.Timedout', /^RequestId: \S{36} Error: Task timed out after 1\.00 seconds$/],
  ['Spins', 'Sandbox.Timedout', /^RequestId: \S{36} Error: Task timed out after 1\.00 seconds$/],
  ['Exits', 'Runtime.ExitError', /^RequestId: \S{36} Error: Runtime exited with error: exit status 3$/],
  ['Leaves', 'Runtime.ExitError', /^RequestId: \S{36} Error: Runtime exited without providing a reason$/],
  ['Killed', 'Runtime.ExitError', /^RequestId: \S{36} Error: Runtime exited with error: signal: SIGKILL$/],
  [
    'TakesAllMemory',
    'Runtime.ExitError',
    /^RequestId: \S{36} Error: Runtime exited with error: signal: SIG\w+$/,
  ],
  ['ThrowsAtStart', 'RangeError', /^bad configuration$/],
  ['DoesNotParse', 'Runtime.UserCodeSyntaxError', /^SyntaxError: /],
  ['HasNoHandler', 'Runtime.HandlerNotFound', /^index\.handler is undefined or not exported$/],
  ['NeedsMore', 'Runtime.ImportModuleError', /^Error: Cannot find module 'vitest'/],
])('%s is reported as %s, and logged', async (name, errorType, errorMessage) => {
  const response = await lab.invoke(name);
  expect(response.headers.get('x-amz-function-error')).toBe('Unhandled');
  expect(await response.json()).toMatchObject({
    errorType,
    errorMessage: expect.stringMatching(errorMessage),
  });
  await expect
    .poll(() => lab.logs.filter((line) => line.startsWith(`${name}: `)).join('\n'))
    .toContain(errorType);
});

test('after a crash, and after an exit between two calls, a new environment takes over', async () => {
  const first = await call('Mortal', {});
  expect(await call('Mortal', { crash: true })).toMatchObject({ errorType: 'Runtime.ExitError' });
  const second = await call('Mortal', {});
  expect(second).not.toBe(first);
  expect(await call('Mortal', { exitLater: true })).toBe(second);
  await expect.poll(() => lab.logs).toContain('Mortal: gone');
  const third = await call('Mortal', {});
  expect(third).toEqual(expect.any(Number));
  expect(third).not.toBe(second);
});

test('the host lists the processes that live, and no others', async () => {
  const pidsOf = (name: string) =>
    lab.host.processes().flatMap(({ functionName, pid }) => (functionName === name ? [pid] : []));
  const pid: unknown = await (await lab.invoke('Mortal')).json();
  expect(pidsOf('Mortal')).toEqual([pid]);
  await lab.invoke('Mortal', { crash: true });
  expect(pidsOf('Mortal')).toEqual([]);
});
