import type { Mistake } from '../commands/mistake.ts';
import type { LtsRefusedError } from '../lts/errors.ts';
import { showContent } from './log-text.ts';
import { code, context, escapeText, type Message, paragraph, plain } from './message.ts';
import type { Viewer } from './viewer.ts';

/** What went wrong, what to do, and a line to copy where there is one. */
export interface Problem {
  readonly what: string;
  readonly example?: string;
  /** What to do about it. */
  readonly remedy?: string;
  /** Code and request id, for those who look into it. */
  readonly reference?: string;
}

export function problemMessage({ what, remedy, example, reference }: Problem): Message {
  const sentences = [what, remedy].filter((sentence) => sentence !== undefined).map(showContent);
  return {
    text: escapeText([...sentences, example].filter((part) => part !== undefined).join(' ')),
    blocks: [
      {
        type: 'rich_text',
        elements: [
          ...sentences.map((sentence) => paragraph(plain(sentence))),
          ...(example ? [paragraph(code(showContent(example)))] : []),
        ],
      },
      ...(reference ? [context(reference)] : []),
    ],
  };
}

/** Why LTS said no: what happened, what to do, its code, and the request id that its support asks for. */
export function refusalMessage(
  { reason, status, ltsCode, requestId }: LtsRefusedError,
  { words }: Viewer,
): Message {
  const [what, remedy] = words.refusals[reason];
  const code = ltsCode ?? `HTTP ${status}`;
  return problemMessage({
    what,
    remedy,
    reference: requestId ? `${code} · ${words.requestId(requestId)}` : code,
  });
}

export function mistakeMessage(mistake: Mistake, { words, command }: Viewer): Message {
  return problemMessage(words.mistake(mistake, command));
}
