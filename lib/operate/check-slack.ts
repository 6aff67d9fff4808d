import { APP } from '../slack/manifest.ts';
import { TOKEN_REFUSALS } from '../slack/token-refusals.ts';
import { type Answer, askSlack, describeFailure, type Heard } from './ask-slack.ts';
import { checkClock } from './check-clock.ts';
import { usableSecret } from './check-secrets.ts';
import { type Finding, good, unknown, wrong } from './finding.ts';
import type { ReadSecret, Setup } from './setup.ts';

const APPS = 'https://api.slack.com/apps';
const REINSTALL = `give the app the manifest anew ("npm run -s manifest", ${APPS}, App Manifest), reinstall it, and fill in the new bot token`;

/** Whether Slack takes the token, for this app in this workspace, with all scopes; and whether the clock is right. */
export async function checkSlack(
  setup: Setup,
  read: ReadSecret,
  now: () => number,
  signal: AbortSignal,
): Promise<Finding[]> {
  const places = placesOf(setup);
  const token = await usableSecret('bot-token', [], read);
  if (token === undefined) return unknownAll(Object.values(places), 'not asked without a bot token');
  const asker = (method: string, fields = {}) => askSlack(setup.slackApiUrl, method, token, fields, signal);
  let heard: Heard;
  try {
    heard = await asker('auth.test');
  } catch (error) {
    const why = `Slack does not answer: ${describeFailure(error)}`;
    const remedy = 'look at the network, and at https://slack-status.com';
    const { token: asked, ...others } = places;
    return [wrong(asked, why, remedy), ...unknownAll(Object.values(others), 'Slack does not answer')];
  }
  const clock = checkClock(places.clock, heard.headers.get('date'), now());
  const { answer } = heard;
  if (!answer.ok) {
    const why = `Slack does not take the token: ${answer.error ?? 'no reason given'}`;
    const remedy = TOKEN_REFUSALS.includes(answer.error ?? '')
      ? setup.fillSecret('bot-token')
      : 'try again; https://docs.slack.dev/reference/methods/auth.test says what it means';
    const { token: asked, clock: _, ...others } = places;
    return [wrong(asked, why, remedy), clock, ...unknownAll(Object.values(others), why)];
  }
  return [
    checkWorkspace(places.token, answer, setup),
    checkScopes(places.scopes, heard.headers.get('x-oauth-scopes') ?? ''),
    await checkApp(places.app, asker, answer, setup),
    clock,
  ];
}

function placesOf({ slackApiUrl, appId, secrets }: Setup) {
  return {
    token: { what: 'bot token', where: secrets['bot-token'] },
    scopes: { what: 'scopes of the bot token', where: secrets['bot-token'] },
    app: { what: 'Slack app', where: appId },
    clock: { what: 'clock of this machine', where: `beside that of ${new URL(slackApiUrl).host}` },
  };
}

function unknownAll(places: readonly { what: string; where: string }[], why: string): Finding[] {
  return places.map((place) => unknown(place, why));
}

/** https://docs.slack.dev/reference/methods/auth.test */
function checkWorkspace(place: { what: string; where: string }, answer: Answer, { teamId }: Setup): Finding {
  const { team_id: team = '', team: name = '' } = answer;
  if (answer.is_enterprise_install)
    return wrong(
      place,
      'the app is installed in a whole organization, where clicks name no workspace',
      `install it in the workspace ${teamId} alone`,
    );
  return team === teamId
    ? good(place, `Slack takes it, in the workspace ${name} (${team})`)
    : wrong(
        place,
        `it is of the workspace ${team} (${name}), and ${teamId} is served`,
        `set slack.teamId in the configuration and deploy, or install the app in ${teamId}`,
      );
}

/** Slack says with each answer what a token may do. https://docs.slack.dev/authentication/installing-with-oauth */
function checkScopes(place: { what: string; where: string }, header: string): Finding {
  const granted = header
    .split(',')
    .map((scope) => scope.trim())
    .filter(Boolean);
  const missing = Object.entries(APP.scopes).filter(([scope]) => !granted.includes(scope));
  if (missing.length > 0) {
    const reasons = missing.map(([scope, reason]) => `${scope} (${reason})`);
    return wrong(place, `missing: ${reasons.join('; ')}`, REINSTALL);
  }
  const needless = granted.filter((scope) => !(scope in APP.scopes));
  const more = needless.length > 0 ? `; it has more than it needs: ${needless.join(', ')}` : '';
  return good(place, `all ${Object.keys(APP.scopes).length} are there${more}`);
}

/** https://docs.slack.dev/reference/methods/bots.info */
async function checkApp(
  place: { what: string; where: string },
  ask: (method: string, fields: Record<string, string>) => Promise<Heard>,
  { bot_id: bot = '' }: Answer,
  { appId }: Setup,
): Promise<Finding> {
  try {
    const { answer } = await ask('bots.info', { bot });
    const { app_id: found } = answer.bot ?? {};
    if (found === undefined)
      return unknown(place, `Slack does not say: ${answer.error ?? 'no app in its answer'}`);
    if (found === appId) return good(place, 'the bot token is of this app');
    return wrong(
      place,
      `the bot token is of the app ${found}, and only ${appId} is served`,
      'set slack.appId in the configuration and deploy, or fill in the token of that app',
    );
  } catch (error) {
    return unknown(place, `Slack does not answer: ${describeFailure(error)}`);
  }
}
