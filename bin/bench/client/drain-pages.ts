import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { LogLine, QueryAnswer } from '../../../lib/lts/schemas.ts';
import { bodyFor, GROUP, PROJECT, streamWith } from './canned-answers.ts';

/** What LTS gives at once: a page of `streamLines`, and the one line more that tells whether there are others. */
const MOST_LINES = 5_000;

/** The least that can be done for the lines of `streamPages`: the same answers, one by one, through JSON.parse. */
export async function* drainPages(url: string, pages: number): AsyncGenerator<readonly LogLine[]> {
  for (let page = 0; page < pages; page += 1) yield (await drain(url, MOST_LINES)).slice(0, MOST_LINES - 1);
  yield await drain(url, pages);
}

async function drain(url: string, lines: number): Promise<readonly LogLine[]> {
  const path = `/v2/${PROJECT}/groups/${GROUP}/streams/${streamWith(lines)}/content/query`;
  const asked = request(url + path, { method: 'POST', headers: { 'content-type': 'application/json' } });
  asked.end(JSON.stringify(bodyFor(lines)));
  const [response]: IncomingMessage[] = await once(asked, 'response');
  if (response?.statusCode !== 200) throw new Error(`answered ${response?.statusCode}`);
  const answer: QueryAnswer = JSON.parse(await text(response));
  return answer.logs;
}
