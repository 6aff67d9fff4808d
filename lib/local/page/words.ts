import { english, type Words } from './words-en.ts';
import { chinese } from './words-zh.ts';

/** The words for a person's locale, e.g. `zh-CN`; English for every language that has no catalogue. */
export function wordsFor(locale: string): Words {
  return locale.toLowerCase().startsWith('zh') ? chinese : english;
}
