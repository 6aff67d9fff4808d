import type { BotLine } from './bot-line.ts';
import type { Directory } from './directory.ts';
import type { MessageStore } from './messages.ts';
import type { ResponseUrls } from './response-urls.ts';

/** What the parts of the workspace share. */
export interface Context {
  readonly directory: Directory;
  readonly messages: MessageStore;
  readonly line: BotLine;
  readonly responseUrls: ResponseUrls;
  /** With its slash. */
  readonly command: string;
  readonly botToken: string;
  /** Milliseconds. */
  readonly now: () => number;
}

/** The old verification token, which payloads still carry and nobody should trust. */
export const VERIFICATION_TOKEN = 'verification-token-not-used';
