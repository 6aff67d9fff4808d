import type { FormWords, HomeWords } from './form-words.ts';
import { grouped } from './grouped.ts';

export const formsEn: FormWords = {
  titles: {
    create_group: 'Create log group',
    create_stream: 'Create log stream',
    transfer: 'Copy streams to OBS',
  },
  submit: { create_group: 'Create', create_stream: 'Create', transfer: 'Start copying' },
  labels: {
    source: 'Source',
    group: 'Log group',
    streams: 'Log streams',
    name: 'Name',
    ttl: 'Days for which logs are kept',
    project: 'Enterprise project',
    bucket: 'OBS bucket',
    period: 'Period',
    format: 'Format',
    prefix: 'Prefix of file names',
    dir: 'Folder',
  },
  hints: { ttl: '1 to 365. Some regions allow fewer.' },
  noGroups: 'There is no log group with which you may do this here.',
  noStreams: (group) => `There is no log stream in ${group} with which you may do this.`,
  rest: (count) => `${grouped(count)} more do not fit here. They can be typed by name in the command.`,
  notOpened: 'Slack did not show the form.',
  open: 'Open the form',
};

export const homeEn: HomeWords = {
  searches: 'Your latest searches',
  noSearches: 'What you search will be listed here, to be run again.',
  searchesNote:
    'Run again, a search with no end of its own covers the same length of time up to now. The lines come to your direct messages with the bot. Searches that hold a secret are not kept.',
  searchesUnread: 'They could not be read. Open Home again in a moment.',
  repeat: 'Run again',
  searchedIn: 'In {where}, {time}',
  directs: { own: 'your direct messages with the bot', other: 'a direct message' },
  defaults: 'Default streams',
  defaultIn: 'In {where}: {what}',
  noDefault: 'none is set',
  unreadLeftOut:
    'Searches and streams that you may not read in your direct messages with the bot are left out.',
  sources: 'Sources',
  source: (name, state) => `${name}: ${state}`,
  states: {
    reachable: 'answers',
    silent: 'does not answer',
    unreadable: 'sends answers that cannot be read',
  },
  refused: (code) => `refuses (${code})`,
  elsewhere: (command) =>
    `This is what you may do in your direct messages with the bot. In a channel it may differ: type ${command} help there.`,
  settings: (locale, zone) =>
    `This is in English, for your Slack is set to ${locale}. Times are in the zone of your Slack profile, ${zone}.`,
  settingsUnknown:
    'Slack did not say your language and time zone, so this is in English, and times are in UTC.',
  help: 'For help, ask {contact}.',
};
