import type { SecretName } from './secrets.ts';
import type { Target } from './target.ts';

/** What is left to do after a deployment; `unfilled` are the secrets that hold nothing yet. */
export function nextSteps(
  requestUrl: string,
  { npm }: Pick<Target, 'npm'>,
  appId: string,
  unfilled: readonly SecretName[],
): string {
  const secrets = `
  ${npm('secrets')}
     asks for ${unfilled.join(', ')}, and shows nothing of them.`;
  return `The bot listens at ${requestUrl}

What is left:${unfilled.length > 0 ? secrets : ''}
  ${npm('-s manifest', '--url', requestUrl)}
     prints the app's manifest with this address: once, and when the manifest has changed, put it in at
     https://api.slack.com/apps/${appId}/app-manifest, save, and let Slack verify the Request URL.
  ${npm('doctor')}
     looks whether everything fits together.
`;
}
