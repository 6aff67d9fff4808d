import { ChatOpsError } from '../errors.ts';
import type { StreamRef } from './command.ts';

/** LTS lets a stream be read so often within a minute, by whoever it is: each query of lines is a read. */
export interface ReadQuota {
  /**
   * Counts a read that is about to be made.
   *
   * @throws ReadQuotaError when LTS would refuse it; then it does not count
   */
  take(stream: Pick<StreamRef, 'source' | 'streamId'>, readsPerMinute: number): Promise<void>;
}

export class ReadQuotaError extends ChatOpsError {
  readonly code = 'read_quota';
  readonly readsPerMinute: number;
  /** Ms. From then on the stream can be read again. */
  readonly freeAt: number;

  constructor(readsPerMinute: number, freeAt: number) {
    super(`the stream has been read ${readsPerMinute} times within a minute`);
    this.readsPerMinute = readsPerMinute;
    this.freeAt = freeAt;
  }
}
