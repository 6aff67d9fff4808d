import { createHmac } from 'node:crypto';
import type { Trace } from '../trace.ts';

/** https://docs.slack.dev/interactivity/handling-user-interaction#acknowledgment_response */
const PATIENCE_MS = 3000;
const USER_AGENT = 'Slackbot 1.0 (+https://api.slack.com/robots)';

export interface BotRequest {
  /** For people who wonder what the workspace waits for. */
  readonly what: string;
  readonly contentType: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export type BotAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly headers: Headers;
      readonly body: string;
      readonly ms: number;
    }
  | { readonly kind: 'timeout'; readonly ms: number }
  | { readonly kind: 'unreachable'; readonly ms: number };

/** The line to the bot: signs what is sent, waits three seconds, and knows what is still open. */
export class BotLine {
  readonly #url: string;
  readonly #signingSecret: string;
  readonly #now: () => number;
  readonly #trace: Trace;
  readonly #open = new Set<{ readonly what: string }>();

  constructor(url: string, signingSecret: string, now: () => number, trace: Trace) {
    this.#url = url;
    this.#signingSecret = signingSecret;
    this.#now = now;
    this.#trace = trace;
  }

  async send(request: BotRequest): Promise<BotAnswer> {
    const { what, body } = request;
    const headers = this.#headersFor(request);
    // A repetition belongs to what was repeated.
    const isFirst = headers['x-slack-retry-num'] === undefined;
    const told = isFirst ? this.#trace.begin({ what, url: this.#url, headers, body }) : undefined;
    const answer = await this.#send(what, headers, body);
    if (answer.kind === 'answered') told?.({ status: answer.status, ms: answer.ms, body: answer.body });
    else told?.({ status: 0, ms: answer.ms, body: answer.kind });
    return answer;
  }

  async #send(what: string, headers: Record<string, string>, sent: string): Promise<BotAnswer> {
    const done = this.hold(what);
    const start = performance.now();
    const elapsed = () => Math.round(performance.now() - start);
    try {
      const response = await this.#post(headers, sent);
      const body = await response.text();
      return { kind: 'answered', status: response.status, headers: response.headers, body, ms: elapsed() };
    } catch (error) {
      if (error instanceof DOMException && error.name === 'TimeoutError') {
        return { kind: 'timeout', ms: elapsed() };
      }
      // What fetch throws for every failure of the network.
      if (error instanceof TypeError) return { kind: 'unreachable', ms: elapsed() };
      throw error;
    } finally {
      done();
    }
  }

  /** Lists something as open until the returned function is called. */
  hold(what: string): () => void {
    const entry = { what };
    this.#open.add(entry);
    return () => this.#open.delete(entry);
  }

  waiting(): string[] {
    return [...this.#open].map((entry) => entry.what);
  }

  #post(headers: Record<string, string>, body: string): Promise<Response> {
    return fetch(this.#url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers,
      body: Buffer.from(body),
    });
  }

  #headersFor({ contentType, body, headers }: BotRequest): Record<string, string> {
    const timestamp = String(Math.floor(this.#now() / 1000));
    return {
      accept: 'application/json,*/*',
      'user-agent': USER_AGENT,
      'content-type': contentType,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': this.#sign(timestamp, Buffer.from(body)),
      ...headers,
    };
  }

  /** https://docs.slack.dev/authentication/verifying-requests-from-slack */
  #sign(timestamp: string, bytes: Buffer): string {
    const hmac = createHmac('sha256', this.#signingSecret);
    return `v0=${hmac.update(`v0:${timestamp}:`).update(bytes).digest('hex')}`;
  }
}
