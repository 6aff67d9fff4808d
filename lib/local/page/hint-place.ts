import { withOwnNames } from './examples.ts';
import type { HintPlace } from './hints.ts';
import type { LocalInfo } from './local-info.ts';
import type { Place } from './state.ts';
import { wordsFor } from './words.ts';

/** In a thread Slack takes no commands, but a mention; alone with the bot neither is needed. */
export function hintPlace(info: LocalInfo, { person, channel }: Place, isThread: boolean): HintPlace {
  const { command, app } = info.slack;
  const mention = `@${command.slice(1)}`;
  const language = new Intl.Locale(person.locale).language;
  const before = isThread ? [mention] : [command, mention];
  const hints = app.hints[language] ?? app.hints.en ?? [];
  return {
    hints: hints.map((hint) => ({ ...hint, line: withOwnNames(hint.line, info) })),
    before: channel.isIm ? [...before, ''] : before,
    words: wordsFor(person.locale),
  };
}
