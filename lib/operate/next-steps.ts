import type { Settings } from '../infra/settings.ts';
import type { SecretName } from './secrets.ts';
import type { Target } from './target.ts';

/** What is left to do after a deployment; `unfilled` are the secrets that hold nothing yet. */
export function nextSteps(
  requestUrl: string,
  { npm }: Pick<Target, 'npm'>,
  { slack, alarmTarget }: Pick<Settings, 'slack' | 'alarmTarget'>,
  unfilled: readonly SecretName[],
): string {
  const secrets = `
  ${npm('secrets')}
     asks for ${unfilled.join(', ')}, and shows nothing of them.`;
  const mail = `
  once, follow the link in the mail to ${alarmTarget}
     that AWS has sent: no alarm arrives before that.`;
  return `The bot listens at ${requestUrl}

What is left:${unfilled.length > 0 ? secrets : ''}
  ${npm('-s manifest', '--url', requestUrl)}
     prints the app's manifest with this address: once, and when the manifest has changed, put it in at
     https://api.slack.com/apps/${slack.appId}/app-manifest, save, and let Slack verify the Request URL.${alarmTarget?.includes('@') ? mail : ''}
  ${npm('doctor')}
     looks whether everything fits together.
`;
}
