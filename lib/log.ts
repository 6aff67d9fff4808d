/**
 * One JSON line on stderr for what an operator must see. Callers give only what is safe: never a body, a secret, a
 * response_url or log content. An error is logged by its name and message, which hold none of these.
 */
export function logError(
  message: string,
  error: unknown,
  details: Readonly<Record<string, string>> = {},
): void {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : undefined;
  console.error(JSON.stringify({ level: 'ERROR', message, error: String(error), cause, ...details }));
}
