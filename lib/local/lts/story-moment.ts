import type { Random } from './seeded-random.ts';
import type { FailedRequest, Mention } from './story-requests.ts';

/** A moment at which a service writes a line, or the lines of one stack trace. */
export interface Moment {
  /** Milliseconds. */
  readonly time: number;
  /** Counts the stream's moments. */
  readonly number: number;
  readonly inIncident: boolean;
  readonly random: Random;
}

/** What one stream of the story holds. */
export interface Chapter {
  readonly group: string;
  readonly stream: string;
  /** Spread over 24 hours. */
  readonly quietMoments: number;
  /** On top of those, since the incident began. */
  readonly incidentMoments: number;
  readonly tell: (moment: Moment) => string[];
  /** What it writes of an order that failed: the same trace stands in all services' lines. */
  readonly follow: (request: FailedRequest) => readonly Mention[];
}

/** `2023-01-02 03:04:05.678`, in UTC. */
export function stamp(time: number): string {
  return new Date(time).toISOString().replace('T', ' ').replace('Z', '');
}
