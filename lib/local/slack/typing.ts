import { readPerson, readPlace } from './acting.ts';
import { handleOf } from './app-definition.ts';
import type { Channel } from './channels.ts';
import type { Context } from './context.ts';
import { escapeCommand } from './escape-command.ts';
import { sendMessageEvent } from './events.ts';
import { Impossible } from './impossible.ts';
import { NOTHING_SENT, type Outcome } from './interaction.ts';
import { type JsonObject, stringField } from './json.ts';
import type { Person } from './people.ts';
import { runCommand } from './slash-command.ts';
import { toSlackText } from './typed-text.ts';

/** What became of it: the bot's HTTP answer, or why nothing was sent. */
type Typed = (Outcome & { readonly messageTs?: string }) | { readonly status: 0; readonly refused: string };

interface Line {
  readonly person: Person;
  readonly channel: Channel;
  readonly text: string;
  readonly threadTs: string | undefined;
}

/** A person types a line and presses Enter. */
export async function typeLine(context: Context, fields: JsonObject): Promise<Typed> {
  try {
    const line = readLine(context, fields);
    return await (line.text.startsWith('/') ? typeCommand(context, line) : typeMessage(context, line));
  } catch (error) {
    if (!(error instanceof Impossible)) throw error;
    return { status: 0, refused: error.message };
  }
}

function readLine(context: Context, fields: JsonObject): Line {
  const text = stringField(fields, 'text') ?? '';
  if (text.trim() === '') throw new Impossible(400, 'There is no text.');
  const person = readPerson(context, fields);
  const channel = readPlace(context, person, fields);
  return { person, channel, text, threadTs: stringField(fields, 'threadTs') };
}

/** Slack takes no command of an app in a thread, and none that it does not know. */
function typeCommand(context: Context, { person, channel, text, threadTs }: Line): Promise<Outcome> {
  const [name = ''] = text.split(/\s/, 1);
  if (name !== context.app.command) throw new Impossible(404, `${name} is not a valid command.`);
  if (threadTs !== undefined) throw new Impossible(400, `${name} is not supported in threads.`);
  const typed = text.slice(name.length).trim();
  const sent = context.app.shouldEscape ? escapeCommand(typed, context.directory) : typed;
  return runCommand(context, person, channel, sent);
}

async function typeMessage(context: Context, { person, channel, text, threadTs }: Line): Promise<Typed> {
  const { directory, messages } = context;
  const parent = threadTs === undefined ? undefined : messages.find(channel.id, threadTs);
  if (threadTs !== undefined && !(parent?.threadTs === null && parent.visibleTo === null)) {
    throw new Impossible(404, 'There is no such thread.');
  }
  const mention = `<@${directory.bot.userId}>`;
  const content = toSlackText(text, `@${handleOf(context.app)}`, directory.bot.userId);
  const message = messages.post({ ...content, channel: channel.id, from: person.id, threadTs });
  const isHeard = channel.isIm || (channel.botIsMember && message.text.includes(mention));
  const answer = isHeard ? await sendMessageEvent(context, person, channel, message) : NOTHING_SENT;
  return { ...answer, messageTs: message.ts };
}
