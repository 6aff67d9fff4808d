import { WebClient } from '@slack/web-api';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { createJobAudit } from '../../lib/access/audit.ts';
import { createGate } from '../../lib/access/gate.ts';
import { guardSources } from '../../lib/access/guard.ts';
import type { ExportCommand } from '../../lib/commands/click.ts';
import { latestLines } from '../../lib/commands/latest-lines.ts';
import { serve } from '../../lib/local/http.ts';
import { createLtsClient } from '../../lib/lts/client.ts';
import { deadlineIn } from '../../lib/slack/deadline.ts';
import { createNote } from '../../lib/slack/deliver.ts';
import { exportLines } from '../../lib/slack/export.ts';
import type { Files } from '../../lib/slack/files.ts';
import { createClock } from '../../lib/views/times.ts';
import { wordsFor } from '../../lib/views/words.ts';
import { everything } from '../access/everything.ts';
import { catchLines } from '../catch-lines.ts';
import { newJournal } from './new-journal.ts';
import { newTrail } from './new-trail.ts';

beforeEach(() => void catchLines());

const NOW = 1_800_000_000_000;
const LINE = { content: 'one', line_num: `${NOW}000001`, labels: {} };
const stream = {
  source: 'main',
  groupId: 'g'.repeat(36),
  groupName: 'g',
  streamId: 's'.repeat(36),
  streamName: 's',
};
const command: ExportCommand = { kind: 'export', stream, search: latestLines(NOW), format: 'text' };
const viewer = {
  words: wordsFor('en-US'),
  clock: createClock('UTC'),
  command: '/lts',
  sources: ['main'],
  access: everything,
};

const MADE = { creation_time: NOW, ttl_in_days: 7 };

function listOf(path: string): object {
  const { groupId: log_group_id, streamId: log_stream_id } = stream;
  return path.endsWith('/groups')
    ? { log_groups: [{ ...MADE, log_group_id, log_group_name: 'g' }] }
    : { log_streams: [{ ...MADE, log_stream_id, log_stream_name: 's', filter_count: 0 }] };
}

/** LTS with one line, and a Slack in which the bot's direct message with the person is `D1`. */
async function exportFrom(channelId: string, { saysNothing = false } = {}) {
  const notes: string[] = [];
  const server = await serve(0, async (request, response, { pathname }) => {
    request.resume();
    if (pathname.startsWith('/v2/')) {
      response.end(
        JSON.stringify(pathname.endsWith('/query') ? { logs: [LINE], count: 1 } : listOf(pathname)),
      );
      return;
    }
    notes.push(pathname);
    if (!saysNothing) response.end('ok');
  });
  onTestFinished(() => server.close());
  const credentials = { accessKey: 'AK', secretKey: 'SK' };
  const address = { endpoint: server.url, iamEndpoint: server.url };
  const client = createLtsClient({ ...address, projectId: '0'.repeat(32), credentials });
  const posted: string[] = [];
  const files: Files = {
    post: async (destination) => {
      posted.push(destination.channelId);
      return { channelId: 'D1', ts: '2.000001' };
    },
    update: async () => {},
    prepare:
      async ({ channelId }) =>
      async () =>
        void posted.push(channelId),
  };
  const asked = { id: '1', requestId: 'r', teamId: 'T', userId: 'U1', channelId, receivedAt: NOW };
  const clicked = { kind: 'clicked', value: '', message: { ts: '1.000001', isPrivate: false } } as const;
  const job = { ...asked, ...clicked, responseUrl: `${server.url}/response` };
  const context = {
    sources: guardSources(new Map([['main', { ...client, readsPerMinute: 100 }]]), everything, 'export'),
    quota: { take: async () => {} },
    gate: createGate({ readOnly: false, rules: [], approvals: [] }, ['main'], async () => false),
    files,
    journal: newJournal(),
    audit: createJobAudit(job, { trail: newTrail(), attempt: 1, ltsRequestIds: [] }),
    deliver: async () => {},
    note: createNote(new WebClient('xoxb')),
    deadline: deadlineIn(10_000),
    signal: AbortSignal.timeout(10_000),
  };
  await exportLines(command, job, viewer, context, async () => {});
  return { posted, notes };
}

it('a file asked for between two people, where the bot is not, comes to the direct message with the bot', async () => {
  expect(await exportFrom('D2')).toEqual({ posted: ['U1', 'D1'], notes: ['/response'] });
});

it('a file asked for in the direct message with the bot comes there, without a word about it', async () => {
  expect(await exportFrom('D1')).toEqual({ posted: ['U1', 'D1'], notes: [] });
});

it('a response_url that says nothing does not keep the file', async () => {
  const { posted } = await exportFrom('D2', { saysNothing: true });
  expect(posted).toEqual(['U1', 'D1']);
});
