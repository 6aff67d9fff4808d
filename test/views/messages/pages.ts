import { pageMessage } from '../../../lib/views/page.ts';
import type { Viewer } from '../../../lib/views/viewer.ts';
import { lineNum, linesOf, NOW, pageOf, search } from '../samples.ts';
import type { Samples } from './samples.ts';

const PRIVATE = { kind: 'private' } as const;
const HOUR = 3_600_000;

const lines = linesOf(['third error\n', 'second error\n', 'first error\n']);
const older = { lineNum: lineNum(0, -2_000), direction: 'older' } as const;
const newer = { lineNum: lineNum(0), direction: 'newer' } as const;

export function pageMessages(viewer: Viewer): Samples {
  const show = (result: ReturnType<typeof pageOf>) => pageMessage(result, viewer, PRIVATE);
  const sources = { ...viewer, sources: ['prod', 'staging'] };
  const labels = { level: 'warn', hostName: 'ecs 1' };
  const fixed = { ...search, endIsFixed: true };
  return {
    'a page in the middle': show(pageOf(lines, { older, newer })),
    'all that matches': show(pageOf(lines)),
    'the only line': show(pageOf(lines.slice(0, 1))),
    'a page of a counted search': show(pageOf(lines, { older, count: 1_234 })),
    'words, a phrase and labels, oldest first, of one of several sources': pageMessage(
      pageOf(
        lines,
        { older },
        { search: { ...search, words: 'error "payment failed"', labels, order: 'oldest' } },
      ),
      sources,
      PRIVATE,
    ),
    'nothing newer yet': show(pageOf(lines, { older }, { nothingNewer: 'yet' })),
    'nothing newer, for the window ends': show(
      pageOf(lines, { older }, { search: fixed, nothingNewer: 'window_ends' }),
    ),
    'lines of two days, and of one millisecond': show(
      pageOf([
        { content: 'b\n', line_num: lineNum(2) },
        { content: 'a\n', line_num: lineNum(1) },
        { content: 'yesterday\n', line_num: lineNum(0, -24 * HOUR) },
      ]),
    ),
    'what is around a line': show(
      pageOf(lines, { older, newer }, { search: { ...search, words: '' }, around: lineNum(0, -1_000) }),
    ),
    'what is around a line that is gone': show(
      pageOf(lines, { older, newer }, { search: { ...search, words: '' }, around: lineNum(0, -1_500) }),
    ),
    'a shared page': pageMessage(pageOf(lines, { older }), viewer, {
      kind: 'public',
      broughtBy: { how: 'shared', userId: 'U0OPERATOR1', at: NOW + 60_000 },
    }),
    'a page that all see': pageMessage(pageOf(lines, { older }), viewer, { kind: 'public' }),
    'a long line': show(pageOf(linesOf([`${'x'.repeat(600)}\n`]))),
    'no match': show(pageOf([], {}, { search: { ...search, words: 'error "payment failed"', labels } })),
    'no match for one word in a short window': show(
      pageOf([], {}, { search: { ...search, start: search.end - 90_000 } }),
    ),
    'no match in a window with an end': show(
      pageOf([], {}, { search: { ...fixed, start: NOW - 512 - HOUR, end: NOW - 512 } }),
    ),
    'no line at all in 30 days': show(
      pageOf([], {}, { search: { ...search, words: '', start: search.end - 720 * HOUR } }),
    ),
  };
}
