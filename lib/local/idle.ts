import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { sendJson } from './http.ts';

const TIMEOUT_MS = 30_000;
const LONGEST_MS = 300_000;
const POLL_MS = 5;

/**
 * `GET /local/idle?timeoutMs=`: answers when nothing is under way any more, or with what still is when the time is
 * over. Whoever hands work on must list it at the other end before it is done at this one.
 */
export async function answerIdle(
  waiting: () => readonly string[],
  response: ServerResponse,
  timeoutMs: string | null,
): Promise<void> {
  const until = Date.now() + readTimeout(timeoutMs);
  // What was sent in the same breath, on another connection, may arrive a moment later.
  if (Date.now() < until) await sleep(POLL_MS);
  while (waiting().length > 0 && Date.now() < until) await sleep(POLL_MS);
  const left = waiting();
  if (left.length === 0) sendJson(response, 200, { idle: true });
  else sendJson(response, 408, { waiting: left });
}

/** Whether anything can follow from a call such as `POST /local/type`: looking at the workspace changes nothing. */
export function isWork(call: string): boolean {
  return !/^GET \/(?:$|local[./])/.test(call);
}

function readTimeout(text: string | null): number {
  const asked = text === null || text === '' ? TIMEOUT_MS : Number(text);
  return Number.isNaN(asked) ? TIMEOUT_MS : Math.min(asked, LONGEST_MS);
}
