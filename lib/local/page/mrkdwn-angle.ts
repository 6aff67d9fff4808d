import { unescapeEntities } from './entities.ts';
import { broadcastMention, channelMention, date, groupMention, link, userMention } from './mentions.ts';
import type { View } from './view.ts';

/** What stands between `<` and `>` in mrkdwn; null when it means nothing there and is shown as it is. */
export function angle(text: string, view: View): Node | null {
  const bar = text.indexOf('|');
  const target = bar < 0 ? text : text.slice(0, bar);
  const label = bar < 0 ? undefined : unescapeEntities(text.slice(bar + 1));
  const sigil = target.charAt(0);
  if (sigil === '@') return userMention(target.slice(1), view);
  if (sigil === '#') return channelMention(target.slice(1), view);
  if (sigil === '!') return special(target.slice(1), label, view);
  const url = unescapeEntities(target);
  return link(url, label ?? url);
}

/** https://docs.slack.dev/messaging/formatting-message-text#special-mentions and #date-formatting */
function special(target: string, label: string | undefined, view: View): Node | null {
  const [kind, seconds, template, url] = target.split('^');
  if (kind === 'here' || kind === 'channel' || kind === 'everyone') return broadcastMention(kind);
  if (kind === 'subteam') return groupMention(seconds ?? '', view, label);
  if (kind !== 'date' || template === undefined) return null;
  const shown = date(Number(seconds), unescapeEntities(template), view);
  if (!shown) return label === undefined ? null : document.createTextNode(label);
  const linked = url === undefined ? null : link(unescapeEntities(url), '');
  linked?.append(shown);
  return linked ?? shown;
}
