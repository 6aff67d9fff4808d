import { parseArgs } from 'node:util';
import { startLtsEmulator } from '../lib/local/lts/emulator.ts';
import { readOptions, readPort, runServer } from './server-program.ts';

const USAGE = `npm run lts-emulator -- [--port 3001] [--logs PATH]… [--keep-times]

  Huawei Cloud Log Tank Service and the part of IAM that gives tokens, on 127.0.0.1.

  --port        0 takes any free port
  --logs        a log file or a folder of them, instead of the built-in story; may be repeated
  --keep-times  leaves the times of the lines as they are, instead of moving the newest to now`;

function parse() {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean', default: false },
      port: { type: 'string', default: '3001' },
      logs: { type: 'string', multiple: true, default: [] },
      'keep-times': { type: 'boolean', default: false },
    },
  });
  const { help, logs, 'keep-times': keepTimes } = values;
  return { help, port: readPort(values.port), logs, keepTimes };
}

await runServer(async () => {
  const options = readOptions(parse, 'npm run lts-emulator -- --help');
  if (options.help) {
    console.log(USAGE);
    process.exit();
  }
  const emulator = await startLtsEmulator(options);
  const { projectId, accessKey, secretKey, iamUser } = emulator;
  console.error(JSON.stringify({ projectId, accessKey, secretKey, iamUser }, undefined, 2));
  return emulator;
});
