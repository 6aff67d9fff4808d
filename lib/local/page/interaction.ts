import { decoded } from './decoded.ts';
import { el } from './dom.ts';
import type { Call, Interaction, SlackCall } from './last.ts';
import type { View } from './view.ts';
import type { Words } from './words-en.ts';

/** Slack's own patience, in ms. */
const PATIENCE_MS = 3000;

/** What followed from what was done last, in the order in which it happened. */
export function drawInteraction(interaction: Interaction | null, { words, clock }: View): HTMLElement[] {
  if (interaction === null) return [el('p', { class: 'quiet' }, words.nothingYet)];
  const { at, request, acknowledgement, jobs, lts, slack } = interaction;
  const time = el('time', { datetime: new Date(at).toISOString() }, clock.full(at));
  return [
    el('h3', {}, words.lastInteraction),
    el('p', { class: 'quiet' }, time),
    el(
      'ol',
      { class: 'steps' },
      step(words.signedRequest, [
        part('request', `POST ${pathOf(request.url)}`, '', [
          pairs(Object.entries(request.headers)),
          code(decoded(request.body)),
        ]),
      ]),
      step(words.acknowledgement, [drawAcknowledgement(acknowledgement, words)]),
      step(
        words.job,
        jobs.map((job, index) => {
          const attempts = job.attempts.map(
            ({ ms, failed }) => `${failed ? `${words.failedAttempt} ` : ''}${ms} ms`,
          );
          const state = attempts.length > 0 ? attempts.join(', ') : words.running;
          return part(`job-${index}`, job.function, state, [code(decoded(job.payload))]);
        }),
      ),
      step(
        words.ltsRequests,
        lts.map((call, index) => drawCall(`lts-${index}`, call, statusOf(call), [code(decoded(call.body))])),
      ),
      step(
        words.slackCalls,
        slack.map((call, index) => drawSlackCall(call, index, words)),
      ),
    ),
  ];
}

function step(title: string, parts: readonly HTMLElement[]): HTMLElement {
  const none = parts.length === 0 ? [el('p', { class: 'quiet' }, '–')] : [];
  return el('li', {}, el('h4', {}, title), ...parts, ...none);
}

function drawAcknowledgement(acknowledgement: Interaction['acknowledgement'], words: Words): HTMLElement {
  if (acknowledgement === null) return el('p', { class: 'quiet' }, words.running);
  const { status, ms, body } = acknowledgement;
  const said = status === 0 ? words.noAnswer(body) : words.acknowledged(status, ms, PATIENCE_MS);
  const line = el('p', { class: status === 0 || status >= 400 ? 'bad' : '' }, said);
  return body === '' || status === 0 ? line : el('div', {}, line, code(decoded(body)));
}

function drawSlackCall(call: SlackCall, index: number, words: Words): HTMLElement {
  const [reason, ...problems] = call.refusal;
  const refusal =
    reason === undefined
      ? null
      : el(
          'div',
          { class: 'unknown-block' },
          el('p', {}, words.slackRefused(reason)),
          ...problems.map((each) => el('p', {}, each)),
        );
  const table = call.sizes.length === 0 ? null : sizesTable(call, words);
  const state = reason === undefined ? statusOf(call) : reason;
  return drawCall(`slack-${index}`, call, state, [refusal, table, code(decoded(call.body))]);
}

/** What was refused, or not answered, stands out. */
function drawCall(
  id: string,
  call: Call & Partial<SlackCall>,
  state: string,
  content: readonly (HTMLElement | null)[],
): HTMLElement {
  const element = part(id, lineOf(call), state, content);
  const isRefused = call.status === null || call.status >= 400 || (call.refusal ?? []).length > 0;
  element.classList.toggle('refused', isRefused);
  return element;
}

function sizesTable({ sizes }: SlackCall, words: Words): HTMLElement {
  const rows = sizes.map(({ name, size, limit }) =>
    el(
      'tr',
      { class: size > limit ? 'bad' : '' },
      el('th', { scope: 'row', class: 'limit-name' }, name),
      el('td', { class: 'number' }, String(size)),
      el('td', { class: 'number' }, String(limit)),
      el('td', {}, el('meter', { value: String(size), max: String(limit), 'aria-label': name })),
    ),
  );
  const heads = [words.limitName, words.size, words.limit, words.used];
  return el(
    'table',
    { class: 'sizes' },
    el('thead', {}, el('tr', {}, ...heads.map((head) => el('th', { scope: 'col' }, head)))),
    el('tbody', {}, ...rows),
  );
}

function part(
  id: string,
  title: string,
  state: string,
  content: readonly (HTMLElement | null)[],
): HTMLElement {
  const summary = el('summary', {}, el('code', {}, title), el('span', { class: 'state' }, state));
  return el('details', { id: `last-${id}` }, summary, ...content);
}

function pairs(entries: readonly (readonly [string, string])[]): HTMLElement {
  return el('dl', {}, ...entries.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)]));
}

function code(text: string): HTMLElement {
  return el('pre', { tabindex: '0' }, text === '' ? '–' : text);
}

/** Of long ids the beginning is enough to tell them apart. */
function lineOf({ method, path }: Call): string {
  return `${method} ${path.replaceAll(/([\da-f]{6})[\da-f-]{20,}/g, '$1…')}`;
}

function statusOf({ status, ms }: Call): string {
  return `${status ?? '–'} · ${ms} ms`;
}

function pathOf(url: string): string {
  return new URL(url).pathname;
}
