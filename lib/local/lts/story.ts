import type { Catalog } from './catalog.ts';
import { seededRandom } from './seeded-random.ts';
import { checkoutApi, checkoutWorker } from './story-checkout.ts';
import { edgeNginx } from './story-edge.ts';
import type { Chapter, Moment } from './story-moment.ts';
import { paymentsGateway, paymentsLedger } from './story-payments.ts';

const hourMs = 3600 * 1000;
const minuteMs = 60 * 1000;

/** The ledger's new version goes live, and takes the payments down with it. */
const incidentMs = 52 * minuteMs;

const chapters: readonly Chapter[] = [
  checkoutApi,
  checkoutWorker,
  paymentsGateway,
  paymentsLedger,
  edgeNginx,
];

/**
 * Fills an empty catalog with the same incident every time: a shop whose payments begin to fail not an hour ago.
 * All times are relative to `nowMs`; the last line is from just before it.
 */
export function tellStory(catalog: Catalog, nowMs: number): void {
  const groups = new Map<string, string>();
  for (const [index, chapter] of chapters.entries()) {
    const groupId = groups.get(chapter.group) ?? catalog.createGroup(chapter.group, 7).id;
    groups.set(chapter.group, groupId);
    const { lines } = catalog.createStream(groupId, chapter.stream);
    for (const moment of moments(chapter, nowMs, index + 1)) {
      const host = moment.random.oneOf(['0', '1', '2']);
      const labels = labelsFor(chapter, host);
      const texts = chapter.tell(moment);
      for (const text of texts) lines.append(moment.time, Buffer.from(text), labels);
    }
  }
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
