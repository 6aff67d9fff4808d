import { describe, expect, it } from 'vitest';
import type { Command } from '../../lib/commands/command.ts';
import { parseCommand } from '../../lib/commands/grammar.ts';
import { DUMP_PERIODS } from '../../lib/lts/dump-periods.ts';
import { MOMENT, mistakeIn } from './mistake-in.ts';

function parse(text: string): Command {
  return parseCommand(text, MOMENT);
}

describe('every command', () => {
  const name64 = '名'.repeat(64);
  const cases: readonly (readonly [text: string, command: Command])[] = [
    ['', { kind: 'help' }],
    [' "" ', { kind: 'help' }],
    ['help', { kind: 'help' }],
    ['HELP Times', { kind: 'help', topic: 'times' }],
    ['groups', { kind: 'groups', withIds: false }],
    ['ｇｒｏｕｐｓ IDS', { kind: 'groups', withIds: true }],
    ['streams checkout', { kind: 'streams', group: 'checkout', withIds: false }],
    ['streams ids "check out"', { kind: 'streams', group: 'check out', withIds: true }],
    ['streams "ids"', { kind: 'streams', group: 'ids', withIds: false }],
    ['group create checkout', { kind: 'create_group', name: 'checkout', retentionDays: 7 }],
    ['Group Create TTL：３６５ checkout', { kind: 'create_group', name: 'checkout', retentionDays: 365 }],
    [`group create ${name64} ttl:1`, { kind: 'create_group', name: name64, retentionDays: 1 }],
    ['group create', { kind: 'open_form', form: 'create_group' }],
    ['Stream CREATE', { kind: 'open_form', form: 'create_stream' }],
    ['transfer', { kind: 'open_form', form: 'transfer' }],
    ['group delete checkout', { kind: 'delete_group', group: 'checkout' }],
    ['stream create checkout/api', { kind: 'create_stream', group: 'checkout', name: 'api' }],
    [
      'stream create project:"my project" checkout／api ttl:30',
      {
        kind: 'create_stream',
        group: 'checkout',
        name: 'api',
        retentionDays: 30,
        enterpriseProject: 'my project',
      },
    ],
    ['stream delete checkout/api', { kind: 'delete_stream', group: 'checkout', stream: 'api' }],
    [
      'transfer checkout/api bucket:lts-test every:5min',
      {
        kind: 'transfer',
        group: 'checkout',
        streams: ['api'],
        bucket: 'lts-test',
        every: '5min',
        format: 'RAW',
        isOn: true,
      },
    ],
    [
      'transfer off dir:logs/2026 every:12HOUR checkout/api, "web v2"，jobs prefix:app- format:json bucket:abc',
      {
        kind: 'transfer',
        group: 'checkout',
        streams: ['api', 'web v2', 'jobs'],
        bucket: 'abc',
        every: '12hour',
        format: 'JSON',
        isOn: false,
        prefix: 'app-',
        directory: 'logs/2026',
      },
    ],
    ['use', { kind: 'use' }],
    ['use None', { kind: 'use', target: 'none' }],
    ['use checkout/api', { kind: 'use', target: { group: 'checkout', stream: 'api' } }],
    ['use "check out"/"api v2"', { kind: 'use', target: { group: 'check out', stream: 'api v2' } }],
    ['use checkout/api/v2', { kind: 'use', target: { group: 'checkout', stream: 'api/v2' } }],
    ['source', { kind: 'source' }],
    ['source Production', { kind: 'source', name: 'production' }],
    ['answers', { kind: 'answers' }],
    ['answers PUBLIC', { kind: 'answers', visibility: 'public' }],
    ['answers private', { kind: 'answers', visibility: 'private' }],
    ['audit', { kind: 'audit', since: MOMENT.receivedAt - 86_400_000 }],
    ['audit since:2h who:ME', { kind: 'audit', since: MOMENT.receivedAt - 7_200_000, who: 'me' }],
    [
      'audit who:U012abcdef since:30d',
      { kind: 'audit', since: MOMENT.receivedAt - 30 * 86_400_000, who: 'U012ABCDEF' },
    ],
    [
      'audit who:<@W012ABCDEF|rita.r>',
      { kind: 'audit', since: MOMENT.receivedAt - 86_400_000, who: 'W012ABCDEF' },
    ],
    ['audit who:<@U012ABCDEF>', { kind: 'audit', since: MOMENT.receivedAt - 86_400_000, who: 'U012ABCDEF' }],
  ];

  it.each(cases)('is read from "%s"', (text, command) => {
    expect(parse(text)).toEqual(command);
  });

  it.each(Object.keys(DUMP_PERIODS))('takes the period %s', (every) => {
    expect(parse(`transfer g/s bucket:abc every:${every}`)).toMatchObject({ every });
  });
});

describe('every mistake', () => {
  const long = 'x'.repeat(65);

  it.each([
    ['lgos checkout/api', 'lgos', { kind: 'unknown_command', given: 'lgos', nearest: 'logs' }],
    ['xyzzy', 'xyzzy', { kind: 'unknown_command', given: 'xyzzy' }],
    ['__proto__', '__proto__', { kind: 'unknown_command', given: '__proto__' }],
    ['help tmies', 'tmies', { kind: 'unknown_topic', given: 'tmies', nearest: 'times' }],
    ['help logs now', 'now', { kind: 'nothing_expected', given: 'now' }],
    ['groups now', 'now', { kind: 'nothing_expected', given: 'now' }],
    ['groups ids ids', 'ids', { kind: 'given_twice', given: 'ids' }],
    ['streams checkout limit:5', 'limit:5', { kind: 'nothing_expected', given: 'limit:5' }],
    ['group craete x', 'craete', { kind: 'action_expected', verb: 'group', nearest: 'create' }],
    ['stream checkout', 'checkout', { kind: 'action_expected', verb: 'stream', given: 'checkout' }],
    ['group create a b', 'b', { kind: 'nothing_expected' }],
    ['group create a/b', 'a/b', { kind: 'bad_name', given: 'a/b' }],
    [`group create ${long}`, long, { kind: 'bad_name' }],
    ['group create "a\nb"', '"a\nb"', { kind: 'bad_name', given: 'a\nb' }],
    ['group create a ttl:0', '0', { kind: 'bad_retention', given: '0' }],
    ['group create a ttl:366', '366', { kind: 'bad_retention' }],
    ['group create a ttl:7d', '7d', { kind: 'bad_retention' }],
    ['group create a tll:7', 'tll:7', { kind: 'unknown_option', known: ['ttl'], nearest: 'ttl' }],
    ['group delete a b', 'b', { kind: 'nothing_expected' }],
    ['stream create api', 'api', { kind: 'stream_expected', given: 'api' }],
    [`stream create checkout/${long}`, long, { kind: 'bad_name', given: long }],
    [`stream create g/s project:${long}`, long, { kind: 'bad_name', given: long }],
    ['stream create g/s t', 't', { kind: 'nothing_expected' }],
    ['stream delete api', 'api', { kind: 'stream_expected', given: 'api' }],
    ['transfer g/s,s bucket:abc every:5min', 's', { kind: 'given_twice', given: 's' }],
    ['transfer g/s bucket:ab every:5min', 'ab', { kind: 'bad_bucket', given: 'ab' }],
    [`transfer g/s bucket:${'b'.repeat(64)} every:5min`, 'b'.repeat(64), { kind: 'bad_bucket' }],
    ['transfer g/s bucket:abc every:10min', '10min', { kind: 'bad_period', given: '10min' }],
    ['transfer g/s bucket:abc every:5min format:xml', 'xml', { kind: 'bad_format', given: 'xml' }],
    [`transfer g/s bucket:abc every:5min prefix:${long}`, long, { kind: 'bad_prefix' }],
    [`transfer g/s bucket:abc every:5min dir:${long}`, long, { kind: 'bad_prefix' }],
    ['transfer g/s buckets:abc every:5min', 'buckets:abc', { kind: 'unknown_option', nearest: 'bucket' }],
    ['use checkout', 'checkout', { kind: 'stream_expected', given: 'checkout' }],
    ['use "none"', '"none"', { kind: 'stream_expected', given: 'none' }],
    ['use none now', 'now', { kind: 'nothing_expected' }],
    ['source a b', 'b', { kind: 'nothing_expected' }],
    ['answers loud', 'loud', { kind: 'bad_visibility', given: 'loud' }],
    ['answers public now', 'now', { kind: 'nothing_expected' }],
    ['audit who:@rita', '@rita', { kind: 'bad_member', given: '@rita' }],
    ['audit who:<#C012ABCDEF|ops>', '#ops', { kind: 'bad_member', given: '#ops' }],
    ['audit who:C012ABCDEF', 'C012ABCDEF', { kind: 'bad_member' }],
    ['audit since:31d', '31d', { kind: 'window_too_long' }],
    ['audit since:now', 'now', { kind: 'window_reversed' }],
    ['audit since:soon', 'soon', { kind: 'bad_time' }],
    ['audit rita', 'rita', { kind: 'nothing_expected' }],
    ['audit to:1h', 'to:1h', { kind: 'unknown_option', known: ['since', 'who'] }],
    ['logs g/s "error', '"error', { kind: 'open_quote', given: 'error' }],
  ])('is marked where it stands: %s', (text, marked, mistake) => {
    expect(mistakeIn(text)).toMatchObject({ ...mistake, marked });
  });

  it('is marked at the second of two', () => {
    expect(mistakeIn('transfer g/s,s bucket:abc every:5min').start).toBe('transfer g/s,'.length);
  });

  it.each([
    ['streams ', { kind: 'group_expected' }],
    ['streams ids', { kind: 'group_expected' }],
    ['group', { kind: 'action_expected', verb: 'group', given: '', known: ['create', 'delete'] }],
    ['stream', { kind: 'action_expected', verb: 'stream' }],
    ['group create ttl:7', { kind: 'name_expected', what: 'group' }],
    ['group delete', { kind: 'group_expected' }],
    ['stream create ttl:7', { kind: 'name_expected', what: 'stream' }],
    ['stream delete', { kind: 'stream_expected', given: '' }],
    ['transfer bucket:abc', { kind: 'stream_expected', given: '' }],
    ['transfer g/s every:5min', { kind: 'option_expected', option: 'bucket' }],
    ['transfer bucket:abc g/s', { kind: 'option_expected', option: 'every' }],
    ['transfer bucket:abc g/s,', { kind: 'stream_expected', given: '' }],
    ['audit who:', { kind: 'value_expected', option: 'who' }],
    ['group create a ttl:', { kind: 'value_expected', option: 'ttl' }],
  ])('is an empty place at the end where something is missing: %s', (text, mistake) => {
    expect(mistakeIn(text)).toMatchObject({ ...mistake, marked: '', start: text.length });
  });

  it('is an empty place within the text where only there something is missing', () => {
    const text = 'transfer bucket: g/s';
    expect(mistakeIn(text)).toMatchObject({
      kind: 'value_expected',
      option: 'bucket',
      marked: '',
      start: 16,
    });
    expect(mistakeIn('transfer g/a,,b')).toMatchObject({ kind: 'stream_expected', marked: '', start: 13 });
  });

  it('has its place in the text as it was typed, not as Slack escapes it', () => {
    const text = 'groups &lt;&amp;&gt; <https://a.example|a.example>';
    expect(mistakeIn(text)).toMatchObject({ kind: 'nothing_expected', given: '<&>', marked: '<&>' });
  });
});
