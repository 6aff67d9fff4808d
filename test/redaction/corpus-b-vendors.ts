import { type Case, Random } from './corpus.ts';
import { iso, java, one, pod } from './corpus-b-words.ts';

const r = new Random(0xb06);

/** Tokens whose makers gave them a look of their own. Names of hosts are put together, lest a scanner knows them. */
const hooks = `https://hooks.${'slack'}.com`;

export const VENDORS: readonly Case[] = [
  one(
    'Slack token',
    `xoxb-${r.digits(12)}-${r.digits(13)}-${r.alphanumeric(24)}`,
    (v) => `SLACK_BOT_TOKEN=${v}`,
  ),
  one(
    'Slack token',
    `xoxp-${r.digits(12)}-${r.digits(12)}-${r.digits(13)}-${r.hex(32)}`,
    (v) => `invalid_auth for ${v}`,
  ),
  one('Slack token', `xapp-1-A${r.upper(10)}-${r.digits(13)}-${r.hex(64)}`, (v) => `{"app_token":"${v}"}`),
  one('Slack token', `xoxe.xoxp-1-${r.base64url(146)}`, (v) => `rotated to ${v}`),
  one('Slack signing secret', r.hex(32), (v) => `SLACK_SIGNING_SECRET: ${v}`),
  one(
    'Slack webhook',
    `T${r.upper(10)}/B${r.upper(10)}/${r.alphanumeric(24)}`,
    (v) => `POST ${hooks}/services/${v} 404`,
  ),
  one(
    'Slack webhook',
    `T${r.upper(8)}/${r.digits(15)}/${r.alphanumeric(24)}`,
    (v) => `"${hooks}/triggers/${v}"`,
  ),
  one('DingTalk webhook', r.hex(64), (v) => `https://oapi.dingtalk.com/robot/send?access_token=${v}`),
  one('DingTalk webhook', `SEC${r.hex(64)}`, (v) => `钉钉机器人加签密钥 ${v} 无效`),
  one(
    'Feishu webhook',
    r.uuid(),
    (v) => `告警推送失败 https://open.feishu.cn/open-apis/bot/v2/hook/${v} code=19001`,
  ),
  one(
    'Feishu webhook',
    r.uuid(),
    (v) => `post https://open.larksuite.com/open-apis/bot/v2/hook/${v}: timeout`,
  ),
  one(
    'WeCom webhook',
    r.uuid(),
    (v) => `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${v} errcode=93000`,
  ),
  one('WeCom secret', r.base64url(43), (v) => `gettoken?corpid=ww${r.hex(16)}&corpsecret=${v}`),
  one('Discord webhook', r.base64url(68), (v) => `https://discord.com/api/webhooks/${r.digits(18)}/${v}`),
  one(
    'Teams webhook',
    r.hex(32),
    (v) =>
      `https://corp.webhook.office.com/webhookb2/${r.uuid()}@${r.uuid()}/IncomingWebhook/${v}/${r.uuid()}`,
  ),
  one(
    'GitHub token',
    `ghp_${r.alphanumeric(36)}`,
    (v) => `remote: https://x-access-token:${v}@github.com/acme/app`,
  ),
  one('GitHub token', `ghs_${r.alphanumeric(36)}`, (v) => `${iso(r)} ##[debug]....=> '${v}'`),
  one('GitHub token', `gho_${r.alphanumeric(36)}`, (v) => `hosts.yml: oauth_token: ${v}`),
  one(
    'GitHub token',
    `github_pat_${r.alphanumeric(22)}_${r.alphanumeric(59)}`,
    (v) => `octokit auth(${v}) failed: Bad credentials`,
  ),
  one(
    'GitLab token',
    `glpat-${r.base64url(20)}`,
    (v) => `git clone https://oauth2:${v}@gitlab.internal/a.git`,
  ),
  one('GitLab token', `glrt-${r.base64url(20)}`, (v) => `runner registration with ${v} done`),
  one('GitLab token', `gldt-${r.base64url(20)}`, (v) => `{"deploy":"${v}"}`),
  one('npm token', `npm_${r.alphanumeric(36)}`, (v) => `npm ERR! //registry.npmjs.org/:_authToken=${v}`),
  one('npm token', r.uuid(), (v) => `//npm.internal/:_authToken="${v}"`),
  one(
    'npm token',
    Buffer.from(`ci:${r.alphanumeric(14)}`).toString('base64'),
    (v) => `//npm.internal/:_auth=${v}`,
  ),
  one(
    'PyPI token',
    `pypi-AgEIcHlwaS5vcmc${r.base64url(150)}`,
    (v) => `twine upload -u __token__ -p ${v} dist/*`,
  ),
  one(
    'Stripe key',
    `sk_${'live'}_${r.alphanumeric(24)}`,
    (v) => `StripeAuthenticationError: Invalid API Key provided: ${v}`,
  ),
  one('Stripe key', `rk_${'live'}_${r.alphanumeric(99)}`, (v) => `stripe.api_key = '${v}'`),
  one('Stripe key', `whsec_${r.alphanumeric(32)}`, (v) => `${java(r)} webhook check with ${v} failed`),
  one('Stripe key', `sk_${'test'}_${r.alphanumeric(24)}`, (v) => `[stripe] mode=test key ${v}`),
  one('Twilio key', r.hex(32), (v) => `TWILIO_AUTH_TOKEN=${v}`),
  one('Twilio key', `SK${r.hex(32)}`, (v) => `twilio client for ${v} created`),
  one(
    'Twilio key',
    r.hex(32),
    (v) => `POST https://AC${'0'.repeat(32)}:${v}@api.twilio.com/2010-04-01/Messages.json`,
  ),
  one('SendGrid key', `SG.${r.base64url(22)}.${r.base64url(43)}`, (v) => `sendgrid: 401 with ${v}`),
  one('Mailgun key', `key-${r.hex(32)}`, (v) => `curl -s --user 'api:${v}' https://api.mailgun.net/v3/x`),
  one(
    'Telegram token',
    `${r.digits(10)}:AA${r.base64url(33)}`,
    (v) => `POST https://api.telegram.org/bot${v}/sendMessage 400`,
  ),
  one('Telegram token', `${r.digits(9)}:AA${r.base64url(33)}`, (v) => `telegram.error.InvalidToken: ${v}`),
  one(
    'OpenAI-like key',
    `sk-${r.alphanumeric(48)}`,
    (v) => `openai.AuthenticationError: Incorrect API key provided: ${v}.`,
  ),
  one('OpenAI-like key', `sk-proj-${r.base64url(120)}`, (v) => `{"provider":"openai","k":"${v}"}`),
  one('OpenAI-like key', `sk-ant-api03-${r.base64url(93)}AA`, (v) => `anthropic client ready (${v})`),
  one('OpenAI-like key', `sk-${r.hex(32)}`, (v) => `deepseek 余额不足 key=${v}`),
  one('Hugging Face token', `hf_${r.alphanumeric(34)}`, (v) => `huggingface-cli login --token ${v}`),
  one('Vault token', `hvs.${r.base64url(92)}`, (v) => `vault agent: renewed ${v} ttl=768h`),
  one(
    'Grafana token',
    `glsa_${r.alphanumeric(32)}_${r.hex(8)}`,
    (v) => `grafana: service account ${v} revoked`,
  ),
  one('Databricks token', `dapi${r.hex(32)}`, (v) => `databricks host=adb-1 pat ${v}`),
  one('DigitalOcean token', `dop_v1_${r.hex(64)}`, (v) => `doctl auth init -t ${v}`),
  one('Docker Hub token', `dckr_pat_${r.base64url(27)}`, (v) => `[${pod(r)}] pull secret ${v} refused`),
  one('Shopify token', `shpat_${r.hex(32)}`, (v) => `X-Shopify-Access-Token: ${v}`),
  one('Atlassian token', `ATATT3xFfGF0${r.base64url(180)}`, (v) => `jira: basic ops:${v}`),
  one('New Relic key', `NRAK-${r.upper(27)}`, (v) => `newrelic user key ${v} invalid`),
  one('Linear key', `lin_api_${r.alphanumeric(40)}`, (v) => `linear sync with ${v}`),
  one(
    'age key',
    `AGE-SECRET-KEY-1${r.text('QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L', 58)}`,
    (v) => `sops: identity ${v}`,
  ),
];
