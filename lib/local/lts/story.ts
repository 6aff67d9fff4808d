import type { Catalog, Stream } from './catalog.ts';
import { seededRandom } from './seeded-random.ts';
import { checkoutApi, checkoutWorker } from './story-checkout.ts';
import { edgeNginx } from './story-edge.ts';
import { type Chapter, type Moment, stamp } from './story-moment.ts';
import { paymentsGateway, paymentsLedger } from './story-payments.ts';
import { type FailedRequest, failedRequests } from './story-requests.ts';

const hourMs = 3600 * 1000;
const minuteMs = 60 * 1000;

/** The ledger's new version goes live, and takes the payments down with it. */
const incidentMs = 52 * minuteMs;
const DEPLOYED = 'ledger 2.14.1 deployed, migration 0214_holds begins: ALTER TABLE accounts ADD COLUMN holds';

/** The seed of the orders that failed before the workspace started; each minute after that has its own. */
const REQUESTS_SEED = 700;

const chapters: readonly Chapter[] = [
  checkoutApi,
  checkoutWorker,
  paymentsGateway,
  paymentsLedger,
  edgeNginx,
];

/** The shop has grown: its first stream is this old, and each other one came so much later. */
const OLDEST_DAYS = 220;
const DAYS_BETWEEN = 33;

/** What stands in a stream, and when. */
interface Entry {
  readonly time: number;
  readonly texts: readonly string[];
  /** Of the three hosts of a service, the one that wrote it. */
  readonly host: string;
}

/** The order that the alert of the monitoring names. */
export function alertedRequest(nowMs: number): FailedRequest | undefined {
  return requestsOf(nowMs).at(-3);
}

/**
 * Fills an empty catalog with the same incident every time: a shop whose payments begin to fail not an hour ago.
 * All times are relative to `nowMs`; the last line is from just before it.
 */
export function tellStory(catalog: Catalog, nowMs: number): void {
  const groups = new Map<string, string>();
  const requests = requestsOf(nowMs);
  for (const [index, chapter] of chapters.entries()) {
    const createdMs = nowMs - (OLDEST_DAYS - index * DAYS_BETWEEN) * 24 * hourMs;
    const groupId = groups.get(chapter.group) ?? catalog.createGroup(chapter.group, 7, createdMs).id;
    groups.set(chapter.group, groupId);
    const told = moments(chapter, nowMs, index + 1).map((moment) => tell(chapter, moment));
    const deployed = chapter === paymentsLedger ? [deployment(nowMs)] : [];
    const entries = [...told, ...follow(chapter, requests), ...deployed];
    write(catalog.createStream(groupId, chapter.stream, createdMs), chapter, entries);
  }
}

/**
 * Goes on for the last minute before `nowMs`, in the streams that are still there, behind all that is in them.
 * `minute` counts these minutes from 1. Returns the number of lines.
 */
export function tellMinute(catalog: Catalog, nowMs: number, minute: number): number {
  const requests = failedRequests(nowMs - 40_000, nowMs - 20_000, REQUESTS_SEED + minute, 1);
  let count = 0;
  for (const [index, chapter] of chapters.entries()) {
    const stream = catalog.find(chapter.group, chapter.stream);
    if (stream === undefined) continue;
    const random = seededRandom(1000 * minute + index);
    const from = Math.min(nowMs, Math.max(nowMs - minuteMs, (stream.lines.endTime ?? 0) + 1));
    const { quietMoments, incidentMoments } = chapter;
    const perMinute = Math.round(quietMoments / (24 * 60) + (incidentMoments * minuteMs) / incidentMs);
    const told = Array.from({ length: perMinute }, (_, at) =>
      tell(chapter, { time: random.between(from, nowMs), number: at + 1, inIncident: true, random }),
    );
    count += write(stream, chapter, [...told, ...follow(chapter, requests)]);
  }
  return count;
}

function requestsOf(nowMs: number): FailedRequest[] {
  return failedRequests(nowMs - incidentMs, nowMs - 20_000, REQUESTS_SEED);
}

/** Quiet ones over 24 hours, and many more since the incident began, in order. */
function moments(chapter: Chapter, nowMs: number, seed: number): Moment[] {
  const random = seededRandom(seed);
  const quiet = Array.from(
    { length: chapter.quietMoments },
    () => nowMs - random.between(1, 24 * hourMs - minuteMs),
  );
  const busy = Array.from({ length: chapter.incidentMoments }, () => nowMs - random.between(1, incidentMs));
  const times = [...quiet, ...busy].sort((a, b) => a - b);
  return times.map((time, number) => ({ time, number, inIncident: time > nowMs - incidentMs, random }));
}

function tell(chapter: Chapter, moment: Moment): Entry {
  const host = moment.random.oneOf(['0', '1', '2']);
  return { time: moment.time, texts: chapter.tell(moment), host };
}

function follow(chapter: Chapter, requests: readonly FailedRequest[]): Entry[] {
  return requests.flatMap((request) =>
    chapter
      .follow(request)
      .map(({ after, lines }) => ({ time: request.time + after, texts: lines, host: '1' })),
  );
}

function deployment(nowMs: number): Entry {
  const time = nowMs - incidentMs;
  return { time, texts: [`${stamp(time)} UTC [1] LOG:  ${DEPLOYED}`], host: '0' };
}

/** In the order of their times, behind what is there. Returns the number of lines. */
function write({ lines }: Stream, chapter: Chapter, entries: readonly Entry[]): number {
  const before = lines.count;
  for (const { time, texts, host } of entries.toSorted((a, b) => a.time - b.time)) {
    const labels = labelsFor(chapter, host);
    for (const text of texts) lines.append(time, Buffer.from(text), labels);
  }
  return lines.count - before;
}

function labelsFor({ group, stream }: Chapter, host: string): Record<string, string> {
  return {
    hostName: `ecs-${group}-${host}`,
    hostIP: `192.168.0.${group.length * 10 + Number(host)}`,
    appName: group,
    containerName: stream,
    podName: `${group}-${stream}-${host}`,
    nameSpace: 'shop',
    category: 'LTS',
  };
}
