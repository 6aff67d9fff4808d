import { LogLevel, WebClient } from '@slack/web-api';
import { ENV, type Environment, setting } from '../lib/config.ts';
import { createDeliver } from '../lib/slack/deliver.ts';
import { createFiles } from '../lib/slack/files.ts';
import { createPeople } from '../lib/slack/people.ts';

/** Zone and language are worth two seconds of waiting, and no more. */
const LOOK_UP_MS = 2_000;
/** For what is to be shown; each call has a deadline of its own, which is nearer as a rule. */
const SHOW_MS = 30_000;

/** What the bot token is for. */
export function connectSlack(environment: Environment, botToken: string) {
  const client = (timeout: number) =>
    new WebClient(botToken, {
      slackApiUrl: setting(environment, ENV.slackApiUrl),
      // Whoever calls knows whether and when to try again.
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      // Its warnings are lines of its own making.
      logLevel: LogLevel.ERROR,
      timeout,
    });
  const shower = client(SHOW_MS);
  return {
    deliver: createDeliver(shower),
    files: createFiles(shower),
    findPerson: createPeople(client(LOOK_UP_MS), Date.now),
  };
}
