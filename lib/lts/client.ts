import { type ConnectionOptions, connect } from './connection.ts';
import { dumpCalls } from './dump-call.ts';
import { groupCalls } from './group-calls.ts';
import { queryCalls } from './query-call.ts';
import { streamCalls } from './stream-calls.ts';

/**
 * The eight calls of the API reference, chapter 5, for one project. Arguments are checked before anything is sent
 * (LtsArgumentError). Reads are repeated where that may help; a write never is once it may have arrived: LTS is looked
 * at instead. Every failure is an LtsError, and every call ends with its signal.
 */
export function createLtsClient(options: ConnectionOptions) {
  const call = connect(options);
  const { now = Date.now } = options;
  return { ...groupCalls(call, now), ...streamCalls(call, now), ...queryCalls(call), ...dumpCalls(call) };
}

export type LtsClient = ReturnType<typeof createLtsClient>;
