import type { Channel, Message } from './schemas.ts';

/** A button, or one option of a select. */
interface Control {
  readonly actionId: string;
  readonly value: string;
}

/** A message where it stands, as a reader takes it in. */
export interface Seen extends Omit<Message, 'blocks' | 'files'> {
  readonly channel: Channel;
  /** The log lines in it, without the time in front of each. */
  readonly lines: readonly string[];
  readonly controls: readonly Control[];
  /** All of its blocks, for words that are looked for anywhere in them. */
  readonly content: string;
  /** What is in the file that it shows. */
  readonly file: string | undefined;
}

export interface Change {
  readonly how: 'posted' | 'changed';
  readonly message: Seen;
}

/** The bot puts 23 characters of time and two spaces in front of a line. */
const TIME_LENGTH = 25;

export function seenMessage(
  { blocks, files, ...message }: Message,
  channel: Channel,
  contents: ReadonlyMap<string, string>,
): Seen {
  const parts = [...walk(blocks)];
  return {
    ...message,
    channel,
    lines: parts
      .filter(({ type }) => type === 'rich_text_preformatted')
      .flatMap((part) => [...walk(part.elements)])
      .flatMap(({ text }) => (typeof text === 'string' ? text.split('\n') : []))
      .map((line) => line.slice(TIME_LENGTH)),
    controls: parts.flatMap(controlsOf),
    content: JSON.stringify(blocks),
    file: contents.get(files[0]?.id ?? ''),
  };
}

type Part = Readonly<Record<string, unknown>>;

/** Every object in it, outer ones first. */
function* walk(value: unknown): Generator<Part> {
  if (Array.isArray(value)) for (const item of value) yield* walk(item);
  else if (isPart(value)) {
    yield value;
    yield* walk(Object.values(value));
  }
}

function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null;
}

function controlsOf({ action_id: actionId, value, options }: Part): Control[] {
  if (typeof actionId !== 'string') return [];
  if (typeof value === 'string') return [{ actionId, value }];
  const values = [...walk(options)].flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
  return values.map((value) => ({ actionId, value }));
}

/** The same from look to look. */
function keyOf({ channel, ts }: Pick<Seen, 'channel' | 'ts'>): string {
  return `${channel.id} ${ts}`;
}

/** What became of the messages between two looks. What was deleted is nowhere to be read. */
export function compare(before: readonly Seen[], after: readonly Seen[]): Change[] {
  const known = new Map(before.map((message) => [keyOf(message), message]));
  return after.flatMap((message): Change[] => {
    if (message.deleted || !message.shown) return [];
    const old = known.get(keyOf(message));
    if (!old) return [{ how: 'posted', message }];
    const isSame = old.text === message.text && old.content === message.content;
    return isSame ? [] : [{ how: 'changed', message }];
  });
}
