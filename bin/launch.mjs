// Runs a TypeScript program of this project on Node 24, the functions' own runtime: on the current Node if it
// is new enough, else on the one that npm installed beside us. Plain JavaScript, because old Nodes must run it.
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { constants as os } from 'node:os';
import { fileURLToPath } from 'node:url';

const NEEDED = 24;

function findNode() {
  if (Number.parseInt(process.versions.node, 10) >= NEEDED) return process.execPath;
  const packaged = `../node_modules/node-${process.platform}-${process.arch}/bin/node`;
  const path = fileURLToPath(new URL(packaged, import.meta.url));
  try {
    accessSync(path, constants.X_OK);
    return path;
  } catch {
    const found = `${process.version} on ${process.platform}-${process.arch}`;
    console.error(
      `Node ${NEEDED} or newer is needed, this is ${found}: run "npm ci" (it brings Node for Linux) or install it from https://nodejs.org`,
    );
    process.exit(1);
  }
}

// Over the fourth channel, which breaks however this process ends, a program learns that it is orphaned.
const child = spawn(findNode(), process.argv.slice(2), { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
child.on('error', (error) => {
  console.error(`Node could not be started: ${error.message}`);
  process.exit(1);
});
child.on('exit', (code, signal) => process.exit(code ?? 128 + os.signals[signal]));

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));

// npm killed outright cannot pass a signal on: its orphan stops by itself. A program started without npm may
// outlive its parent, as one in the background does.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 500).unref();
}
