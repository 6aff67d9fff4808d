import { expect, test } from 'vitest';
import { readManifest } from '../../../lib/local/slack/read-manifest.ts';

const SHORTCUT = { name: 'Search', type: 'global', callback_id: 'search', description: 'words' };

function manifest(features: object, scopes: unknown = ['commands', 'chat:write']): string {
  return JSON.stringify({ features, oauth_config: { scopes: { bot: scopes } } });
}

test('the first slash command, the bot scopes and the shortcuts are what counts', () => {
  const slash_commands = [{ command: '/hello' }, { command: '/other' }];
  expect(readManifest(manifest({ slash_commands, shortcuts: [SHORTCUT] }), 'm.json')).toEqual({
    command: '/hello',
    scopes: ['commands', 'chat:write'],
    shortcuts: [{ callbackId: 'search', type: 'global', name: 'Search' }],
    shouldEscape: false,
    hints: { en: [] },
  });
});

test('what the app hints at in Slack is a hint', () => {
  const slash_commands = [{ command: '/hello', usage_hint: '[name]', description: 'Says hello' }];
  expect(readManifest(manifest({ slash_commands }), 'm.json').hints).toEqual({
    en: [{ line: '[name]', about: 'Says hello' }],
  });
});

test('whether what is typed is escaped is said of the first command', () => {
  const slash_commands = [{ command: '/hello', should_escape: true }, { command: '/other' }];
  expect(readManifest(manifest({ slash_commands }), 'm.json')).toMatchObject({ shouldEscape: true });
});

const COMMANDS = { slash_commands: [{ command: '/hello' }] };

test.each([
  ['m.json is not an app manifest in JSON', 'display_information:\n  name: a'],
  ['m.json has no command under features.slash_commands', manifest({})],
  [
    'm.json has no command under features.slash_commands',
    manifest({ slash_commands: [{ command: 'hello' }] }),
  ],
  ['m.json has no list of scopes under oauth_config.scopes.bot', JSON.stringify({ features: COMMANDS })],
  [
    'm.json has a shortcut without name, callback_id, or a type of global or message',
    manifest({ ...COMMANDS, shortcuts: [{ ...SHORTCUT, type: 'channel' }] }),
  ],
])('%s', (problem, text) => {
  expect(() => readManifest(text, 'm.json')).toThrow(problem);
});
