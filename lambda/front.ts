import { keepSecret } from '../lib/aws/secrets.ts';
import { ENV, setting } from '../lib/config.ts';
import { createBolt } from '../lib/slack/app.ts';
import { createFront } from '../lib/slack/front.ts';
import { createFrontCall } from '../lib/slack/front-call.ts';
import { createFrontViews } from '../lib/slack/front-views.ts';
import { createHandOver } from '../lib/slack/hand-over.ts';
import { createTellBeside } from '../lib/slack/tell-beside.ts';
import { awsAccess } from './aws-access.ts';

const access = awsAccess(process.env);
const handOver = createHandOver(access, setting(process.env, ENV.workerFunction), Date.now);
const installation = {
  teamId: setting(process.env, ENV.teamId),
  appId: setting(process.env, ENV.appId),
  hooksOrigin: setting(process.env, ENV.hooksOrigin),
};
const botToken = keepSecret(access, setting(process.env, ENV.botToken), Date.now);
const call = createFrontCall(setting(process.env, ENV.slackApiUrl), botToken, Date.now);
const bolt = createBolt(
  setting(process.env, ENV.command),
  installation,
  handOver,
  createFrontViews(call),
  createTellBeside(call),
  Date.now,
);
const signingSecret = keepSecret(access, setting(process.env, ENV.signingSecret), Date.now);

/** API Gateway's entry: everything that Slack sends. */
export const handler = createFront(signingSecret, installation, bolt, Date.now);
