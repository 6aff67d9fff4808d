import { seededRandom } from '../../lib/local/lts/seeded-random.ts';
import { type Body, encode, encodeBadly } from './encode.ts';
import { mutate, type StrangeUrls } from './mutate.ts';
import { drawPayload } from './payloads.ts';
import { type SealedEvent, seal } from './seal.ts';

/** What decides what may come of a request. */
export interface Drawn {
  readonly event: SealedEvent;
  readonly body: Body;
  readonly isSigned: boolean;
  /** Slack itself would send it, and the bot answers it. */
  readonly mustWork: boolean;
}

/** Requests that are the same for the same seed, up to the time at which they are sent. */
export function requestsFor(seed: number, signedPercent: number, hooksOrigin: string, strayOrigin: string) {
  const strangeUrls: StrangeUrls = [
    `${strayOrigin}/`,
    `${hooksOrigin}@${new URL(strayOrigin).host}/`,
    `${hooksOrigin}.example.com/`,
    hooksOrigin,
    `${hooksOrigin}:80/`,
    `http://169.254.169.254/latest/meta-data`,
    '/actions/1',
    'file:///etc/passwd',
  ];
  return (index: number, now: number): Drawn => {
    const random = seededRandom(seed * 1_000_003 + index);
    const isSigned = random.chance(signedPercent);
    const isWhole = random.chance(20);
    const payload = drawPayload(random, hooksOrigin);
    const mutations = isWhole ? 0 : random.between(0, 3);
    for (let n = 0; n < mutations; n += 1) mutate(payload.content, random, strangeUrls);
    const body = isWhole ? encode(payload, random) : encodeBadly(payload, random);
    const event = seal(body, { isSigned, isWhole }, random, now);
    return { event, body, isSigned, mustWork: isSigned && isWhole && payload.isHeard };
  };
}
