import type { Verb } from '../commands/access.ts';
import { type HelpTopic, TOPIC_VERBS } from '../commands/help-topics.ts';
import {
  bold,
  bullets,
  code,
  context,
  escapeText,
  joinSentences,
  type Message,
  paragraph,
  plain,
  richText,
} from './message.ts';
import { redactionHelp } from './redaction-help.ts';
import type { Viewer } from './viewer.ts';

/**
 * The commands in groups; or one topic, with an example of each thing that can be typed. Only what the person may do
 * where they ask is there.
 */
export function helpMessage(topic: HelpTopic | undefined, viewer: Viewer): Message {
  if (topic === 'redaction') return redactionHelp(viewer);
  const { words, command, sources, access } = viewer;
  const may = (verb: Verb) => access?.mayAtAll(verb) === true;
  const page = topic ? words.help.topics[topic] : words.help.overview(sources.length > 1);
  const { title } = page;
  const sections = page.sections
    .map(({ lines, ...section }) => ({
      ...section,
      lines: lines.filter(([line]) => verbsFor(line).some(may)),
    }))
    .filter(({ lines }) => lines.length > 0);
  const notes = (page.notes ?? []).map((note) =>
    typeof note === 'string'
      ? note
      : joinSentences(
          ...note.flatMap((part) => (typeof part === 'string' ? part : may(part[0]) ? part[1] : [])),
        ),
  );
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

const READ: readonly Verb[] = ['read'];

/** What a line takes, one of these: the first words say it. */
export function verbsFor(line: string): readonly Verb[] {
  const [verb = '', noun = ''] = line.split(' ');
  switch (verb) {
    case 'help':
      return TOPIC_VERBS[noun as HelpTopic];
    case 'group':
    case 'stream':
      return noun === 'delete' ? ['delete'] : ['create'];
    case 'transfer':
    case 'audit':
      return [verb];
    case 'use':
    case 'source':
    case 'answers':
      return noun === '' ? READ : ['settings'];
    default:
      return READ;
  }
}
