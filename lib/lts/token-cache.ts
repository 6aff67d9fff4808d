import type { Login } from './credentials.ts';

export interface Token {
  readonly value: string;
  /** In ms. */
  readonly expiresAt: number;
}

export type FetchToken = (login: Login) => Promise<Token>;

export interface TokenCache {
  get(): Promise<string>;
  /** Forgets this token, unless it has been replaced already. */
  drop(value: string): void;
}

/** A token lives 24 hours (API reference, 3.2); a new one is had before calls that take a while could outlive it. */
const MARGIN_MS = 10 * 60_000;

/**
 * Keeps one token for all calls. Whoever finds none fetches it, and everybody else waits for that one fetch; when it
 * fails, they all learn so, and the next call tries again.
 */
export function createTokenCache(fetch: () => Promise<Token>, now: () => number): TokenCache {
  let token: Token | undefined;
  let fetching: Promise<Token> | undefined;

  async function fetchOnce(): Promise<Token> {
    try {
      token = await fetch();
      return token;
    } finally {
      fetching = undefined;
    }
  }

  return {
    async get() {
      if (token && now() < token.expiresAt - MARGIN_MS) return token.value;
      fetching ??= fetchOnce();
      return (await fetching).value;
    },
    drop(value) {
      if (token?.value === value) token = undefined;
    },
  };
}
