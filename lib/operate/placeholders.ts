import type { Settings } from '../infra/settings.ts';

/** Whether the Slack app is there: its id is known only then. */
export function isAppMade({ slack }: Settings): boolean {
  return !/^A0+$/.test(slack.appId);
}

/** What stands in the configuration as it comes, and is nobody's. */
const PLACEHOLDERS = [
  {
    field: 'slack.teamId',
    isLeft: ({ slack }: Settings) => /^T0+$/.test(slack.teamId),
    from: 'the id of your Slack workspace, T…: it stands in the address of Slack in a browser',
  },
  {
    field: 'slack.appId',
    isLeft: (settings: Settings) => !isAppMade(settings),
    from: 'the id of your Slack app, A…: api.slack.com/apps, the app, Basic Information',
  },
  {
    field: 'sources',
    isLeft: ({ sources }: Settings) => sources.some(({ projectId }) => /^0+$/.test(projectId)),
    from: 'the project id and region of each LTS project: the Huawei Cloud console, My Credentials, API Credentials',
  },
] as const;

/** The fields that nobody has filled in, and what belongs there. */
export function placeholdersIn(
  settings: Settings,
): readonly { readonly field: string; readonly from: string }[] {
  return PLACEHOLDERS.filter(({ isLeft }) => isLeft(settings)).map(({ field, from }) => ({ field, from }));
}
