import type { JobAudit } from '../commands/audit.ts';
import type { ExportCommand, ExportFormat } from '../commands/click.ts';
import type { StreamRef } from '../commands/command.ts';
import type { Job } from '../commands/job.ts';
import type { Journal, ShownExport } from '../commands/journal.ts';
import type { GuardedSources } from '../commands/lts-sources.ts';
import { MistakeError } from '../commands/mistake.ts';
import { askStream, nameTruly, toLogSearch } from '../commands/run-search.ts';
import { logError } from '../log.ts';
import { type AskLts, countMatches, type LogSearch } from '../lts/paging.ts';
import { type Exported, type ExportState, exportMessage } from '../views/export.ts';
import { lineFormat } from '../views/line-file.ts';
import { showName } from '../views/names.ts';
import type { Viewer } from '../views/viewer.ts';
import type { AnswerContext } from './answer.ts';
import { DeliveryError } from './delivery-error.ts';
import { serviceProblem } from './describe-problem.ts';
import { MAX_LINES, PAGE_LINES, writeLines } from './export-content.ts';
import { openExport, showState, trySaying } from './export-progress.ts';
import type { LiveMessage } from './files.ts';
import { outcomeOf } from './outcome.ts';
import { PRIVATE } from './place.ts';
import { tell } from './tell.ts';

type ExportContext = Pick<
  AnswerContext,
  'quota' | 'gate' | 'files' | 'note' | 'journal' | 'deliver' | 'deadline' | 'signal'
> & { readonly sources: GuardedSources; readonly audit: JobAudit };

/**
 * All lines of a search as a file, with a message that shows how far it is. `onShown` is told when the person sees that
 * it runs. Gives what came of it, `ok` or as `outcomeOf` says; undefined when another attempt has done it.
 *
 * @throws MistakeError for too many lines, and for none; DeliveryError when nothing of it can be shown
 */
export async function exportLines(
  clicked: ExportCommand,
  job: Job,
  viewer: Viewer,
  context: ExportContext,
  onShown: () => Promise<void>,
): Promise<string | undefined> {
  const { search, format: wanted } = clicked;
  const { files, journal, audit, deadline } = context;
  const { past } = journal;
  if (past.isTold) {
    if (past.shown) await concludeExport(clicked, past.shown, job, viewer, context);
    return undefined;
  }
  // What is shown already has been named.
  const stream = past.shown ? clicked.stream : await nameTruly(clicked.stream, context);
  const ask = askStream(stream, search, context);
  const asked: LogSearch = { ...toLogSearch(search), limit: PAGE_LINES, isCounted: false };
  // Once a message stands there, it is that one that ends, however it does.
  const total = past.shown?.total ?? (await countLines(ask, asked));

  // Before anybody sees that it runs.
  if (!past.shown) await audit.begins();
  const exported = { stream, search };
  const running = (lines: number) => ({ ...exported, kind: 'running', lines, total }) as const;
  const live =
    past.shown ??
    (await openExport(job, exportMessage(running(0), viewer), mayBeSeen(stream, viewer), viewer, context));
  // First of all: until then whoever takes over shows a second message, and nobody ends this one.
  if (!past.shown) await journal.exportShown({ ...live, total });
  await onShown();
  const show = (state: ExportState) => showState(live, exportMessage(state, viewer), context);
  try {
    const format = lineFormat(wanted, viewer.clock);
    const { content, lines } = await writeLines(ask, asked, format, context.gate.redacts, (count) =>
      show(running(count)),
    );
    const name = `${showName(stream.groupName)}-${showName(stream.streamName)}.${format.extension}`;
    const appear = await files.prepare(live, { name, content }, deadline);
    const shown = { ...live, total: lines };
    await audit.ended('ok');
    if (!(await mayLeave(journal, shown))) return undefined;
    await leave(journal, shown, appear);
    await show({ ...exported, kind: 'done', format: wanted, lines });
    return 'ok';
  } catch (error) {
    await tellWhy(error, live, exported, job, viewer, context);
    return outcomeOf(error);
  }
}

/** Whoever may not share a stream gets its file for themselves. */
function mayBeSeen({ source, groupName: group, streamName: stream }: StreamRef, { access }: Viewer): boolean {
  return access?.may('share', { source, group, stream }) ?? false;
}

/** Writes down that the file leaves. When the table does not say, it may be written all the same, and nothing has left. */
async function mayLeave(journal: Journal, shown: ShownExport): Promise<boolean> {
  let mayTell = false;
  try {
    mayTell = await journal.mayTell();
    if (mayTell) await journal.exportShown({ ...shown, file: 'left' });
    return mayTell;
  } catch (error) {
    if (mayTell) await journal.exportShown(shown);
    await journal.notTold();
    throw error;
  }
}

/** Writes down what came of it, for whoever ends the message when this attempt does not. */
async function leave(journal: Journal, shown: ShownExport, appear: () => Promise<void>): Promise<void> {
  const record = (file?: ShownExport['file']) => trySaying(() => journal.exportShown({ ...shown, file }));
  try {
    await appear();
  } catch (error) {
    const isUnsure = error instanceof DeliveryError && error.verdict === 'unsure';
    if (!isUnsure) await record();
    throw error;
  }
  await record('there');
}

/** @throws MistakeError when there are too many, or none */
async function countLines(ask: AskLts, search: LogSearch): Promise<number> {
  const total = await countMatches(ask, search);
  if (total > MAX_LINES) throw new MistakeError({ kind: 'too_many_lines', count: total, max: MAX_LINES });
  if (total === 0) throw new MistakeError({ kind: 'nothing_to_export' });
  return total;
}

/** Ends the message of an export that failed. Throws the failure on when it is none of the services'. */
async function tellWhy(
  error: unknown,
  live: LiveMessage,
  exported: Exported,
  job: Job,
  viewer: Viewer,
  context: ExportContext,
): Promise<void> {
  const state = failedState(error, exported, viewer);
  if (!state) throw error;
  logError('an export failed', error);
  await context.audit.ended(outcomeOf(error));
  if (!(await context.journal.mayTell())) return;
  const message = exportMessage(state, viewer);
  // What is said where the message cannot be changed goes the usual way.
  if (!(await showState(live, message, context)))
    await tell(job, { message, place: PRIVATE }, viewer, context);
}

/** Ends the message of an export whose last attempt died, as far as is known: nobody knows how it reads now. */
export async function concludeExport(
  { stream, search, format }: ExportCommand,
  shown: ShownExport,
  job: Job,
  viewer: Viewer,
  context: Pick<ExportContext, 'files' | 'journal' | 'deliver' | 'deadline'>,
): Promise<void> {
  const mayTell = await context.journal.mayTell();
  const exported = { stream, search };
  const message = exportMessage({ ...exported, ...endOf(shown, format, viewer) }, viewer);
  const isShown = await showState(shown, message, context);
  if (!isShown && mayTell) await tell(job, { message, place: PRIVATE }, viewer, context);
}

function endOf({ file, total }: ShownExport, format: ExportFormat, { words }: Viewer) {
  if (file === 'there') return { kind: 'done', format, lines: total } as const;
  if (file === 'left') return { kind: 'unconfirmed' } as const;
  return { kind: 'failed', problem: { what: words.delivery.notAnswered } } as const;
}

/** What is to be said of a failure; undefined for one that is none of the services'. */
function failedState(error: unknown, exported: Exported, viewer: Viewer): ExportState | undefined {
  if (error instanceof DeliveryError && error.verdict === 'unsure')
    return { ...exported, kind: 'unconfirmed' };
  const problem = serviceProblem(error, viewer);
  return problem && { ...exported, kind: 'failed', problem };
}
