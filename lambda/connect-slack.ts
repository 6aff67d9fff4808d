import { LogLevel, type WebAPICallResult, WebAPIPlatformError, WebClient } from '@slack/web-api';
import { ENV, type Environment, setting } from '../lib/config.ts';
import { count } from '../lib/metrics.ts';
import { createDeliver, createNote } from '../lib/slack/deliver.ts';
import { fetchAnew, fetchByPost } from '../lib/slack/fetch-by-post.ts';
import { createFiles } from '../lib/slack/files.ts';
import { createPeople } from '../lib/slack/people.ts';
import { createTellUnread } from '../lib/slack/tell-unread.ts';
import { TOKEN_REFUSALS } from '../lib/slack/token-refusals.ts';
import { createUserGroups } from '../lib/slack/user-groups.ts';

/** What is known of a person is worth two seconds of waiting, and no more. */
const LOOK_UP_MS = 2_000;
/** For what is to be shown; each call has a deadline of its own, which is nearer as a rule. */
const SHOW_MS = 30_000;

/** All methods call this one. */
class WatchedClient extends WebClient {
  onTokenRefused?: () => void;

  override async apiCall(method: string, options?: Record<string, unknown>): Promise<WebAPICallResult> {
    try {
      return await super.apiCall(method, options);
    } catch (error) {
      const reason = error instanceof WebAPIPlatformError ? error.data.error : '';
      if (TOKEN_REFUSALS.includes(reason)) {
        count('TokenRefused');
        this.onTokenRefused?.();
      }
      throw error;
    }
  }
}

/** What the bot token is for; `onTokenRefused` is told each time that Slack does not take it. */
export function connectSlack(environment: Environment, botToken: string, onTokenRefused: () => void) {
  const client = (timeout: number, fetch: typeof fetchByPost) => {
    const watched = new WatchedClient(botToken, {
      slackApiUrl: setting(environment, ENV.slackApiUrl),
      fetch,
      // Whoever calls knows whether and when to try again.
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      // Its warnings are lines of its own making.
      logLevel: LogLevel.ERROR,
      timeout,
    });
    watched.onTokenRefused = onTokenRefused;
    return watched;
  };
  const shower = client(SHOW_MS, fetchByPost);
  const asker = client(LOOK_UP_MS, fetchAnew);
  return {
    deliver: createDeliver(shower),
    note: createNote(shower),
    tellUnread: createTellUnread(shower),
    files: createFiles(shower),
    findPerson: createPeople(asker, Date.now),
    isInUserGroup: createUserGroups(asker, Date.now),
  };
}
