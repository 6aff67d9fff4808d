import { readSecret } from '../lib/aws/secrets.ts';
import { ENV, setting } from '../lib/config.ts';
import { createBolt } from '../lib/slack/app.ts';
import { createFront } from '../lib/slack/front.ts';
import { createHandOver } from '../lib/slack/hand-over.ts';
import { awsAccess } from './aws-access.ts';

const access = awsAccess(process.env);
const handOver = createHandOver(access, setting(process.env, ENV.workerFunction), Date.now);
const bolt = createBolt(setting(process.env, ENV.command), handOver, Date.now);
const secretArn = setting(process.env, ENV.signingSecret);

/** API Gateway's entry: everything that Slack sends. */
export const handler = createFront(() => readSecret(access, secretArn), bolt, Date.now);
