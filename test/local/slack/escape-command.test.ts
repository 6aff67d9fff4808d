import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainText } from '../../../lib/commands/words.ts';
import { createDirectory } from '../../../lib/local/slack/directory.ts';
import { escapeCommand } from '../../../lib/local/slack/escape-command.ts';

it('of what Slack makes of a command, the bot reads exactly what was typed', () => {
  const directory = createDirectory('en');
  const piece = fc.constantFrom(
    ...['@rita', '@nobody', '#ops', '#security-review', 'https://a.example/?b=c&d=<e>', 'http://'],
    ...['<', '>', '&', '|', '&lt;', '&amp;amp;', '<@U0READER001|rita>', '<!here>', '<#C0OPS000001>'],
    ...['"', ' ', 'a', 'mailto:', ':', '/'],
  );
  const typed = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(typed, (text) => {
      expect(plainText(escapeCommand(text, directory))).toBe(text);
    }),
    { numRuns: 2_000 },
  );
});
