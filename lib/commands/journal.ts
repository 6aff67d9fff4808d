import * as z from 'zod/mini';
import { ChatOpsError } from '../errors.ts';
import type { WriteResult } from './write-result.ts';

/**
 * What a job has done so far, beyond one attempt at it. Lambda may deliver a job twice and repeats what died, so a step
 * that must not be done twice is written down before it is taken.
 */
export interface Journal {
  /** As this attempt found it. */
  readonly past: Past;
  /**
   * A write is about to leave for LTS, in this source: from here on it may have happened.
   *
   * @throws OvertakenError when a later attempt has begun, which knows nothing of this write
   */
  writeBegins(source: string): Promise<void>;
  /** What the write came to; nothing, when LTS refused it. */
  writeEnded(result?: WriteResult): Promise<void>;
  /** An export shows how far it is in this message. */
  exportShown(shown: ShownExport): Promise<void>;
  /**
   * The answer is about to leave. False when that of another attempt has left, or is about to: only one ever does.
   * Whoever dies from here on is taken to have told the person: the answer is on its way a moment later.
   */
  mayTell(): Promise<boolean>;
  /** The answer of this attempt has not left, or Slack did not take it: another one may tell. */
  notTold(): Promise<void>;
  /** The same for the one note that a job gets while it is at work: until the answer leaves. */
  mayNote(): Promise<boolean>;
}

/** An attempt that lives is not the only one any more: what it was to do is another one's. */
export class OvertakenError extends ChatOpsError {
  readonly code = 'overtaken';
}

export interface Past {
  /** Counts from 1. */
  readonly attempt: number;
  /** A write was about to leave, and nobody wrote down what came of it. */
  readonly isWriteOpen: boolean;
  /** Where the write has happened, or may have. */
  readonly writeSource?: string;
  readonly written?: WriteResult;
  readonly isTold: boolean;
  readonly shown?: ShownExport;
}

/** Where an export shows how far it is, how many lines it has in all, and whether its file has left for Slack, or is there. */
export const ShownExport = z.object({
  channelId: z.string(),
  ts: z.string(),
  threadTs: z.optional(z.string()),
  total: z.number(),
  file: z.optional(z.enum(['left', 'there'])),
});
export type ShownExport = Readonly<z.infer<typeof ShownExport>>;
