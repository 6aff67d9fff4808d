import { request } from './api.ts';

/** What followed from what somebody did last, as `/local/last` tells it. */
export interface Interaction {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly request: {
    readonly what: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  };
  readonly acknowledgement: { readonly status: number; readonly ms: number; readonly body: string } | null;
  readonly jobs: readonly {
    readonly function: string;
    readonly requestId: string;
    readonly payload: string;
    readonly attempts: readonly { readonly ms: number; readonly failed: boolean }[];
  }[];
  readonly lts: readonly Call[];
  readonly slack: readonly SlackCall[];
}

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly status: number | null;
  readonly ms: number;
}

export interface SlackCall extends Call {
  readonly refusal: readonly string[];
  readonly sizes: readonly { readonly name: string; readonly size: number; readonly limit: number }[];
}

export async function fetchLast(signal?: AbortSignal): Promise<Interaction | null> {
  const { interaction } = await request<{ interaction: Interaction | null }>(
    '/local/last',
    signal ? { signal } : {},
  );
  return interaction;
}

/** What a bot can mend by sending something else; other refusals it may expect, such as not being in a channel. */
const WRONG = /^(?:invalid_|msg_|view_too_large|no_text|missing_|unknown_method)/;

/** What Slack said against what the bot sent last; undefined when it took all. */
export async function refusedBySlack(): Promise<string | undefined> {
  const interaction = await fetchLast().catch(() => null);
  const call = interaction?.slack.findLast(({ refusal: [reason = ''] }) => WRONG.test(reason));
  return call?.refusal.join('; ');
}
