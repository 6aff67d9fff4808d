import type { LogLine } from '../../../lib/lts/schemas.ts';

/** Asks the stream whose answers have that many lines. */
export type Query = (lines: number) => Promise<readonly LogLine[]>;

/** Loads one client only: the other must cost this process nothing. */
export async function connectSide(side: string | undefined, url: string): Promise<Query> {
  if (side === 'ours') return (await import('./our-client.ts')).connectOurs(url);
  if (side === 'official') return (await import('./official-client.ts')).connectOfficial(url);
  throw new Error(`no such side: ${side}`);
}
