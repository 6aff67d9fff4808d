import type { Json } from '../json.ts';

/**
 * How many characters Slack counts: those of every `text` string, escaped, so that `&` is 5 and `<` and `>` are 4.
 * mrkdwn comes escaped and is not escaped twice. Values, ids and URLs are not counted.
 */
export function countCharacters(value: Json): number {
  if (value === null || typeof value !== 'object') return 0;
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + countCharacters(each), 0);
  let sum = 0;
  for (const [name, each] of Object.entries(value)) {
    if (name === 'text' && typeof each === 'string') sum += escapeText(each, value.type === 'mrkdwn').length;
    else sum += countCharacters(each);
  }
  return sum;
}

function escapeText(text: string, hasEntities: boolean): string {
  const ampersand = hasEntities ? /&(?!(?:amp|lt|gt);)/g : /&/g;
  return text.replace(ampersand, '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
