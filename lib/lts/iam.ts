import * as z from 'zod/mini';
import { LtsMalformedError, LtsUnreachableError } from './errors.ts';
import { readAnswer } from './read-answer.ts';
import type { FetchToken } from './token-cache.ts';
import type { Answer, Exchange, Outgoing } from './transport.ts';

const TIMEOUT_MS = 10_000;

const TokenAnswer = z.object({ token: z.object({ expires_at: z.string() }) });

/** `POST /v3/auth/tokens`: a token for one project, by user name and password (API reference, 3.2). */
export function createFetchToken(exchange: Exchange, iamEndpoint: string, projectId: string): FetchToken {
  return async ({ domain, user, password }) => {
    const body = JSON.stringify({
      auth: {
        identity: {
          methods: ['password'],
          password: { user: { name: user, password, domain: { name: domain } } },
        },
        scope: { project: { id: projectId } },
      },
    });
    const url = new URL(`${iamEndpoint}/v3/auth/tokens`);
    const outgoing = { method: 'POST', url, headers: { 'content-type': 'application/json' }, body } as const;
    const answer = await ask(exchange, outgoing);
    const { token } = readAnswer(answer, { schema: TokenAnswer, isRepeatable: true });
    const expiresAt = Date.parse(token.expires_at);
    if (!answer.subjectToken || Number.isNaN(expiresAt)) {
      throw new LtsMalformedError('IAM gave no token with an expiry', true, answer.requestId);
    }
    return { value: answer.subjectToken, expiresAt };
  };
}

/** Many calls may wait for this one, so it has a deadline of its own: none of theirs has passed with it. */
async function ask(exchange: Exchange, outgoing: Outgoing): Promise<Answer> {
  try {
    return await exchange(outgoing, { isRepeatable: true, signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch (error) {
    if (!(error instanceof LtsUnreachableError)) throw error;
    const { message, wasSent } = error;
    throw new LtsUnreachableError({ message, wasSent, isLate: false, isRetrySafe: true }, { cause: error });
  }
}
