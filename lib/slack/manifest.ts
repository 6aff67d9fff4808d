/**
 * The bot as Slack knows it. A stranger who installs it reads the scopes, so each says what it is for.
 * https://docs.slack.dev/reference/scopes
 */
export const APP = {
  name: 'LTS ChatOps',
  scopes: {
    commands: 'to be asked with the slash command and with shortcuts',
    'chat:write': 'to answer, and to change and delete its own messages',
    'users:read': "to write times in a person's own zone, and words in their language",
    'files:write': 'to hand over exported lines as a file',
    'app_mentions:read': 'to be asked in a channel or a thread by its name',
    'channels:read': 'to know whether a public channel is shared with another company',
    'groups:read': 'the same for a private channel it is a member of',
    'im:read': 'the same for its direct messages',
    'channels:history': 'to read the thread it is asked about in a public channel',
    'groups:history': 'the same in a private channel it is a member of',
    'im:history': 'to be asked in a direct message, and to read its threads',
    'im:write': 'to open a direct message with a person who decides about a request',
    'usergroups:read': 'to know who is in a user group that may do more than others',
  },
  /** https://docs.slack.dev/reference/events */
  botEvents: {
    app_mention: 'a person asks by its name',
    'message.im': 'a person asks in a direct message',
    app_home_opened: 'a person opens its Home tab, which is drawn for them',
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
