import type { Verb } from '../commands/access.ts';
import type { AccessWords } from './access-words.ts';

/** What each permission lets a person do. */
const DEEDS: Readonly<Record<Verb, string>> = {
  read: 'read logs, and list groups and streams',
  create: 'create groups and streams',
  delete: 'delete groups and streams',
  transfer: 'copy streams to OBS',
  share: 'show others what the bot answers',
  export: 'export lines as a file',
  reveal: 'see lines as they were logged, with nothing redacted',
  audit: 'see who has done what',
  settings: 'change the settings of a channel',
};

export const accessEn: AccessWords = {
  missing: (verb) => `You do not have the permission “${verb}” for this in this channel: to ${DEEDS[verb]}.`,
  readOnly: (verb) =>
    `The bot is read-only for now, so nobody may do this. It takes the permission “${verb}”: to ${DEEDS[verb]}.`,
  ask: 'Ask {contact}.',
  askTheirs: 'Ask those who run the bot.',
  askNamed: 'The message names who can help.',
  mayBeHidden: 'There may be one that you may not read in this channel.',
  groupsUnsaid:
    'Slack did not say which user groups you are in, so what those may do does not count. Try again in a moment.',
};
