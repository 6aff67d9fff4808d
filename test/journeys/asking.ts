import { type Journey, type Language, openJourney } from './journey.ts';
import type { Placed } from './look.ts';
import type { Answer } from './workspace.ts';

/** Where messages can be written: a journey on which people ask the bot by its name, or in their direct message. */
export async function openAsking(language: Language = 'en', policy?: string) {
  const journey = await openJourney(language, policy);
  return { ...journey, writer: (role: string, channel = 'ops') => writerIn(journey, role, channel) };
}

interface Said {
  /** How the bot's function answered Slack; a status of 0 when Slack sent it nothing. */
  readonly answer: Answer;
  readonly question: Placed;
  /** All that it brought. */
  readonly posted: readonly Placed[];
}

function writerIn({ step, person, slack, url, post, idle }: Journey, role: string, channelName: string) {
  const { user, press } = person(role, channelName);
  const channel = slack.channels.find(({ name }) => name === channelName)?.id;
  const name = slack.users.find(({ id }) => id === user)?.name;

  async function say(text: string, threadTs?: string): Promise<Said> {
    let answer: Answer = { status: 0, body: '', ms: 0 };
    const where = threadTs === undefined ? channelName : `a thread of ${channelName}`;
    const changes = await step(`${name} in ${where} writes ${text}`, async () => {
      const line = { user, channel, text, ...(threadTs !== undefined && { threadTs }) };
      answer = await post<Answer>(`${url}/local/type`, line);
      await idle();
    });
    const [question, ...posted] = changes.map(({ message }) => message);
    if (question?.from !== user) throw new Error(`nothing was written: ${JSON.stringify(changes)}`);
    return { answer, question, posted };
  }

  return {
    user,
    press,
    say,
    /** Writes something, and gives the one message that it brings. */
    async ask(text: string, threadTs?: string): Promise<Placed> {
      const { posted } = await say(text, threadTs);
      const [message, ...more] = posted;
      if (!message || more.length > 0) throw new Error(`not one answer: ${JSON.stringify(posted)}`);
      return message;
    },
  };
}
