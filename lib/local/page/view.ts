import type { Clock } from './dates.ts';
import type { Field } from './fields/field.ts';
import type { Shortcut } from './local-info.ts';
import type { Names } from './names.ts';
import type { Words } from './words-en.ts';

/** What a control asks for when somebody uses it. */
export interface Action {
  readonly actionId: string;
  readonly value?: string;
}

/** All that drawing blocks depends on besides the blocks: who looks, and in which words and times. */
export interface View extends Names {
  readonly words: Words;
  readonly clock: Clock;
  /** A file's text; undefined when it cannot be had. */
  readFile(id: string): Promise<string | undefined>;
  /** The apps' shortcuts in the menu of a message. */
  readonly shortcuts: readonly Shortcut[];
  runShortcut(messageTs: string, callbackId: string): Promise<void>;
  openThread(ts: string): void;
  /** Carries out a click on a message. Resolves when the bot is done with it; failures are shown, never thrown. */
  act(messageTs: string, action: Action): Promise<void>;
}

/** What one block is drawn with. */
export interface BlockView extends View {
  /** Carries out a click on a control of the block, as {@link View.act} does. */
  use(action: Action): Promise<void>;
  /** Only in modals and Home, which keep what is entered. */
  readonly form?: BlockForm;
}

/** What a modal or Home keeps of one of its blocks. */
export interface BlockForm {
  /** Of the element that says what is wrong with what was entered. */
  readonly errorId: string;
  add(field: Field): void;
}
