import type { AskedJob } from '../commands/job.ts';
import { MistakeError } from '../commands/mistake.ts';
import { fold, splitWords } from '../commands/pieces.ts';
import { plainText } from '../commands/words.ts';

/** How `encodeClick` begins the values of the buttons that open one. */
const OPENS = '{"v":"delete",';

/** Whether a job is answered in a modal, by what stands in it alone: the front function has no time to ask anybody. */
export function opensModal(job: AskedJob): boolean {
  return job.kind === 'typed' ? isDelete(plainText(job.text)) : isOpening(job.value);
}

/** A value that says it twice says what it says last, here as for the worker. */
function isOpening(value: string): boolean {
  if (!value.startsWith(OPENS)) return false;
  try {
    return (JSON.parse(value) as { readonly v?: unknown }).v === 'delete';
  } catch {
    return false;
  }
}

/** As the grammar reads it; what it cannot read is answered with a message. */
function isDelete(text: string): boolean {
  try {
    const [verb = '', action = ''] = splitWords(text).map((piece) => fold(piece.text));
    return (verb === 'group' || verb === 'stream') && action === 'delete';
  } catch (error) {
    if (error instanceof MistakeError) return false;
    throw error;
  }
}
