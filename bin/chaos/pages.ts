import type { Random } from '../../lib/local/lts/seeded-random.ts';
import type { Line, Logs, Word } from './logs.ts';
import type { Person } from './schemas.ts';
import type { Change, Seen } from './seen.ts';
import { isDirect, type Step } from './step.ts';
import { holds } from './texts.ts';

/** A page of a word's lines on which somebody can click. */
export interface Page {
  readonly word: Word;
  readonly message: Seen;
}

/** What there is to click; not what stands around a line, for that names no word. */
export function findPages(messages: readonly Seen[], logs: Logs): Page[] {
  return messages.flatMap((message) => {
    const word = logs.wordIn(message.text);
    return word && message.lines.length > 0 && !message.deleted && message.shown ? [{ word, message }] : [];
  });
}

const ACTIONS = ['older', 'older', 'newer', 'around', 'share', 'export'] as const;
type Action = (typeof ACTIONS)[number];

/** Somebody who sees the page uses one of its controls; undefined where the page does not have it. */
export function clickOn(
  page: Page,
  people: readonly [Person, ...Person[]],
  random: Random,
): Step | undefined {
  const { message, word } = page;
  const [reader = people[0], ...readers] = people.filter((person) => canSee(message, person));
  const person = random.oneOf([reader, ...readers]);
  const [likely, ...others] = ACTIONS.filter((name) =>
    message.controls.some((each) => each.actionId === name),
  );
  if (!likely) return undefined;
  const action = random.oneOf([likely, ...others]);
  const [control, ...more] = message.controls.filter(({ actionId }) => actionId === action);
  if (!control) return undefined;
  const used = random.oneOf([control, ...more]);
  const line = word.lines.find(({ lineNum }) => used.value.includes(lineNum));
  if (action === 'around' && !line) return undefined;
  return {
    kind: action,
    person,
    channel: message.channel,
    deed: { kind: 'clicked', messageTs: message.ts, actionId: action, value: used.value },
    ...(action === 'around' && line ? marksOfLine(line) : marksOfWord(word)),
    ...outcomeOf(action, page, line),
    mayBePublic: message.visibleTo === null || action === 'share',
  };
}

function canSee({ visibleTo, channel }: Seen, person: Person): boolean {
  return channel.isIm ? isDirect(channel, person) : visibleTo === null || visibleTo === person.id;
}

const marksOfWord = ({ text }: Word): Pick<Step, 'marks'> => ({
  marks: { job: text, lts: { bodyIncludes: text }, answer: text },
});

const marksOfLine = ({ lineNum, content }: Line): Pick<Step, 'marks'> => ({
  marks: { job: lineNum, lts: { bodyIncludes: lineNum }, answer: content },
});

type Outcome = Pick<Step, 'isAnswer' | 'isProgress' | 'flawOf'>;

/** Within a wave a word is used once, so that its name says which step a page, a share or a file is of. */
function outcomeOf(action: Action, { word, message }: Page, line: Line | undefined): Outcome {
  switch (action) {
    case 'older':
    case 'newer':
      return showsLines(word, turned(word, message, action));
    case 'share':
      return showsLines(word, message.lines);
    case 'export':
      return exported(word);
    case 'around':
      return showsAround(word, line);
  }
}

/** The lines of the next page. Where there are none the page stays as it is. */
function turned({ lines, limit }: Word, { lines: shown }: Seen, way: 'older' | 'newer'): readonly string[] {
  const all = lines.map(({ content }) => content);
  const start = all.indexOf(shown[0] ?? '');
  const end = start + shown.length;
  const next = way === 'older' ? all.slice(end, end + limit) : all.slice(Math.max(0, start - limit), start);
  return next.length > 0 ? next : shown;
}

/** A page that holds these lines and no others. */
export function showsLines(word: Word, wanted: readonly string[]): Outcome {
  return {
    isAnswer: ({ message }) => message.text.includes(word.text),
    flawOf: ({ lines }) =>
      JSON.stringify(lines) === JSON.stringify(wanted)
        ? undefined
        : `the lines should be ${JSON.stringify(wanted)}`,
  };
}

/** A line with its neighbours, whatever words they hold. */
function showsAround({ stream }: Word, line: Line | undefined): Outcome {
  const { moment = '', content = '' } = line ?? {};
  return {
    isAnswer: ({ message }) => message.lines.length > 0 && message.text.includes(moment),
    flawOf: ({ lines }) => {
      const start = stream.lines.indexOf(lines[0] ?? '');
      const run = stream.lines.slice(start, start + lines.length);
      const isRun = JSON.stringify(lines) === JSON.stringify(run);
      return isRun && lines.includes(content) ? undefined : `the lines do not stand around ${content}`;
    },
  };
}

/** A file, or the news that there will be none. The message that says how far it is only goes with it. */
function exported(word: Word): Outcome {
  const isFailure = ({ text }: Seen) =>
    text.includes(word.text) && holds(text, ({ exports }) => exports.failed);
  return {
    isAnswer: ({ message }: Change) => message.file?.includes(word.text) === true || isFailure(message),
    isProgress: ({ message }: Change) => message.text.includes(word.text) && !isFailure(message),
    flawOf: ({ file }) => {
      const contents = file?.match(/w[\da-f]{8} crate \d+ has been moved/g) ?? [];
      const wanted = word.lines.map(({ content }) => content);
      if (file === undefined || JSON.stringify(contents) === JSON.stringify(wanted)) return undefined;
      return `the file should hold ${JSON.stringify(wanted)}`;
    },
  };
}
