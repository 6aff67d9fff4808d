import type { Clock } from './times.ts';
import type { Words } from './words.ts';

/** For whom a message is written. */
export interface Viewer {
  readonly words: Words;
  readonly clock: Clock;
  /** The slash command with its slash, for examples. */
  readonly command: string;
}
