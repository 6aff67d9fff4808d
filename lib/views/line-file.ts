import type { ExportFormat } from '../commands/click.ts';
import type { RedactedLine } from '../commands/redacted-lines.ts';
import { ingestTime } from '../lts/line-num.ts';
import type { Clock } from './times.ts';

/** How exported lines are written: nothing is folded, and but for secrets all stays as it was logged. */
export interface LineFormat {
  readonly extension: string;
  readonly head: string;
  line(line: RedactedLine): string;
}

export function lineFormat(format: ExportFormat, clock: Clock): LineFormat {
  return FORMATS[format](clock);
}

const FORMATS: Readonly<Record<ExportFormat, (clock: Clock) => LineFormat>> = {
  /** For programs: one JSON object a line, times in UTC. https://github.com/ndjson/ndjson-spec */
  ndjson: () => ({
    extension: 'ndjson',
    head: '',
    line: ({ line_num, content, labels }) =>
      `${JSON.stringify({
        time: new Date(ingestTime(line_num)).toISOString(),
        line_num,
        content,
        labels: labels ?? {},
      })}\n`,
  }),
  /** For spreadsheets: RFC 4180, and the mark without which Excel takes UTF-8 for something else. */
  csv: (clock) => ({
    extension: 'csv',
    head: `\ufeff${row([`time (${clock.zone})`, 'line_num', 'content', 'labels'])}`,
    line: ({ line_num, content, labels }) =>
      row([clock.stamp(ingestTime(line_num)), line_num, content, labels ? JSON.stringify(labels) : '']),
  }),
  /** For reading: as in a message. */
  text: (clock) => ({
    extension: 'txt',
    head: '',
    line: ({ line_num, content }) => `${clock.stamp(ingestTime(line_num))}  ${content}\n`,
  }),
};

function row(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

/**
 * A spreadsheet runs what begins like a formula, so such a cell gets an apostrophe in front.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
