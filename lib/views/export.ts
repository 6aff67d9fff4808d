import type { KnownBlock } from '@slack/types';
import { EXPORT_FORMATS, type ExportFormat } from '../commands/click.ts';
import type { StreamRef, TypedSearch } from '../commands/command.ts';
import { assertNever } from '../errors.ts';
import { button } from './controls.ts';
import { LIMITS } from './limits.ts';
import { showText } from './log-text.ts';
import { context, escapeText, joinSentences, type Message, richText, sentence } from './message.ts';
import type { Problem } from './problem.ts';
import { searchHeader } from './search-header.ts';
import type { Viewer } from './viewer.ts';

/** What is exported, and how far it is. */
export type ExportState = RunningState | DoneState | FailedState | UnconfirmedState;

export interface Exported {
  readonly stream: StreamRef;
  readonly search: TypedSearch;
}

interface RunningState extends Exported {
  readonly kind: 'running';
  readonly lines: number;
  readonly total: number;
}

interface DoneState extends Exported {
  readonly kind: 'done';
  readonly format: ExportFormat;
  readonly lines: number;
}

interface FailedState extends Exported {
  readonly kind: 'failed';
  readonly problem: Problem;
}

/** The file has left, and Slack did not say whether it took it. */
interface UnconfirmedState extends Exported {
  readonly kind: 'unconfirmed';
}

/** An export while it runs and when it has ended: the same message, kept up to date. */
export function exportMessage(state: ExportState, viewer: Viewer): Message {
  const { stream, search } = state;
  const { title, titleText, details } = searchHeader(stream, search, viewer);
  const what = describe(state, viewer);
  return {
    text: escapeText(`${titleText} · ${what}`),
    blocks: [
      richText(title),
      context(details.join(' · ')),
      richText(sentence(what)),
      ...(state.kind === 'done' ? otherFormats(state, viewer) : []),
      ...(state.kind === 'failed' && state.problem.reference
        ? [context(showText(state.problem.reference, LIMITS.sentence))]
        : []),
    ],
  };
}

/** Where the file comes when it does not come where it was asked for: told to the person alone. */
export function exportNote(place: 'direct' | 'not_member', { words }: Viewer): Message {
  const what = place === 'direct' ? words.exports.direct : words.exports.notMember;
  return { text: escapeText(what), blocks: [richText(sentence(what))] };
}

function describe(state: ExportState, { words }: Viewer): string {
  switch (state.kind) {
    case 'running':
      return words.exports.running(state.lines, state.total);
    case 'done':
      return words.exports.done(state.lines, state.format);
    case 'failed':
      return joinSentences(words.exports.failed, state.problem.what, state.problem.remedy ?? '');
    case 'unconfirmed':
      return words.exports.unconfirmed;
    default:
      return assertNever(state);
  }
}

function otherFormats({ stream, search, format: made }: DoneState, { words }: Viewer): KnownBlock[] {
  const { anotherFormat, formats } = words.exports;
  const buttons = EXPORT_FORMATS.filter((format) => format !== made).map((format) =>
    button(`export_${format}`, formats[format], { kind: 'export', stream, search, format }),
  );
  return [context(anotherFormat), { type: 'actions', elements: buttons }];
}
