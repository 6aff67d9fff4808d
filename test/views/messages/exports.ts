import { ReadQuotaError } from '../../../lib/commands/read-quota.ts';
import { exportMessage, exportNote } from '../../../lib/views/export.ts';
import { quotaProblem } from '../../../lib/views/quota-problem.ts';
import type { Viewer } from '../../../lib/views/viewer.ts';
import { NOW, search, stream } from '../samples.ts';
import type { Samples } from './samples.ts';

export function exportMessages(viewer: Viewer): Samples {
  const exported = { stream, search };
  return {
    begun: exportMessage({ ...exported, kind: 'running', lines: 0, total: 1_234 }, viewer),
    'under way': exportMessage({ ...exported, kind: 'running', lines: 1_000, total: 1_234 }, viewer),
    'done as NDJSON': exportMessage({ ...exported, kind: 'done', format: 'ndjson', lines: 1_234 }, viewer),
    'done as CSV': exportMessage({ ...exported, kind: 'done', format: 'csv', lines: 1 }, viewer),
    'done as text': exportMessage({ ...exported, kind: 'done', format: 'text', lines: 5_000 }, viewer),
    failed: exportMessage(
      { ...exported, kind: 'failed', problem: { what: viewer.words.failures.late } },
      viewer,
    ),
    'stopped by the quota': exportMessage(
      { ...exported, kind: 'failed', problem: quotaProblem(new ReadQuotaError(100, NOW), viewer) },
      viewer,
    ),
    'not taken by Slack': exportMessage(
      { ...exported, kind: 'failed', problem: { what: viewer.words.exports.notTaken } },
      viewer,
    ),
    'a note': exportNote('direct', viewer),
    'a note where the bot is not': exportNote('not_member', viewer),
  };
}
