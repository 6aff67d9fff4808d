import type { WriteResult } from './write-result.ts';

/**
 * What a job has done so far, beyond one attempt at it. Lambda may deliver a job twice and repeats what died, so a step
 * that must not be done twice is written down before it is taken.
 */
export interface Journal {
  /** As this attempt found it. */
  readonly past: Past;
  /** A write is about to leave for LTS: from here on it may have happened. */
  writeBegins(): Promise<void>;
  /** What the write came to; nothing, when LTS refused it. */
  writeEnded(result?: WriteResult): Promise<void>;
  /** An export shows how far it is in this message. */
  exportShown(shown: ShownExport): Promise<void>;
  /**
   * The answer is about to leave. False when that of another attempt has left, or is about to: only one ever does.
   * Whoever dies from here on is taken to have told the person: the answer is on its way a moment later.
   */
  mayTell(): Promise<boolean>;
  /** Slack did not take the answer: another attempt may tell. */
  notTold(): Promise<void>;
  /** The same for the one note that a job gets while it is at work. */
  mayNote(): Promise<boolean>;
}

export interface Past {
  /** Counts from 1. */
  readonly attempt: number;
  /** A write was about to leave, and nobody wrote down what came of it. */
  readonly isWriteOpen: boolean;
  readonly written?: WriteResult;
  readonly isTold: boolean;
  readonly shown?: ShownExport;
}

/** Where an export shows how far it is, how many lines it has in all, and whether its file has left for Slack. */
export interface ShownExport {
  readonly channelId: string;
  readonly ts: string;
  readonly threadTs?: string | undefined;
  readonly total: number;
  readonly hasLeft?: boolean | undefined;
}
