import type { Directory } from './directory.ts';
import { escapeText } from './typed-text.ts';

const REFERENCE = /(?<!\w)(?:(https?:\/\/[^\s<>|"“”]+)|([@#])([\w.-]*\w))|[&<>]/g;

/**
 * What Slack makes of a typed command whose app wants it escaped: `@name`, `#channel` and links get angle brackets, and
 * the first two their ids. Names of private channels stay as they were typed. The three characters that are Slack's own
 * are escaped in it as in all text, or a typed `<` would be the beginning of such a reference.
 * https://docs.slack.dev/interactivity/implementing-slash-commands#creating_commands
 * https://docs.slack.dev/messaging/formatting-message-text#escaping
 */
export function escapeCommand(
  text: string,
  { people, channels }: Pick<Directory, 'people' | 'channels'>,
): string {
  return text.replace(REFERENCE, (typed: string, link?: string, sign?: string, name?: string) => {
    if (link !== undefined) return `<${escapeText(link)}>`;
    if (sign === undefined) return escapeText(typed);
    const found =
      sign === '@'
        ? people.find((person) => person.name === name)
        : channels.find((channel) => channel.name === name && !channel.isPrivate);
    return found ? `<${sign}${found.id}|${name}>` : typed;
  });
}
