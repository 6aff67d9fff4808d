import type { Trace } from '../trace.ts';
import type { AppDefinition } from './app-definition.ts';
import type { BotLine } from './bot-line.ts';
import type { BotToken } from './bot-token.ts';
import type { Directory } from './directory.ts';
import type { Entries } from './entries.ts';
import type { FileStore } from './files.ts';
import type { MessageStore } from './messages.ts';
import type { Rates } from './rates.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { Triggers } from './triggers.ts';
import type { Views } from './views.ts';

/** What the parts of the workspace share. */
export interface Context {
  readonly directory: Directory;
  readonly messages: MessageStore;
  readonly files: FileStore;
  readonly rates: Rates;
  readonly line: BotLine;
  readonly responseUrls: ResponseUrls;
  readonly triggers: Triggers;
  readonly views: Views;
  /** What people have chosen and written in messages and views. */
  readonly entries: Entries;
  readonly app: AppDefinition;
  readonly botToken: BotToken;
  readonly trace: Trace;
  /** Of the server that carries the workspace, without a trailing slash. */
  readonly origin: string;
  /** Milliseconds. */
  readonly now: () => number;
}

/** The old verification token, which payloads still carry and nobody should trust. */
export const VERIFICATION_TOKEN = 'verification-token-not-used';
