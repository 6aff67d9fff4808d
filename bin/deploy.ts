import { deploy } from '../lib/operate/deploy.ts';
import { runStackProgram } from './operator-program.ts';

const USAGE = `npm run deploy -- [--env NAME] [--yes]

  Says all that is missing, if anything is; else deploys with the CDK, and says what is left to do.

  --env  which of several deployments: chatops.config.NAME.json
  --yes  does not ask before permissions are widened`;

await runStackProgram('deploy', deploy, USAGE);
