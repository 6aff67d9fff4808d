import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { needsAttention } from '../lib/local/needs-attention.ts';
import { startLocalWorkspace } from '../lib/local/start.ts';
import { StartError } from '../lib/local/start-error.ts';
import { APP } from '../lib/slack/manifest.ts';
import { readOptions, readPort, runServer } from './server-program.ts';

const USAGE = `npm start -- [--port 3000] [--logs PATH]… [--keep-times] [--language en|zh]

  --port        where the page is served on 127.0.0.1; 0 takes any free port
  --logs        a log file or a folder of them, instead of the built-in story; may be repeated
  --keep-times  leaves the times of the lines as they are, instead of moving the newest to now
  --language    of the people in the workspace, and so of what they read`;

function parse() {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean', default: false },
      port: { type: 'string', default: '3000' },
      logs: { type: 'string', multiple: true, default: [] },
      'keep-times': { type: 'boolean', default: false },
      language: { type: 'string', default: 'en' },
    },
  });
  const { help, logs, language, 'keep-times': keepTimes } = values;
  if (language !== 'en' && language !== 'zh') throw new Error(`--language ${language} is neither en nor zh`);
  return { help, port: readPort(values.port), logs, keepTimes, language } as const;
}

await runServer(async (stopped) => {
  const options = readOptions(parse, 'npm start -- --help');
  if (options.help) {
    console.log(USAGE);
    process.exit();
  }
  const assembly = await makeFolder();
  process.on('exit', () => rmSync(assembly, { recursive: true, force: true }));
  await synthesise(assembly, stopped);
  const log = (name: string, line: string) => {
    if (needsAttention(line)) console.error(`[${name}] ${line}`);
  };
  const app = { scopes: Object.keys(APP.scopes), shortcuts: APP.shortcuts };
  return startLocalWorkspace({ ...options, app, assembly, log });
});

async function makeFolder(): Promise<string> {
  try {
    return await mkdtemp(join(tmpdir(), 'lts-chatops-'));
  } catch (cause) {
    throw new StartError(`Nothing can be written to ${tmpdir()}: set TMPDIR to a folder of yours`, { cause });
  }
}

/** The functions and their wiring, exactly as they are deployed. */
async function synthesise(assembly: string, stopped: AbortSignal): Promise<void> {
  const app = fileURLToPath(new URL('app.ts', import.meta.url));
  const env = { ...process.env, CDK_OUTDIR: assembly };
  const child = spawn(process.execPath, [app], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  stopped.addEventListener('abort', () => child.kill());
  const [errors, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
  if (code === 0) return;
  throw new StartError(`The stack cannot be synthesised ("npm run synth" does it alone):\n${errors}`);
}
