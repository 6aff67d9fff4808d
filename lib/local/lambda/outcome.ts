/** How an invocation ended. The payload is the text that the caller receives, JSON as a rule. */
export interface Outcome {
  readonly functionError: boolean;
  readonly payload: string;
}

export function succeeded(payload: string): Outcome {
  return { functionError: false, payload };
}

export function failed(errorType: string, errorMessage: string): Outcome {
  return { functionError: true, payload: JSON.stringify({ errorType, errorMessage }) };
}

/** Lambda's words for a process that ended in the middle of an invocation. */
export function exited(requestId: string, code: number | null, signal: NodeJS.Signals | null): Outcome {
  const how =
    signal !== null
      ? `Runtime exited with error: signal: ${signal}`
      : code === 0
        ? 'Runtime exited without providing a reason'
        : `Runtime exited with error: exit status ${code}`;
  return failed('Runtime.ExitError', `RequestId: ${requestId} Error: ${how}`);
}

export function timedOut(requestId: string, seconds: number): Outcome {
  return failed(
    'Sandbox.Timedout',
    `RequestId: ${requestId} Error: Task timed out after ${seconds.toFixed(2)} seconds`,
  );
}
