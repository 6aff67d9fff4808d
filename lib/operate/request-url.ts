import { ChatOpsError } from '../errors.ts';

class RequestUrlError extends ChatOpsError {
  readonly code = 'request_url';
}

/** The address at which the front function listens. @throws RequestUrlError for any other */
export function readRequestUrl(text: string): string {
  const url = URL.parse(text);
  const isPlain = url !== null && url.href === `${url.origin}/slack/events`;
  if (isPlain && url.protocol === 'https:') return url.href;
  throw new RequestUrlError(
    `--url ${text} is not the Request URL, which is as https://bot.example/slack/events`,
  );
}
