import http from 'node:http';
import { parseArgs } from 'node:util';
import { examineDeployment, examineLocal } from '../lib/operate/doctor.ts';
import { openTarget, printFindings, runProgram } from './operator-program.ts';

const USAGE = `npm run doctor -- [--env NAME] [--local] [--url URL]

  Looks whether a deployed bot, or the local workspace, is set up as it must be, and says for each thing that is not
  what to do. It changes nothing and shows no secret. It ends with 0 when all is well, else with 1.

  --env    which of several deployments: chatops.config.NAME.json
  --local  the local workspace at http://127.0.0.1:3000
  --url    the local workspace at another address`;

await runProgram(async () => {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean', default: false },
      env: { type: 'string' },
      local: { type: 'boolean', default: false },
      url: { type: 'string' },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const url = values.url ?? (values.local ? 'http://127.0.0.1:3000' : undefined);
  const findings = await (url === undefined
    ? lookAtDeployment(values.env)
    : examineLocal(url.replace(/\/$/, '')));
  printFindings(findings);
  return findings.every(({ state }) => state === 'ok') ? 0 : 1;
}, 'npm run doctor -- --help');

function lookAtDeployment(environment: string | undefined) {
  const { aws, target } = openTarget(environment);
  // For Slack and the Request URL. Credentials of a machine on AWS come over HTTP, and through no proxy. The first versions
  // of Node 24 cannot do it.
  const { httpsProxy: HTTPS_PROXY, noProxy: NO_PROXY } = aws.proxy;
  http.setGlobalProxyFromEnv?.({ HTTPS_PROXY, NO_PROXY });
  return examineDeployment(aws, target);
}
