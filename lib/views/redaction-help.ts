import { KINDS, type Kind, markOf, OPTIONAL_KINDS } from '../redaction/kinds.ts';
import {
  bold,
  bullets,
  code,
  context,
  escapeText,
  type Message,
  paragraph,
  plain,
  richText,
  sentence,
} from './message.ts';
import type { Viewer } from './viewer.ts';

/** The kinds of secrets that are taken out of lines, each with its mark. */
export function redactionHelp({ words, access, redacts = [] }: Viewer): Message {
  const { title, summary, kinds, limits, howToReveal } = words.redaction;
  const isOff = (kind: Kind) =>
    OPTIONAL_KINDS.some((optional) => optional === kind && !redacts.includes(optional));
  const inForce = KINDS.filter((kind) => !isOff(kind));
  const notes = [limits, ...(access?.mayAtAll('reveal') ? [howToReveal] : [])];
  return {
    text: escapeText([title, ...inForce.map((kind) => `${markOf(kind)}  ${kinds[kind]}`)].join('\n')),
    blocks: [
      richText(
        paragraph(bold(title)),
        sentence(summary),
        bullets(...inForce.map((kind) => paragraph(code(markOf(kind)), plain(`  ${kinds[kind]}`)))),
      ),
      ...notes.map(context),
    ],
  };
}
