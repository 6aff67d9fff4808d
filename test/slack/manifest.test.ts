import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { isMethodName, METHOD_RULES } from '../../lib/local/slack/method-rules.ts';
import { APP, createManifest } from '../../lib/slack/manifest.ts';

const FIXTURES = 'test/fixtures/slack-manifest';
const SCHEMAS = 'https://raw.githubusercontent.com/slackapi/manifest-schema/v0.5.0/schemas';
const readSchema = (name: string) => JSON.parse(readFileSync(`${FIXTURES}/${name}`, 'utf8'));

/** As an editor validates it, by the one schema that Slack publishes for all versions. */
function schemaProblems(manifest: unknown) {
  const ajv = new Ajv({ strict: false, allErrors: true, formats: { uri: true } });
  for (const name of ['manifest.schema.1.0.0.json', 'manifest.schema.2.0.0.json'])
    ajv.addSchema(readSchema(name), `${SCHEMAS}/${name}`);
  const validate = ajv.compile(readSchema('manifest.schema.json'));
  return validate(manifest) ? [] : (validate.errors ?? []).map(({ instancePath }) => instancePath);
}

const manifest = createManifest({ command: '/lts', url: 'https://bot.example/slack/events' });

it('is valid by the schema that Slack publishes', () => {
  expect(schemaProblems(manifest)).toEqual([]);
  const shortcut = { name: 'x'.repeat(25), type: 'global', callback_id: 'x', description: 'x' };
  const wrong = { ...manifest, features: { ...manifest.features, shortcuts: [shortcut] } };
  expect(schemaProblems(wrong)).toContain('/features/shortcuts/0/name');
});

it('sends all that happens to one address', () => {
  const { features, settings } = manifest;
  const urls = [
    ...features.slash_commands.map(({ url }) => url),
    settings.event_subscriptions.request_url,
    settings.interactivity.request_url,
  ];
  expect(urls).toEqual(Array(3).fill('https://bot.example/slack/events'));
  expect(JSON.stringify(manifest).match(/https:/g)).toHaveLength(3);
});

it('gives people Home, a place to write to the bot, the command and both shortcuts', () => {
  expect(manifest.features).toMatchObject({
    app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
    bot_user: { display_name: 'lts' },
    slash_commands: [{ command: '/lts', should_escape: true }],
    shortcuts: [
      { type: 'global', callback_id: 'search_logs' },
      { type: 'message', callback_id: 'look_up_logs' },
    ],
  });
  expect(manifest.settings).toMatchObject({ socket_mode_enabled: false, token_rotation_enabled: false });
});

/** What Slack's pages on these events ask for. */
const SCOPE_OF_EVENT: Readonly<Record<string, string>> = {
  app_mention: 'app_mentions:read',
  'message.im': 'im:history',
};

it('asks for the scopes of what the code calls and hears, and for no other', () => {
  const sources = readdirSync('lib/slack').map((name) => readFileSync(`lib/slack/${name}`, 'utf8'));
  const called = sources.flatMap((source) => [
    ...Array.from(source.matchAll(/\bslack\.((?:[a-z]+\.)+\w+)\(/g), ([, name = '']) => name),
    ...Array.from(source.matchAll(/'([a-z]+\.[a-z]+[A-Z.]?\w*)'/g), ([, name = '']) => name).filter(
      isMethodName,
    ),
  ]);
  expect(called).toEqual(expect.arrayContaining(['chat.postEphemeral', 'users.info', 'views.open']));
  expect(called.filter((name) => !isMethodName(name))).toEqual([]);
  const needed = [
    'commands',
    ...Object.keys(APP.botEvents).flatMap((event) => SCOPE_OF_EVENT[event] ?? []),
    ...called.filter(isMethodName).flatMap((name) => METHOD_RULES[name].scopes),
  ];
  expect(new Set(manifest.oauth_config.scopes.bot)).toEqual(new Set(needed));
});

it('has its scopes in README, each with its reason', () => {
  const [, table = ''] =
    /\| Scope \| Why \|\n\|---\|---\|\n((?:\|.*\n)*)/.exec(readFileSync('README.md', 'utf8')) ?? [];
  const rows = Object.entries(APP.scopes).map(([scope, reason]) => `| \`${scope}\` | ${reason} |\n`);
  expect(table).toBe(rows.join(''));
});

it('gives a reason for each scope and each event', () => {
  for (const reason of Object.values({ ...APP.scopes, ...APP.botEvents })) expect(reason).toMatch(/^to |^a /);
});
