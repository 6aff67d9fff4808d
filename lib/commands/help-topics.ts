import type { Verb } from './access.ts';

export const HELP_TOPICS = ['logs', 'times', 'create', 'transfer', 'settings', 'redaction'] as const;
export type HelpTopic = (typeof HELP_TOPICS)[number];

/** What help on a topic is about: it is for whoever may do one of these. */
export const TOPIC_VERBS: Readonly<Record<HelpTopic, readonly [Verb, ...Verb[]]>> = {
  logs: ['read'],
  times: ['read'],
  create: ['create'],
  transfer: ['transfer'],
  settings: ['settings', 'read'],
  redaction: ['read'],
};
