import { parseArgs } from 'node:util';
import { needsAttention } from '../lib/local/needs-attention.ts';
import { startLocalWorkspace } from '../lib/local/start.ts';
import { installedApp } from './installed-app.ts';
import { readOptions, readPort, runServer } from './server-program.ts';
import { synthesise } from './synthesise.ts';

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
  const assembly = await synthesise(stopped);
  const log = (name: string, line: string) => {
    if (needsAttention(line)) console.error(`[${name}] ${line}`);
  };
  return startLocalWorkspace({ ...options, app: installedApp(), assembly, log });
});
