import { parseArgs } from 'node:util';
import { readSettings } from '../lib/infra/settings.ts';
import type { Aws } from '../lib/operate/aws-clients.ts';
import { findDeployment, NotDeployedError } from '../lib/operate/deployment.ts';
import { isAppMade } from '../lib/operate/placeholders.ts';
import { readRequestUrl } from '../lib/operate/request-url.ts';
import { createManifest } from '../lib/slack/manifest.ts';
import { openTarget, runProgram, soon } from './operator-program.ts';

const USAGE = `npm run -s manifest -- [--url URL] [--link] [--env NAME]

  Prints the Slack app's manifest as JSON, to be put in at https://api.slack.com/apps.

  --url   the Request URL, https://…/slack/events, which "npm run deploy" tells; else it is asked of the deployed stack, and
          where there is none, it is a placeholder: with that the app can be made, before anything is deployed. Once the
          configuration has the app's id, AWS has to be there to ask
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
  const { aws, target } = openTarget(values.env);
  const settings = await readSettings(target.settings);
  // An app that is there may have an address that works, which a placeholder would take away.
  const mayBePlaceholder = values.link || !isAppMade(settings);
  const url =
    values.url === undefined
      ? await findUrl(aws, target.stack, mayBePlaceholder)
      : readRequestUrl(values.url);
  const manifest = createManifest({ command: settings.command, url });
  // https://docs.slack.dev/app-manifests/configuring-apps-with-app-manifests
  const link = `https://api.slack.com/apps?new_app=1&manifest_json=${encodeURIComponent(JSON.stringify(manifest))}`;
  console.log(values.link ? link : JSON.stringify(manifest, undefined, 2));
  return 0;
}, 'npm run manifest -- --help');

async function findUrl(aws: Aws, stack: string, mayBePlaceholder: boolean): Promise<string> {
  try {
    const { outputs } = await findDeployment(aws.cloudformation, stack, soon());
    return outputs.RequestUrl;
  } catch (error) {
    if (!mayBePlaceholder && !(error instanceof NotDeployedError)) throw error;
    const why = error instanceof Error ? error.message : String(error);
    console.error(`The Request URL is a placeholder, ${PLACEHOLDER}: ${why}. --url gives another.`);
    return PLACEHOLDER;
  }
}
