import { el } from './dom.ts';
import { emoji } from './emoji.ts';
import { unescapeEntities } from './entities.ts';
import { angle } from './mrkdwn-angle.ts';
import type { View } from './view.ts';

/**
 * Slack's mrkdwn as far as bots use it: fences, quotes, *bold*, _italic_, ~strike~, `code`, :emoji:, <links> and
 * mentions. https://docs.slack.dev/messaging/formatting-message-text
 */
export function mrkdwn(text: string, view: View): DocumentFragment {
  const result = document.createDocumentFragment();
  for (const [at, part] of text.split(/```\n?([\s\S]+?)\n?```/).entries()) {
    // The odd parts are what the fences held.
    if (at % 2 === 1) result.append(el('pre', { class: 'fence' }, literal(part, view)));
    else result.append(...quotesAndLines(part, view));
  }
  return result;
}

function quotesAndLines(text: string, view: View): Node[] {
  const parts = text.split(/((?:^(?:&gt;|>)[^\n]*(?:\n|$))+)/m);
  return parts.flatMap((part, at): Node[] => {
    if (at % 2 === 0) return part === '' ? [] : [inline(part, view)];
    const quoted = part.replace(/\n$/, '').replaceAll(/^(?:&gt;|>) ?/gm, '');
    return [el('blockquote', {}, inline(quoted, view))];
  });
}

/** A mark counts only around a word: next to a letter or a digit it is an ordinary character, as in `a_b_c`. */
const around = (mark: string): string =>
  `(?<![\\p{L}\\p{N}${mark}])[${mark}](?=\\S)([^\\n]*?\\S)[${mark}](?![\\p{L}\\p{N}${mark}])`;
const marks = new RegExp(
  ['`([^`\\n]+)`', '<([^<>\\n]+)>', around('*'), around('_'), around('~'), ':([a-z0-9_+-]+):'].join('|'),
  'gu',
);

function inline(text: string, view: View): DocumentFragment {
  const result = document.createDocumentFragment();
  let done = 0;
  for (const match of text.matchAll(marks)) {
    result.append(unescapeEntities(text.slice(done, match.index)), marked(match, view));
    done = match.index + match[0].length;
  }
  result.append(unescapeEntities(text.slice(done)));
  return result;
}

function marked(match: RegExpExecArray, view: View): Node {
  const [whole, code, inAngles, bold, italic, strike, name] = match;
  if (code !== undefined) return el('code', {}, literal(code, view));
  if (inAngles !== undefined)
    return angle(inAngles, view) ?? document.createTextNode(unescapeEntities(whole));
  if (bold !== undefined) return el('strong', {}, inline(bold, view));
  if (italic !== undefined) return el('em', {}, inline(italic, view));
  if (strike !== undefined) return el('s', {}, inline(strike, view));
  return document.createTextNode(emoji(name ?? ''));
}

/** Code and fences keep their marks as they are, but what stands in angles is live in them too. */
function literal(text: string, view: View): DocumentFragment {
  const result = document.createDocumentFragment();
  for (const [at, part] of text.split(/<([^<>\n]+)>/).entries()) {
    if (at % 2 === 0) result.append(unescapeEntities(part));
    else result.append(angle(part, view) ?? unescapeEntities(`<${part}>`));
  }
  return result;
}
