import { destroy } from '../lib/operate/destroy.ts';
import { runStackProgram } from './operator-program.ts';

const USAGE = `npm run destroy -- [--env NAME] [--yes]

  Says what of the stack would go, and what is kept; with --yes, destroys it with the CDK.

  --env  which of several deployments: chatops.config.NAME.json
  --yes  does it`;

await runStackProgram('destroy', destroy, USAGE);
