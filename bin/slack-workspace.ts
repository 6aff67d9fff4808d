import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readManifest } from '../lib/local/slack/read-manifest.ts';
import { StartError } from '../lib/local/start-error.ts';
import { startSlackWorkspace } from '../lib/local/start-slack.ts';
import { readOptions, readPort, runServer } from './server-program.ts';

const PROGRAM = 'npm run slack-workspace --';

const USAGE = `${PROGRAM} --events-url URL --signing-secret S --manifest FILE [--port 3002] [--token xoxb-…]

  A Slack workspace with its page, on 127.0.0.1, for the bot that listens at the URL.

  --events-url      where the bot takes commands, clicks and events, such as http://127.0.0.1:3000/slack/events
  --signing-secret  the one that the bot checks signatures with
  --manifest        the app's manifest as JSON: its first slash command, its bot scopes, its shortcuts
  --port            0 takes any free port
  --token           the bot token that the workspace accepts

  Whether the bot takes its signatures is asked as Slack asks: curl -d {} http://127.0.0.1:3002/local/verify`;

function parse() {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean', default: false },
      'events-url': { type: 'string', default: '' },
      'signing-secret': { type: 'string', default: '' },
      manifest: { type: 'string', default: '' },
      port: { type: 'string', default: '3002' },
      token: { type: 'string', default: 'xoxb-local-bot-token' },
    },
  });
  const {
    help,
    manifest,
    token: botToken,
    'signing-secret': signingSecret,
    'events-url': eventsUrl,
  } = values;
  const options = { help, manifest, botToken, signingSecret, eventsUrl, port: readPort(values.port) };
  if (help) return options;
  if (eventsUrl === '') throw new Error('--events-url is missing');
  if (!URL.canParse(eventsUrl)) throw new Error(`--events-url ${eventsUrl} is not a URL`);
  if (signingSecret === '') throw new Error('--signing-secret is missing');
  if (manifest === '') throw new Error('--manifest is missing');
  return options;
}

await runServer(async () => {
  const { help, manifest, ...options } = readOptions(parse, `${PROGRAM} --help`);
  if (help) {
    console.log(USAGE);
    process.exit();
  }
  const text = await readFile(manifest, 'utf8').catch((cause: unknown) => {
    throw new StartError(`${manifest} cannot be read`, { cause });
  });
  const server = await startSlackWorkspace({ ...options, app: readManifest(text, manifest) });
  const { botToken } = options;
  console.error(JSON.stringify({ slackApiUrl: `${server.url}/api/`, botToken }, undefined, 2));
  return server;
});
