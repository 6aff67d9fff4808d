/** When work must be over. */
export interface Deadline {
  /** Aborts then. */
  readonly signal: AbortSignal;
  /** Ms from now; 0 when it has passed. */
  left(): number;
}

export function deadlineIn(ms: number): Deadline {
  const wait = Math.max(0, Math.ceil(ms));
  const end = performance.now() + wait;
  // A timer of 0 ms ends only after what is begun before it.
  const signal = wait > 0 ? AbortSignal.timeout(wait) : AbortSignal.abort();
  return { signal, left: () => Math.max(0, end - performance.now()) };
}
