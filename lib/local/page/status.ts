import { type Answer, RequestRefused, WorkspaceAway, waitUntilIdle } from './api.ts';
import { refusedBySlack } from './last.ts';
import type { Words } from './words-en.ts';

/** How long the page looks busy at most for one command or click. Its answer is shown whenever it comes. */
export const busyForMs = 10_000;

export interface Status {
  clear(): void;
  /**
   * Sends something to the bot and tells how it goes in plain words. Resolves when the bot is done; undefined when
   * nothing was sent at all.
   */
  follow(send: () => Promise<Answer>, words: Words, refresh: () => void): Promise<Answer | undefined>;
}

/** The two lines under a message box: what goes on, and what went wrong. */
export function createStatus(info: HTMLElement, alert: HTMLElement): Status {
  let latest = 0;

  const show = (infoText: string, errorText: string): void => {
    info.textContent = infoText;
    alert.textContent = errorText;
  };

  return {
    clear(): void {
      // What is still on its way belongs to the place that was left.
      latest += 1;
      show('', '');
    },

    async follow(send, words, refresh): Promise<Answer | undefined> {
      latest += 1;
      const mine = latest;
      const tell = (infoText: string, errorText: string): void => {
        if (mine === latest) show(infoText, errorText);
      };
      show(words.sending, '');
      try {
        const answer = await send();
        refresh();
        const problem = problemIn(answer, words);
        tell(problem ? '' : words.working(answer.ms), problem ?? '');
        await waitUntilIdle(busyForMs);
        refresh();
        tell('', problem ?? (await slackProblem(words)));
        return answer.refused === undefined ? answer : undefined;
      } catch (error) {
        tell('', inWords(error, words));
        return undefined;
      }
    },
  };
}

/** What the bot sent and Slack would not show, which else nobody would see. */
async function slackProblem(words: Words): Promise<string> {
  const refused = await refusedBySlack();
  return refused === undefined ? '' : words.slackRefused(refused);
}

/** Why an answer is none, in the person's language. */
export function problemIn({ status, refused, body }: Answer, words: Words): string | undefined {
  if (refused !== undefined) return words.refused(refused);
  if (status === 0) return words.noAnswer(body ?? '');
  return status >= 400 ? words.failed(status) : undefined;
}

/** A failure of the workspace, or of this page, in the person's language. Its own faults also go to the console. */
export function inWords(error: unknown, words: Words): string {
  if (error instanceof WorkspaceAway) return words.away;
  if (error instanceof RequestRefused) return words.workspaceError(error.status, error.message);
  reportError(error);
  return words.broken(String(error));
}
