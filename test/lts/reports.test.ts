import { expect, it } from 'vitest';
import type { CallReport } from '../../lib/lts/connection.ts';
import { failureOf, GROUP, json, noGroups, openLab, STREAM, soon } from './lab.ts';

const query = {
  start_time: '1',
  end_time: '2',
  keywords: 'SEEKRIT',
  limit: 1,
  is_desc: true,
  highlight: false,
} as const;

it('each attempt of a call is reported, with what LTS calls it', async () => {
  const reports: CallReport[] = [];
  const { client } = await openLab(
    (response, _, number) => {
      if (number === 1) response.destroy();
      else if (number === 2) json(response, {}, 503, { 'x-request-id': 'r-2' });
      else noGroups(response);
    },
    { onCall: (report) => reports.push(report) },
  );
  await client.listGroups(soon());
  const call = { method: 'GET', path: '/groups', ms: expect.any(Number) };
  expect(reports).toEqual([
    { ...call, status: undefined, requestId: undefined },
    { ...call, status: 503, requestId: 'r-2' },
    { ...call, status: 200, requestId: undefined },
  ]);
});

it('a report holds neither ids nor anything of a search', async () => {
  const reports: CallReport[] = [];
  const { client } = await openLab((response) => json(response, { error_code: 'LTS.0208' }, 400), {
    onCall: (report) => reports.push(report),
  });
  await failureOf(client.queryLogs(GROUP, STREAM, query, soon()));
  await failureOf(client.deleteStream(GROUP, STREAM, soon()));
  expect(reports.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'POST /groups/{id}/streams/{id}/content/query',
    'DELETE /groups/{id}/streams/{id}',
  ]);
  expect(JSON.stringify(reports)).not.toContain('SEEKRIT');
});

it('an argument that LTS does not allow is not quoted by its failure: it may be words of a search', async () => {
  const { client } = await openLab(noGroups);
  const words = { ...query, keywords: '*SEEKRIT' };
  const failure = await failureOf(client.queryLogs(GROUP, STREAM, words, soon()));
  expect(String(failure)).toBe('LtsArgumentError: keywords must be words that do not begin with * or ?');
});
