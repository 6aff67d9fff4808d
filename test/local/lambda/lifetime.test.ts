import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'vitest';
import { startLab, writeAssembly } from './lab.ts';

const PID = { code: 'exports.handler = async () => process.pid;' };
const STUBBORN = { code: `process.on('SIGTERM', () => {});\n${PID.code}` };
const BUSY = {
  code: `exports.handler = async () => { console.log('busy', process.pid); await new Promise((r) => setTimeout(r, 60_000)); };`,
  properties: { Timeout: 60 },
};

/** Signal 0 only asks whether the process is there. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test.concurrent('close ends idle, stubborn and busy processes within two seconds', async ({ expect }) => {
  const lab = await startLab({ Pid: PID, Stubborn: STUBBORN, Busy: BUSY });
  const idle = (await (await lab.invoke('Pid')).json()) as number;
  const stubborn = (await (await lab.invoke('Stubborn')).json()) as number;
  await lab.invoke('Busy', {}, { 'x-amz-invocation-type': 'Event' });
  const busyPid = () => Number(/\tbusy (\d+)/.exec(lab.logs.join('\n'))?.[1]);
  await expect.poll(busyPid, { timeout: 5_000 }).toBeGreaterThan(0);
  const busy = busyPid();
  expect([idle, stubborn, busy].map(isRunning)).toEqual([true, true, true]);

  const started = performance.now();
  await lab.close();
  expect(performance.now() - started).toBeLessThan(2_000);
  expect([idle, stubborn, busy].map(isRunning)).toEqual([false, false, false]);
  expect(lab.host.waiting()).toEqual([]);
});

test.concurrent('code that does not get ready in ten seconds is ended', { timeout: 15_000 }, async ({
  expect,
  onTestFinished,
}) => {
  const waitForever = 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);';
  const lab = await startLab({ NeverReady: { code: waitForever } });
  onTestFinished(() => lab.close());
  const started = performance.now();
  expect(await (await lab.invoke('NeverReady')).json()).toMatchObject({
    errorType: 'Sandbox.Timedout',
    errorMessage: expect.stringContaining('Task timed out after 10.00 seconds'),
  });
  expect(performance.now() - started).toBeGreaterThan(9_900);
});

test.concurrent('close drops a retry that waits', async ({ expect }) => {
  const broken = { code: 'exports.handler = async () => { throw new Error(); };' };
  const lab = await startLab({ Broken: broken }, [60_000, 60_000]);
  await lab.invoke('Broken', {}, { 'x-amz-invocation-type': 'Event' });
  await expect
    .poll(() => lab.host.waiting(), { timeout: 5_000 })
    .toEqual([expect.stringMatching(/^Broken \S{36} asynchronous, waits for attempt 2$/)]);
  await lab.close();
  expect(lab.host.waiting()).toEqual([]);
});

test.concurrent('environments end when their host is killed', async ({ expect, onTestFinished }) => {
  const assembly = await writeAssembly({ Pid: PID, Busy: BUSY });
  // What a killed host leaves behind goes with the test; no other variable is needed.
  const leftovers = await mkdtemp(join(tmpdir(), 'leftovers-'));
  onTestFinished(async () => {
    await rm(assembly, { recursive: true });
    await rm(leftovers, { recursive: true });
  });
  const host = spawn(process.execPath, ['--input-type=module', '--eval', HOST, assembly], {
    cwd: import.meta.dirname,
    env: { TMPDIR: leftovers },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void host.kill('SIGKILL'));
  const pids: number[] = [];
  createInterface({ input: host.stdout }).on('line', (line) => pids.push(Number(line)));
  await expect.poll(() => pids.length, { timeout: 10_000 }).toBe(2);
  expect(pids.map(isRunning)).toEqual([true, true]);
  host.kill('SIGKILL');
  await once(host, 'exit');
  await expect.poll(() => pids.filter(isRunning), { timeout: 5_000 }).toEqual([]);
});

/** A host with an idle and a busy environment, which prints their process ids. */
const HOST = `
  import { readStack } from '../../../lib/local/lambda/template.ts';
  import { startLambdaHost } from '../../../lib/local/lambda/host.ts';
  import { TargetFaults } from '../../../lib/local/fault-targets.ts';
  const print = (line) => console.log(/(?:busy )?(\\d+)$/.exec(line)[1]);
  const host = await startLambdaHost(await readStack(process.argv[1], 'Lab'), {
    environment: {}, log: (_name, line) => print(line), retryDelaysMs: [1, 1],
    faults: new TargetFaults(), origins: { lts: '', slack: '' },
  });
  const invoke = (name) => fetch(host.url + '/2015-03-31/functions/' + name + '/invocations', {
    method: 'POST', headers: { authorization: 'AWS4-HMAC-SHA256 x' },
  });
  invoke('Busy').catch(() => {});
  print(await (await invoke('Pid')).text());
`;
