import { parseCommand } from '../../lib/commands/grammar.ts';
import { MistakeError } from '../../lib/commands/mistake.ts';
import { plainText } from '../../lib/commands/words.ts';

export const MOMENT = { receivedAt: Date.UTC(2026, 10, 23, 10, 24, 7, 512), zone: 'Asia/Shanghai' };

/** The mistake in a text, and what of the text is marked. */
export function mistakeIn(text: string) {
  try {
    parseCommand(text, MOMENT);
  } catch (error) {
    if (!(error instanceof MistakeError) || !error.place) throw error;
    const { start, end } = error.place;
    return { ...error.mistake, marked: plainText(text).slice(start, end), start };
  }
  throw new Error(`nothing is wrong with ${text}`);
}
