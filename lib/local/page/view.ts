import type { Clock } from './dates.ts';
import type { Names } from './names.ts';
import type { Words } from './words-en.ts';

/** What a control of a message asks for when somebody uses it. */
interface Action {
  readonly actionId: string;
  readonly value?: string;
}

/** All that drawing a message depends on besides the message: who looks, and how the page acts for them. */
export interface View extends Names {
  readonly words: Words;
  readonly clock: Clock;
  /** A file's text; undefined when it cannot be had. */
  readFile(id: string): Promise<string | undefined>;
  /** Carries out a click on a message. Resolves when the bot is done with it; failures are shown, never thrown. */
  act(messageTs: string, action: Action): Promise<void>;
}

/** What the blocks of one message are drawn with. */
export interface BlockView extends View {
  readonly messageTs: string;
}
