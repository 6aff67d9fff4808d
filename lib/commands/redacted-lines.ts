import type { Page } from '../lts/paging.ts';
import type { LogLine } from '../lts/schemas.ts';
import type { OptionalKind } from '../redaction/kinds.ts';
import { type RedactedLabels, redactLabels } from '../redaction/labels.ts';
import { type RedactedText, redactLogLines, revealLogLines } from '../redaction/log-lines.ts';
import type { Redacted } from '../redaction/redact.ts';

/** A line as it may leave: all that is ever shown or written of one is made of this. */
export interface RedactedLine extends LogLine {
  /** As it was logged, but for its secrets. */
  readonly content: Redacted;
  readonly labels?: RedactedLabels;
  /** How many pieces of the content were taken out. */
  readonly pieces: number;
}

export type RedactedPage = Page<RedactedLine>;

/** The whole page at once, for a key may stand in several lines. */
export function redactPage(page: Page, also: readonly OptionalKind[]): RedactedPage {
  return { ...page, lines: redactLines(page.lines, also) };
}

/** The page as it is, for whoever may `reveal` it. */
export function revealPage(page: Page, also: readonly OptionalKind[]): RedactedPage {
  return { ...page, lines: withContents(page.lines, also, revealLogLines) };
}

/** Lines next to each other, in either order. */
export function redactLines(lines: readonly LogLine[], also: readonly OptionalKind[]): RedactedLine[] {
  return withContents(lines, also, redactLogLines);
}

function withContents(
  lines: readonly LogLine[],
  also: readonly OptionalKind[],
  read: (contents: readonly string[], also: readonly OptionalKind[]) => readonly RedactedText[],
): RedactedLine[] {
  const contents = read(lines.map(wholeContent), also);
  const labels = redactLabels(
    lines.map((line) => line.labels ?? {}),
    also,
  );
  return contents.flatMap(({ text: content, pieces }, index) => {
    const line = lines[index];
    if (!line) return [];
    return { line_num: line.line_num, content, ...(line.labels && { labels: labels[index] ?? {} }), pieces };
  });
}

/** LTS marks what was searched for, sometimes although it is told not to. */
const HIGHLIGHT = /<\/?HighLightTag>/g;

/** A line's content as it was logged: without the newline that LTS ends it with, and without LTS's marks. */
function wholeContent({ content }: LogLine): string {
  return content.replace(/\r?\n$/, '').replace(HIGHLIGHT, '');
}
