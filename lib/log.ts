import { Logger } from '@aws-lambda-powertools/logger';

/**
 * One JSON line for what an operator must see. Callers give only what is safe: never a body, a secret, a response_url,
 * a query or log content. https://docs.aws.amazon.com/powertools/typescript/latest/features/logger/
 */
const logger = new Logger();

type Details = Readonly<Record<string, string | number | undefined>>;

interface Invocation {
  /** API Gateway's id of Slack's request; the worker and the failed function go on with it. */
  readonly requestId: string | undefined;
  /** Lambda's id of this invocation. */
  readonly functionRequestId: string;
  readonly job?: string | undefined;
  /** Slack's ids of who asked, and where. */
  readonly user?: string | undefined;
  readonly channel?: string | undefined;
}

/** What every line carries from here on; the lines of an invocation begin with it. */
export function logAs({ requestId, functionRequestId, ...asked }: Invocation): void {
  logger.resetKeys();
  logger.appendKeys({ request_id: requestId, function_request_id: functionRequestId, ...asked });
}

export function logInfo(message: string, details: Details = {}): void {
  logger.info(message, details);
}

/** Of an error its name, code and message are logged, and the message of its cause. */
export function logError(message: string, error: unknown, details: Details = {}): void {
  logger.error(message, { error: describe(error), ...details });
}

function describe(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, cause } = error;
  const code = 'code' in error ? String(error.code) : undefined;
  return {
    name,
    code,
    message: messageOf(error),
    cause: cause instanceof Error ? messageOf(cause) : undefined,
  };
}

/** Without what others' messages quote: JSON.parse what it was given, and fetch a URL, which may be a response_url. */
function messageOf(error: Error): string {
  return error instanceof SyntaxError ? 'malformed' : error.message.replace(/https?:\S+/g, '(URL)');
}
