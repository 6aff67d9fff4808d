import type { RichTextSection } from '@slack/types';
import type { StreamRef, TypedSearch } from '../commands/command.ts';
import { redactText } from '../redaction/log-lines.ts';
import { showContent } from './log-text.ts';
import { bold, code, paragraph, plain } from './message.ts';
import { streamName } from './names.ts';
import type { Viewer } from './viewer.ts';

/** What is searched, in the two lines that stand above its results. */
export interface SearchHeader {
  /** Stream, words and labels. */
  readonly title: RichTextSection;
  /** The same for the top-level text. */
  readonly titleText: string;
  /** Source, where there are several, and window. */
  readonly details: readonly string[];
}

export function searchHeader(stream: StreamRef, search: TypedSearch, viewer: Viewer): SearchHeader {
  const { words, clock, sources } = viewer;
  const name = streamName(stream.groupName, stream.streamName);
  const filter = showContent(redactText(filterParts(search).join(' ')));
  const source = sources.length > 1 ? [words.page.source(stream.source)] : [];
  return {
    title: paragraph(bold(name), ...(filter ? [plain('  '), code(filter)] : [])),
    titleText: filter ? `${name} ${filter}` : name,
    details: [...source, clock.span(search.start, search.end)],
  };
}

/** Words, phrases and labels, each as it is typed. */
export function filterParts({ words, labels }: Pick<TypedSearch, 'words' | 'labels'>): string[] {
  return [
    ...(words.match(/"[^"]*"|[^\s"]+/g) ?? []),
    ...Object.entries(labels).map(([name, value]) => `${name}=${/\s/.test(value) ? `"${value}"` : value}`),
  ];
}

/** Without words and labels every line of the window is found. */
export function isFiltered(search: TypedSearch): boolean {
  return filterParts(search).length > 0;
}
