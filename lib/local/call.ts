/** A call of the bot's to one of the services around it, as it was heard there. */
export interface Call {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly body: string;
  /** Null while there is no answer, or when there was none. */
  readonly status: number | null;
  readonly ms: number;
}
