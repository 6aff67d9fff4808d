/**
 * The bot as Slack knows it. A stranger who installs it reads the scopes, so each says what it is for.
 * https://docs.slack.dev/reference/scopes
 */
export const APP = {
  name: 'LTS ChatOps',
  description: 'Huawei Cloud Log Tank Service (LTS) in Slack: search logs and page through them',
  scopes: {
    commands: 'to be asked with the slash command and with shortcuts',
    'chat:write': "to answer, in a person's direct message by their id, and to change its own messages",
    'users:read': "to write times in a person's own zone, and words in their language",
    'files:write': 'to hand over exported lines as a file',
    'app_mentions:read': 'to be asked in a channel or a thread by its name',
    'im:history': 'to be asked in a direct message',
    'usergroups:read': 'to know who is in a user group that may do more than others',
  },
  /** https://docs.slack.dev/reference/events */
  botEvents: {
    app_mention: 'a person asks by its name',
    'message.im': 'a person asks in a direct message',
    app_home_opened: 'a person opens its Home tab, which is drawn for them',
  },
  command: {
    description: 'Search and look after logs in LTS',
    usageHint: 'logs GROUP/STREAM error since:1h, or help',
  },
  shortcuts: [
    {
      callbackId: 'search_logs',
      type: 'global',
      name: 'Search logs',
      description: 'Search a log stream of LTS in a form',
    },
    {
      callbackId: 'look_up_logs',
      type: 'message',
      name: 'Look up logs',
      description: 'Search the logs of what a message, such as an alert, is about',
    },
  ],
} as const;

interface Addressed {
  /** With its slash. */
  readonly command: string;
  /** Where Slack sends everything, https://…/slack/events. */
  readonly url: string;
}

/**
 * The app's manifest, from which Slack makes the app, or changes it.
 * https://docs.slack.dev/reference/app-manifest
 */
export function createManifest({ command, url }: Addressed) {
  const { name, description, scopes, botEvents, shortcuts } = APP;
  return {
    display_information: { name, description },
    features: {
      // People write in the messages tab, which is the bot's direct message.
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      // It is always there to answer.
      bot_user: { display_name: command.slice(1), always_online: true },
      shortcuts: shortcuts.map(({ callbackId, ...shortcut }) => ({ ...shortcut, callback_id: callbackId })),
      slash_commands: [
        {
          command,
          url,
          description: APP.command.description,
          usage_hint: APP.command.usageHint,
          // Whom `who:@name` means is known by an id only. What Slack makes of a line for it, `plainText` reads.
          should_escape: true,
        },
      ],
    },
    oauth_config: { scopes: { bot: Object.keys(scopes) } },
    settings: {
      event_subscriptions: { request_url: url, bot_events: Object.keys(botEvents) },
      interactivity: { is_enabled: true, request_url: url },
      // One workspace installs it: clicks in an app of a whole organization name none.
      org_deploy_enabled: false,
      socket_mode_enabled: false,
      // A token that changes by itself would have to be written back.
      token_rotation_enabled: false,
    },
  };
}
