import type { Target } from './target.ts';

/** What is left to do after a deployment. */
export function nextSteps(requestUrl: string, { npm }: Pick<Target, 'npm'>, appId: string): string {
  return `The bot listens at ${requestUrl}

What is left, once:
  1. ${npm('secrets')}
     asks for the three secrets, and shows nothing of them.
  2. ${npm('-s manifest', '--url', requestUrl)}
     prints the app's manifest with this address. Put it in at
     https://api.slack.com/apps/${appId}/app-manifest, save, and let Slack verify the Request URL.
After each deployment:
  ${npm('doctor')}
     looks whether everything fits together.
`;
}
