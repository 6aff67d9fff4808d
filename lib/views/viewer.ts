import type { PersonalAccess } from '../commands/access.ts';
import type { OptionalKind } from '../redaction/kinds.ts';
import type { Clock } from './times.ts';
import type { Words } from './words.ts';

/** For whom a message is written. */
export interface Viewer {
  readonly words: Words;
  readonly clock: Clock;
  /** The slash command with its slash, for examples. */
  readonly command: string;
  /** The names of the LTS projects, one or more: where there are several, messages say which one they speak of. */
  readonly sources: readonly string[];
  /** What the person may do where they read this: help and buttons offer nothing else, and where it is absent nothing. */
  readonly access?: PersonalAccess;
  /** What is taken out of log lines beside secrets: help says so. */
  readonly redacts?: readonly OptionalKind[];
}

/** Who sees a message. What all see says who brought it there, unless the thread that it stands in does. */
export type Audience =
  /** `where`: in a direct message there is nobody to share it with; and what leaves a modal would be behind it. */
  | { readonly kind: 'private'; readonly where?: 'direct' | 'modal' }
  | { readonly kind: 'public'; readonly broughtBy?: BroughtBy };

interface BroughtBy {
  readonly how: 'asked' | 'shared';
  readonly userId: string;
  /** Ms. */
  readonly at: number;
}
