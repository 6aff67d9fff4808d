import type { HintPlace } from './hints.ts';
import type { LocalInfo } from './local-info.ts';
import type { Place } from './state.ts';
import { wordsFor } from './words.ts';

/** In a thread Slack takes no commands, but a mention; alone with the bot neither is needed. */
export function hintPlace({ slack }: LocalInfo, { person, channel }: Place, isThread: boolean): HintPlace {
  const { command, app } = slack;
  const mention = `@${command.slice(1)}`;
  const language = new Intl.Locale(person.locale).language;
  const before = isThread ? [mention] : [command, mention];
  return {
    hints: app.hints[language] ?? app.hints.en ?? [],
    before: channel.isIm ? [...before, ''] : before,
    words: wordsFor(person.locale),
  };
}
