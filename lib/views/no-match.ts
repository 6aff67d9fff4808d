import type { KnownBlock, RichTextSection } from '@slack/types';
import type { TypedSearch } from '../commands/command.ts';
import type { PageResult } from '../commands/result.ts';
import { showText } from './log-text.ts';
import { bullets, code, context, joinSentences, paragraph, plain, richText, sentence } from './message.ts';
import { asTyped, showName, streamName } from './names.ts';
import type { Clock } from './times.ts';
import { typedParts } from './typed-search.ts';
import { fromTo, sameWindow } from './typed-window.ts';
import type { Viewer } from './viewer.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Windows that are offered when one finds nothing; LTS searches 30 days at most. */
const WIDER = [
  ['1h', HOUR_MS],
  ['1d', DAY_MS],
  ['7d', 7 * DAY_MS],
  ['30d', 30 * DAY_MS],
] as const;

/** A longer line is no offer: nobody reads it, and it takes the room of others. */
const MAX_TYPED = 300;

/** No line matches: what may find some, each with a line to copy. */
export function noMatch({ stream, search }: PageResult, viewer: Viewer): KnownBlock[] {
  const { words, command, clock } = viewer;
  const { none, youCouldTry, longerWindow, fewerWords, noWords, labelsAsWords, otherStream, logsAreLate } =
    words.page;
  const logs = `logs ${asTyped(streamName(stream.groupName, stream.streamName))}`;
  const parts = typedParts(search);
  const wider = widerWindow(search, clock);
  const same = sameWindow(search, clock);
  const hasLabels = Object.keys(search.labels).length > 0;
  const offers = [
    ...(wider ? [[longerWindow, [logs, ...parts, wider]] as const] : []),
    ...(parts.length > 1 ? [[fewerWords, [logs, ...parts.slice(0, -1), same]] as const] : []),
    ...(parts.length === 1 ? [[noWords, [logs, same]] as const] : []),
    ...(hasLabels ? [[labelsAsWords, [logs, ...wordsOnly(search), same]] as const] : []),
    [otherStream, ['streams', asTyped(showName(stream.groupName))]] as const,
  ].map(([what, typed]): RichTextSection => {
    const line = showText([command, ...typed].join(' '), MAX_TYPED + 1);
    return paragraph(plain(what), ...(line.length <= MAX_TYPED ? [plain('  '), code(line)] : []));
  });
  return [
    richText(sentence(joinSentences(none(parts.length > 0), youCouldTry)), bullets(...offers)),
    ...(search.endIsFixed ? [] : [context(logsAreLate)]),
  ];
}

/** Words and labels, with each label as a phrase that may stand in a line. */
function wordsOnly({ words, labels }: TypedSearch): string[] {
  const phrases = Object.entries(labels).map(([name, value]) => `"${name}=${value}"`);
  return [...typedParts({ words, labels: {} }), ...phrases];
}

/** The next longer window with the same end, as it is typed. */
function widerWindow({ start, end, endIsFixed }: TypedSearch, clock: Clock): string | undefined {
  const [span, length] = WIDER.find(([, ms]) => ms > end - start) ?? [];
  if (span === undefined || length === undefined) return undefined;
  return endIsFixed ? fromTo(end - length, end, clock) : `since:${span}`;
}
