import type { RichTextElement } from '@slack/types';
import type { Mistake } from '../commands/mistake.ts';
import { redactText } from '../redaction/log-lines.ts';
import { exampleFor } from './examples.ts';
import { explain, shorten } from './explanations.ts';
import { hiddenNote } from './hidden.ts';
import { LIMITS } from './limits.ts';
import { showText } from './log-text.ts';
import {
  context,
  escapeText,
  example,
  joinSentences,
  type Message,
  paragraph,
  richText,
  sentence,
} from './message.ts';
import { showTyped, type TypedLine } from './typed-line.ts';
import type { Viewer } from './viewer.ts';

/** What went wrong, what to do, and a line to copy where there is one. */
export interface Problem {
  readonly what: string;
  /** The line that was typed. */
  readonly typed?: readonly RichTextElement[];
  /** What to do about it. */
  readonly remedy?: string;
  /** With the slash command in front. */
  readonly example?: string;
  /** Code and request id, for those who look into it. */
  readonly reference?: string;
}

export function problemMessage({ what, typed, remedy, example: line, reference }: Problem): Message {
  const sentences = [what, ...(remedy ? [remedy] : [])].map((text) => showText(text, LIMITS.sentence));
  const copied = line === undefined ? [] : [showText(line, LIMITS.sentence)];
  return {
    text: escapeText(joinSentences(...sentences, ...copied)),
    blocks: [
      richText(...(typed ? [paragraph(...typed)] : []), ...sentences.map(sentence), ...copied.map(example)),
      ...(reference ? [context(showText(reference, LIMITS.sentence))] : []),
    ],
  };
}

/** What a person typed, what is wrong with it, and how it may be typed. */
export function mistakeMessage(mistake: Mistake, viewer: Viewer, typed?: TypedLine): Message {
  const { words, clock, command } = viewer;
  const line = exampleFor(mistake, typed?.line ?? '');
  const note = isOfNotThere(mistake) ? hiddenNote(viewer) : '';
  return problemMessage({
    ...(typed && { typed: showTyped(typed, command) }),
    what: explain(shorten(withoutSecret(mistake, typed?.line ?? '')), words, clock.zone),
    ...(note && { remedy: note }),
    ...(line !== undefined && { example: `${command} ${line}` }),
  });
}

/** Whether it says that something is not there, which may be hidden from the person. */
function isOfNotThere({ kind }: Mistake): boolean {
  return (
    kind === 'unknown_group' ||
    kind === 'unknown_stream' ||
    kind === 'unknown_source' ||
    kind === 'no_default_stream' ||
    kind === 'default_stream_gone'
  );
}

/** Apart from the line that makes a secret of it, what was typed may look like none. */
function withoutSecret<M extends Mistake>(mistake: M, line: string): M {
  if (!('given' in mistake)) return mistake;
  const { given } = mistake;
  const isSecret = line.includes(given) && !redactText(line).includes(given);
  return { ...mistake, given: isSecret ? '…' : redactText(given) };
}
