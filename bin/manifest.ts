import { parseArgs } from 'node:util';
import { readSettings } from '../lib/infra/settings.ts';
import { findDeployment } from '../lib/operate/deployment.ts';
import { readRequestUrl } from '../lib/operate/request-url.ts';
import { createManifest } from '../lib/slack/manifest.ts';
import { openTarget, runProgram, soon } from './operator-program.ts';

const USAGE = `npm run -s manifest -- [--url URL] [--link] [--env NAME]

  Prints the Slack app's manifest as JSON, to be put in at https://api.slack.com/apps.

  --url   the Request URL, https://…/slack/events, which "npm run deploy" tells; else it is asked of the deployed stack, and
          where there is none, it is a placeholder: with that the app can be made, before anything is deployed
  --link  prints an address instead, which opens Slack with the manifest filled in
  --env   which of several deployments: chatops.config.NAME.json`;

/** Nobody's, by RFC 2606. */
const PLACEHOLDER = 'https://example.com/slack/events';

await runProgram(async () => {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean', default: false },
      url: { type: 'string' },
      link: { type: 'boolean', default: false },
      env: { type: 'string' },
      // The Slack CLI tells its hooks where the project is.
      source: { type: 'string' },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const url = values.url === undefined ? await findUrl(values.env) : readRequestUrl(values.url);
  const { command } = await readSettings(openTarget(values.env).target.settings);
  const manifest = createManifest({ command, url });
  // https://docs.slack.dev/app-manifests/configuring-apps-with-app-manifests
  const link = `https://api.slack.com/apps?new_app=1&manifest_json=${encodeURIComponent(JSON.stringify(manifest))}`;
  console.log(values.link ? link : JSON.stringify(manifest, undefined, 2));
  return 0;
}, 'npm run manifest -- --help');

async function findUrl(environment: string | undefined): Promise<string> {
  const { aws, target } = openTarget(environment);
  const signal = soon();
  try {
    const { outputs } = await findDeployment(aws.cloudformation, target.stack, signal);
    return outputs.RequestUrl;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    console.error(`The Request URL is a placeholder, ${PLACEHOLDER}: ${why}. --url gives another.`);
    return PLACEHOLDER;
  }
}
