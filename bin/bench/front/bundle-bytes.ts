import { stat } from 'node:fs/promises';
import { withFront } from './with-front.ts';

/** What Lambda loads and compiles at each cold start. */
export function measureFrontBundle(): Promise<number[]> {
  return withFront(async ({ bundle }) => [(await stat(bundle)).size]);
}
