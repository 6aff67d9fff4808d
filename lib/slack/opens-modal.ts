import type { OpeningJob } from '../commands/job.ts';
import { MistakeError } from '../commands/mistake.ts';
import { fold, splitWords } from '../commands/pieces.ts';
import { plainText } from '../commands/words.ts';

/** How `encodeClick` begins the values of the buttons that open one. */
const OPENS = /^\{"v":"(delete|form|search)"[,}]/;

/** Whether a job is answered in a modal, by what stands in it alone: the front function has no time to ask anybody. */
export function opensModal(job: OpeningJob): boolean {
  if (job.kind === 'shortcut') return true;
  return job.kind === 'typed' ? asksForModal(plainText(job.text)) : isOpening(job.value);
}

/** A value that says it twice says what it says last, here as for the worker. */
function isOpening(value: string): boolean {
  if (!OPENS.test(value)) return false;
  try {
    const { v } = JSON.parse(value) as { readonly v?: unknown };
    return v === 'delete' || v === 'form' || v === 'search';
  } catch {
    return false;
  }
}

/** As the grammar reads it; what it cannot read is answered with a message. */
function asksForModal(text: string): boolean {
  try {
    const [verb = '', action = '', ...more] = splitWords(text).map((piece) => fold(piece.text));
    if (verb === 'search') return true;
    if (verb === 'transfer') return action === '';
    const isFilledIn = action === 'delete' || (action === 'create' && more.length === 0);
    return (verb === 'group' || verb === 'stream') && isFilledIn;
  } catch (error) {
    if (error instanceof MistakeError) return false;
    throw error;
  }
}
