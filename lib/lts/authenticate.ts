import type { Credentials } from './credentials.ts';
import { sign } from './signer.ts';
import { createTokenCache, type FetchToken } from './token-cache.ts';
import type { Outgoing } from './transport.ts';

/** Adds what proves who asks. */
export interface Authenticator {
  headersFor(outgoing: Outgoing): Promise<Record<string, string>>;
  /**
   * Told of headers that were refused with 401. True when others can be had, so that one more attempt makes sense:
   * a disabled user or a new password makes a token void long before it expires.
   */
  isRenewed(refused: Readonly<Record<string, string>>): boolean;
}

const TOKEN_HEADER = 'X-Auth-Token';

export function createAuthenticator(
  credentials: Credentials,
  fetchToken: FetchToken,
  now: () => number,
): Authenticator {
  if ('accessKey' in credentials) {
    const { securityToken } = credentials;
    const extra = securityToken === undefined ? {} : { 'X-Security-Token': securityToken };
    return {
      headersFor: async (outgoing) => {
        const headers = { host: outgoing.url.host, ...outgoing.headers, ...extra };
        return { ...extra, ...sign({ ...outgoing, headers }, credentials, new Date(now())) };
      },
      isRenewed: () => false,
    };
  }
  if ('token' in credentials) {
    return { headersFor: async () => ({ [TOKEN_HEADER]: credentials.token }), isRenewed: () => false };
  }
  const cache = createTokenCache(() => fetchToken(credentials), now);
  return {
    headersFor: async () => ({ [TOKEN_HEADER]: await cache.get() }),
    isRenewed: (refused) => {
      cache.drop(refused[TOKEN_HEADER] ?? '');
      return true;
    },
  };
}
