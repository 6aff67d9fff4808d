import { type Logger, LogLevel, WebClient, type WebClientOptions } from '@slack/web-api';
import { expect } from 'vitest';
import { BOT_TOKEN, type Fixture } from './harness.ts';

/** The client writes every refusal to stderr, and refusals are what these tests look for. */
const quiet = () => {};
const logger: Logger = {
  debug: quiet,
  info: quiet,
  warn: quiet,
  error: quiet,
  setLevel: quiet,
  getLevel: () => LogLevel.ERROR,
  setName: quiet,
};

/** Slack's own client, which repeats nothing. */
export function clientOf(
  { slack }: Fixture,
  token = BOT_TOKEN,
  options: Partial<WebClientOptions> = {},
): WebClient {
  return new WebClient(token, { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, logger, ...options });
}

/** What a call of the client rejects with. A message is one without its `[ERROR] `, or a matcher for all of it. */
export function refusal(error: string, messages?: readonly unknown[]) {
  const expected = messages?.map((each) => (typeof each === 'string' ? `[ERROR] ${each}` : each));
  const metadata = expected && { response_metadata: expect.objectContaining({ messages: expected }) };
  return expect.objectContaining({ data: expect.objectContaining({ ok: false, error, ...metadata }) });
}
