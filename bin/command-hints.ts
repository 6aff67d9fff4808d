import type { Hint } from '../lib/local/slack/app-definition.ts';
import { wordsFor } from '../lib/views/words.ts';

/** What the bot's own help says can be typed, by language: the local workspace's message box hints at it. */
export function commandHints(): Readonly<Record<string, readonly Hint[]>> {
  return { en: hintsIn('en-US'), zh: hintsIn('zh-CN') };
}

function hintsIn(locale: string): Hint[] {
  const { help } = wordsFor(locale);
  const pages = [help.overview(false), ...Object.values(help.topics)];
  const lines = pages.flatMap(({ sections }) => sections.flatMap((section) => section.lines));
  // A line may stand in the overview and under its topic: what is said first is shorter.
  const known = new Map(lines.toReversed());
  return [...new Set(lines.map(([line]) => line))].map((line) => ({ line, about: known.get(line) ?? '' }));
}
