/** What a call answers, before it is put on the wire. */
export interface Answer {
  readonly status: number;
  /** A string is sent as it is, anything else as JSON; absent: no body. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export const noContent: Answer = { status: 204 };
