import type { Directory } from './directory.ts';

const REFERENCE = /(?<![\w<|])(?:(https?:\/\/[^\s<>|"“”]+)|([@#])([\w.-]*\w))/g;

/**
 * What Slack makes of a typed command whose app wants it escaped: `@name`, `#channel` and links get angle brackets, and
 * the first two their ids. Names of private channels stay as they were typed.
 * https://docs.slack.dev/interactivity/implementing-slash-commands#creating_commands
 */
export function escapeCommand(text: string, { people, channels }: Directory): string {
  return text.replace(REFERENCE, (typed: string, link?: string, sign = '', name = '') => {
    if (link !== undefined) return `<${link.replaceAll('&', '&amp;')}>`;
    const found =
      sign === '@'
        ? people.find((person) => person.name === name)
        : channels.find((channel) => channel.name === name && !channel.isPrivate);
    return found ? `<${sign}${found.id}|${name}>` : typed;
  });
}
