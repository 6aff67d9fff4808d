import { expect, it } from 'vitest';
import { onlyChanged, onlyPosted, openJourney, WINDOW } from './journey.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

type Line = Readonly<Record<string, unknown>>;

/** What the functions have written; what their host says is not theirs. */
function linesOf({ errors }: Pick<Workspace, 'errors'>): Line[] {
  const written = errors.map((line) => /^[^ ]+: ({.*})$/.exec(line)?.[1]);
  return written.flatMap((json) => (json === undefined ? [] : [JSON.parse(json) as Line]));
}

const isMetric = (line: Line) => '_aws' in line;

it('one id of a request leads from Slack over both functions to LTS', async () => {
  const workspace = await openWorkspace();
  const reader = workspace.person('reader');
  await reader.ask('/lts groups');
  const lines = linesOf(workspace).filter((line) => !isMetric(line));
  const [answered, ...others] = lines;
  const { request_id } = answered ?? {};
  expect(request_id).toMatch(/\S/);
  expect(lines.map((line) => [line.service, line.message, line.request_id])).toEqual([
    ['front', 'a request was answered', request_id],
    ['worker', 'LTS was asked', request_id],
    ['worker', 'audit', request_id],
    ['worker', 'a job was done', request_id],
  ]);
  const asked = { method: 'GET', path: '/groups', status: 200, ms: expect.any(Number), source: 'local' };
  expect(others[0]).toMatchObject({ ...asked, lts_request_id: expect.stringMatching(/^\w+$/) });
  expect(others[0]?.job).toMatch(/^\d+\.\d+\./);
  const done = { job: others[0]?.job, command: 'groups', outcome: 'ok', ms: expect.any(Number) };
  const ended = { phase: 'ended', command: 'groups', verb: 'read', source: 'local', outcome: 'ok' };
  expect(others[1]).toMatchObject({ ...ended, user: reader.user, channel: reader.channel });
  expect(others[2]).toMatchObject({ ...done, user: reader.user, channel: reader.channel });
  expect(new Set(lines.map((line) => line.function_request_id)).size).toBe(2);
});

it('an answer is measured at both functions, and its outcome counted', async () => {
  const workspace = await openWorkspace();
  await workspace.person('reader').ask('/lts groups');
  await workspace.person('reader').ask('/lts streams nowhere');
  const metrics = linesOf(workspace).filter(isMetric);
  expect(metrics.map((line) => JSON.stringify(line._aws)).join()).not.toContain('default_namespace');
  const of = (name: string) => metrics.filter((line) => name in line);
  expect(of('AckTime')).toMatchObject(Array(2).fill({ service: 'front', AckTime: expect.any(Number) }));
  expect(of('JobTime')).toMatchObject(Array(2).fill({ service: 'worker', JobAge: expect.any(Number) }));
  expect(of('ColdStart').map((line) => line.service)).toEqual(['front', 'worker']);
  expect(of('Outcome').map((line) => line.outcome)).toEqual(['ok', 'mistake']);
});

it('what alarms ring for is counted: LTS that refuses the bot, not what was asked, and Slack that refuses its token', async () => {
  const journey = await openJourney();
  const rita = journey.person('reader');
  const logs = () => rita.type(`/lts logs checkout/api ${WINDOW}`);
  const before = journey.errors.length;
  await journey.refuse(400, 'LTS.0301', { path: '/content/query' });
  await logs();
  await journey.refuse(403, 'LTS.0001', { path: '/content/query' });
  await logs();
  const used = { ok: false, error: 'used_url' };
  await journey.fault({ target: 'slack', match: { path: '/commands/' }, body: used });
  const revoked = { ok: false, error: 'token_revoked' };
  await journey.fault({ target: 'slack', match: { path: 'chat.postEphemeral' }, body: revoked });
  await logs();
  const metrics = linesOf({ errors: journey.errors.slice(before) }).filter(isMetric);
  const sum = (name: string) => metrics.flatMap((line) => line[name] ?? []).length;
  expect(metrics.flatMap((line) => line.outcome ?? [])).toEqual(['LTS.0301', 'LTS.0001', 'ok']);
  expect(sum('LtsRefusal')).toBe(1);
  // Two ways, and one token.
  expect(sum('SlackRefusal')).toBe(2);
  expect(sum('TokenRefused')).toBe(1);
  expect(metrics.filter((line) => 'LtsRefusal' in line || 'TokenRefused' in line)).toMatchObject(
    Array(2).fill({ service: 'worker', _aws: { CloudWatchMetrics: [{ Namespace: 'LtsChatOps' }] } }),
  );
});

it('a job that could not be finished is a line of the failed function, under the id of its request', async () => {
  const workspace = await openWorkspace();
  await workspace.fault({ target: 'worker', kill: 'beforeRun', times: 3 });
  await workspace.person('reader').ask('/lts groups');
  // Lambda's own lines, of the deaths, have none.
  const lines = linesOf(workspace).filter((line) => 'message' in line);
  expect(lines).toMatchObject([
    { service: 'front', message: 'a request was answered' },
    {
      service: 'failed',
      message: 'a job could not be finished',
      error: { message: 'RetriesExhausted' },
      request_id: lines[0]?.request_id,
      job: expect.stringMatching(/^\d+\.\d+\./),
    },
    { service: 'failed', message: 'audit', phase: 'ended', outcome: 'failed' },
  ]);
});

it('nothing secret, nothing that was typed and no log content is in any line, whatever happens', async () => {
  const journey = await openJourney();
  const { slack, lts } = await journey.get<{
    slack: { signingSecret: string };
    lts: { accessKey: string; secretKey: string };
  }>('/local.json');
  const rita = journey.person('reader');
  await journey.log('checkout/api', ['SEEKRIT one', 'SEEKRIT two', 'SEEKRIT three']);

  const page = await rita.ask(`/lts logs checkout/api seekrit limit:1 ${WINDOW}`);
  await rita.press(page, 'around');
  const older = onlyChanged(await rita.press(page, 'older'));
  await rita.press(onlyPosted(await rita.press(older, 'share')), 'export');
  await rita.press(older, 'export');

  // What goes wrong.
  await rita.ask('/lts logs TYPED/stream TYPED');
  await rita.ask('/lts logs checkout/api *TYPED');
  await journey.refuse(400, 'LTS.0208', { path: '/content/query' });
  await rita.ask(`/lts logs checkout/api TYPED ${WINDOW}`);
  await journey.ltsFault({ match: { path: '/content/query' }, body: '{"logs":[{"content":"SEEKRIT' });
  await rita.ask(`/lts logs checkout/api TYPED ${WINDOW}`);
  await journey.fault({
    target: 'slack',
    match: { path: '/commands/' },
    body: { ok: false, error: 'used_url' },
  });
  await rita.type('/lts groups');
  await journey.fault({ target: 'slack', match: { path: '/commands/' }, abort: true });
  await rita.type('/lts groups');
  await journey.fault({ target: 'worker', status: 500 });
  await rita.type(`/lts logs checkout/api TYPED ${WINDOW}`);
  await journey.fault({ target: 'slack', match: { path: '/actions/' }, abort: true });
  await journey.fault({ target: 'worker', status: 500 });
  await rita.press(page, 'newer');
  await journey.fault({ target: 'worker', kill: 'afterLts', times: 3 });
  await rita.type(`/lts logs checkout/api TYPED ${WINDOW}`);

  const { url, errors } = journey;
  expect(new Set(linesOf(journey).map((line) => line.service))).toEqual(
    new Set(['front', 'worker', 'failed', undefined]),
  );
  const secrets = [slack.signingSecret, 'xoxb-', lts.accessKey, lts.secretKey];
  // What a response_url begins with, and what was typed and logged.
  for (const word of [...secrets, url, encodeURIComponent(url), 'TYPED', 'seekrit', 'SEEKRIT']) {
    expect(errors.filter((line) => line.includes(word))).toEqual([]);
  }
});
