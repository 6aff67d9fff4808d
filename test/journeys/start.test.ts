import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { serve } from '../../lib/local/http.ts';

/** `npm start` in a process group of its own, so that all that it leaves behind can be seen. */
function npmStart(args: readonly string[], environment: Record<string, string> = {}): ChildProcess {
  const child = spawn('npm', ['start', '--', ...args], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  });
  onTestFinished(() => {
    for (const { pid } of groupOf(child)) process.kill(pid, 'SIGKILL');
  });
  return child;
}

interface Process {
  readonly pid: number;
  readonly command: string;
}

/** The living processes of a group, as /proc tells: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
function groupOf({ pid: group }: ChildProcess): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const [state, , processGroup] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        if (processGroup !== String(group) || state === 'Z') return [];
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return [{ pid: Number(name), command }];
      } catch {
        return []; // It has ended meanwhile.
      }
    });
}

async function readyUrl({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('no output');
  for await (const line of createInterface({ input: stdout })) {
    const [, url] = /^ready (http:\/\/127\.0\.0\.1:\d+)$/.exec(line) ?? [];
    if (url) return url;
  }
  throw new Error('it never was ready');
}

async function runToEnd(child: ChildProcess): Promise<{ code: number; errors: string }> {
  let errors = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  child.stdout?.resume();
  const [code] = await once(child, 'close');
  return { code, errors };
}

/** One worker waits for a Slack that holds its message, and one that was killed is to be tried again. */
async function keepBusy(url: string): Promise<void> {
  const { slack } = (await (await fetch(`${url}/local.json`)).json()) as {
    slack: { users: { id: string }[]; channels: { id: string }[] };
  };
  const post = (path: string, body: object) =>
    fetch(url + path, { method: 'POST', body: JSON.stringify(body) });
  const typed = { user: slack.users[0]?.id, channel: slack.channels[0]?.id, text: '/lts groups' };
  await post('/local/faults', { target: 'slack', match: { path: '/commands/' }, delayMs: 600_000 });
  await post('/local/type', typed);
  const waiting = async () => (await fetch(`${url}/local/idle?timeoutMs=0`)).text();
  await expect.poll(waiting, { timeout: 5_000 }).toContain('POST /commands/');
  await post('/local/faults', { target: 'worker', kill: 'beforeRun', times: 3 });
  await post('/local/type', typed);
  await expect.poll(waiting, { timeout: 5_000 }).toContain('waits for attempt 2');
}

it.each(['SIGTERM', 'SIGINT', 'SIGKILL'] as const)(
  'ends every process within 5 s when npm gets %s, whatever is under way',
  async (signal) => {
    const npm = npmStart(['--port', '0']);
    await keepBusy(await readyUrl(npm));
    // npm, the launcher, the workspace, and the environments of two functions
    expect(groupOf(npm).length).toBeGreaterThanOrEqual(5);
    npm.kill(signal);
    const end = Date.now() + 5_000;
    while (groupOf(npm).length > 0 && Date.now() < end) await sleep(50);
    expect(groupOf(npm)).toEqual([]);
  },
);

it('ends every process when the launcher is killed outright', async () => {
  const npm = npmStart(['--port', '0']);
  await readyUrl(npm);
  const [launcher, ...more] = groupOf(npm).filter(({ command }) => /^node .*launch\.mjs/.test(command));
  if (!launcher || more.length > 0) throw new Error('there should be one launcher');
  process.kill(launcher.pid, 'SIGKILL');
  await expect.poll(() => groupOf(npm), { timeout: 5_000 }).toEqual([]);
});

it('leaves nothing in the temporary folder when it is stopped while it starts', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lts-chatops-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const ms of [700, 1_200, 1_700]) {
    const npm = npmStart(['--port', '0'], { TMPDIR: folder });
    const ended = once(npm, 'close');
    await sleep(ms);
    npm.kill('SIGTERM');
    await ended;
  }
  // npm keeps its own compiled code there.
  expect(readdirSync(folder).filter((name) => name !== 'node-compile-cache')).toEqual([]);
});

it('says in one line that a port is taken', async () => {
  const other = await serve(0, async () => {});
  onTestFinished(() => other.close());
  const { port } = new URL(other.url);
  const { code, errors } = await runToEnd(npmStart(['--port', port]));
  expect(code).toBe(1);
  expect(errors).toContain(`Port ${port} is taken: start with "npm start -- --port 0" for any free one`);
});

it.each([
  [['--logs', '/no/such.log'], /\/no\/such\.log.*(no such|not exist|cannot be read)/i],
  [
    ['--port', 'many'],
    /^--port many is not a port from 0 to 65535; "npm start -- --help" lists the options$/m,
  ],
  [['--language', 'fr'], /^--language fr is neither en nor zh; /m],
  [['--prot', '1'], /^Unknown option '--prot'.*; "npm start -- --help" lists the options$/m],
])('says in one line what is wrong with %j', async (args, expected) => {
  const { code, errors } = await runToEnd(npmStart(['--port', '0', ...args]));
  expect(code).toBe(1);
  expect(errors).toMatch(expected);
  expect(errors).not.toMatch(/^\s+at /m);
});

it('says that a Node is too old, and what to do', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'lts-chatops-test-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const launcher = join(directory, 'launch.mjs');
  copyFileSync('bin/launch.mjs', launcher);
  const old = join(directory, 'old.cjs');
  writeFileSync(
    old,
    "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.0.0' } });",
  );
  const { code, errors } = await runToEnd(
    spawn(process.execPath, ['--require', old, launcher, 'bin/local.ts']),
  );
  expect(code).toBe(1);
  expect(errors).toMatch(/^Node 24 or newer is needed, this is .*: run "npm ci" .*\n$/);
});
