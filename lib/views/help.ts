import type { HelpTopic } from '../commands/command.ts';
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
} from './message.ts';
import type { Viewer } from './viewer.ts';

/** The commands in groups; or one topic, with an example of each thing that can be typed. */
export function helpMessage(topic: HelpTopic | undefined, { words, command, sources }: Viewer): Message {
  const {
    title,
    sections,
    notes = [],
  } = topic ? words.help.topics[topic] : words.help.overview(sources.length > 1);
  const typed = sections.flatMap(({ lines }) => lines.map(([line]) => `${command} ${line}`));
  return {
    text: escapeText([title, ...typed].join('\n')),
    blocks: [
      richText(
        paragraph(bold(title)),
        ...sections.flatMap(({ title: head, lines }) => [
          ...(head ? [paragraph(bold(head))] : []),
          bullets(
            ...lines.map(([line, meaning]) => paragraph(code(`${command} ${line}`), plain(`  ${meaning}`))),
          ),
        ]),
      ),
      ...notes.map(context),
    ],
  };
}
