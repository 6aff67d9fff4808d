import type { Context } from './context.ts';
import type { Channel, Person } from './directory.ts';
import { sendMessageEvent } from './events.ts';
import { type JsonObject, stringField } from './json.ts';
import { runCommand } from './slash-command.ts';
import { toSlackText } from './typed-text.ts';

/** What became of it: the bot's HTTP answer, or why nothing was sent. */
type Typed =
  | { readonly status: number; readonly body: string; readonly ms: number; readonly messageTs?: string }
  | { readonly status: 0; readonly refused: string };

/** A person types a line and presses Enter. */
export async function typeLine(context: Context, fields: JsonObject): Promise<Typed> {
  const text = stringField(fields, 'text');
  const person = context.directory.person(stringField(fields, 'user') ?? '');
  const channel = context.directory.channel(stringField(fields, 'channel') ?? '');
  const threadTs = stringField(fields, 'threadTs');
  if (text === undefined) return refused('There is no text.');
  if (person === undefined) return refused('There is no such person.');
  if (channel === undefined || !channel.members.includes(person.id)) {
    return refused('That person is in no such channel.');
  }
  if (text.startsWith('/')) return typeCommand(context, person, channel, text, threadTs);
  return typeMessage(context, person, channel, text, threadTs);
}

function refused(why: string): Typed {
  return { status: 0, refused: why };
}

/** Slack takes no command of an app in a thread, and none that it does not know. */
async function typeCommand(
  context: Context,
  person: Person,
  channel: Channel,
  line: string,
  threadTs: string | undefined,
): Promise<Typed> {
  const [name = ''] = line.split(/\s/, 1);
  if (name !== context.command) return refused(`${name} is not a valid command.`);
  if (threadTs !== undefined) return refused(`${name} is not supported in threads.`);
  return runCommand(context, person, channel, line.slice(name.length).trim());
}

async function typeMessage(
  context: Context,
  person: Person,
  channel: Channel,
  line: string,
  threadTs: string | undefined,
): Promise<Typed> {
  const { directory, messages } = context;
  const parent = threadTs === undefined ? undefined : messages.find(channel.id, threadTs);
  if (threadTs !== undefined && !(parent?.threadTs === null && parent.visibleTo === null)) {
    return refused('There is no such thread.');
  }
  const mention = `<@${directory.bot.userId}>`;
  const content = toSlackText(line, `@${context.command.slice(1)}`, directory.bot.userId);
  const message = messages.post({ ...content, channel: channel.id, from: person.id, threadTs });
  const isHeard = channel.isIm || (channel.botIsMember && message.text.includes(mention));
  if (!isHeard) return { status: 200, body: '', ms: 0, messageTs: message.ts };
  const answer = await sendMessageEvent(context, person, channel, message);
  return { ...answer, messageTs: message.ts };
}
