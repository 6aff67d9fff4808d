import { describe, expect, it } from 'vitest';
import { messageText } from '../../lib/alerts/message-text.ts';

const section = (...elements: readonly object[]) => ({ type: 'rich_text_section', elements });
const raw = (text: string) => ({ type: 'raw_text', text });

describe('the text of a message', () => {
  it.each([
    ['its text', { text: 'a &lt; b &amp;&amp; c' }, 'a < b && c'],
    ['a link’s label', { text: 'see <https://x.example.com/a?b=1&amp;c=2|the board>' }, 'see the board'],
    [
      'where a link to a trace leads',
      { text: '<https://x.example.com/trace/4bf9?a=1&amp;b=2|the trace>, <https://x.example.com|the board>' },
      'the trace https://x.example.com/trace/4bf9?a=1&b=2, the board',
    ],
    ['a link without one', { text: '<https://x.example.com/>' }, 'https://x.example.com/'],
    ['a person', { text: '<@U1|rita> <!subteam^S1|@oncall> <!here>' }, '@rita @oncall @here'],
    ['a moment', { text: 'at <!date^1795611900^{date} {time}|Nov 25>' }, 'at 2026-11-25T13:05:00.000Z'],
    ['code in angle brackets', { text: '`List&lt;String&gt;`' }, '`List<String>`'],
    [
      'a section with fields',
      {
        blocks: [
          {
            type: 'section',
            text: { type: 'mrkdwn', text: '*Down*' },
            fields: [
              { type: 'mrkdwn', text: '*Host*\nweb-1' },
              { type: 'plain_text', text: 'now' },
            ],
            accessory: { type: 'button', text: { type: 'plain_text', text: 'Acknowledge' } },
          },
        ],
      },
      '*Down*\n*Host*\nweb-1\nnow',
    ],
    [
      'a header, a context and markdown',
      {
        blocks: [
          { type: 'header', text: { type: 'plain_text', text: 'Down' } },
          { type: 'divider' },
          {
            type: 'context',
            elements: [
              { type: 'image', image_url: 'https://x.example.com/i.png', alt_text: 'a face' },
              { type: 'mrkdwn', text: 'since noon' },
            ],
          },
          { type: 'markdown', text: '# Why' },
          { type: 'actions', elements: [{ type: 'button', text: { type: 'plain_text', text: 'Resolve' } }] },
        ],
      },
      'Down\nsince noon\n# Why',
    ],
    [
      'rich text, whose parts of a line adjoin',
      {
        blocks: [
          {
            type: 'rich_text',
            elements: [
              section(
                { type: 'text', text: 'ask ' },
                { type: 'user', user_id: 'U1' },
                { type: 'text', text: ' in ' },
                { type: 'channel', channel_id: 'C1' },
                { type: 'text', text: ' or ' },
                { type: 'usergroup', usergroup_id: 'S1' },
                { type: 'broadcast', range: 'here' },
                { type: 'emoji', name: 'fire' },
                { type: 'text', text: ' why ' },
                { type: 'text', text: 'x', style: { code: true } },
                { type: 'link', url: 'https://x.example.com', text: ' there' },
                { type: 'date', timestamp: 1_795_611_900, format: '{time}' },
              ),
              { type: 'rich_text_list', elements: [section(raw('one')), section(raw('two'))] },
              { type: 'rich_text_quote', elements: [{ type: 'text', text: 'quoted' }] },
              { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'at a\n\tat b' }] },
            ],
          },
        ],
      },
      'ask @U1 in #C1 or @S1@here why `x` there2026-11-25T13:05:00.000Z\none\ntwo\nquoted\nat a\n\tat b',
    ],
    [
      'a table',
      {
        blocks: [
          {
            type: 'table',
            rows: [
              [raw('Host'), raw('State')],
              [raw('web-1'), { type: 'rich_text', elements: [section({ type: 'text', text: 'down' })] }],
            ],
          },
        ],
      },
      'Host | State\nweb-1 | down',
    ],
    [
      'an attachment, with its time',
      {
        attachments: [
          {
            pretext: 'before',
            author_name: 'Monitor',
            title: 'Down',
            title_link: 'https://x.example.com',
            text: 'it is',
            fields: [
              { title: 'Host', value: 'web-1', short: true },
              { title: 'Count', value: 3 },
            ],
            footer: 'Monitor 2',
            ts: '1795611900',
            fallback: 'Down',
          },
        ],
      },
      'before\nMonitor\nDown\nit is\nHost: web-1\nCount: 3\nMonitor 2\n2026-11-25T13:05:00.000Z',
    ],
    [
      'the fallback of an attachment without more',
      { attachments: [{ fallback: 'Down', color: 'x' }] },
      'Down',
    ],
    [
      'an attachment’s blocks, without its fallback',
      {
        attachments: [
          {
            fallback: '[no preview available]',
            blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'Down' } }],
          },
        ],
      },
      'Down',
    ],
    [
      'what of a pasted file it shows',
      {
        text: 'see',
        files: [
          { mode: 'snippet', preview: 'Error: a\n  at b' },
          { mode: 'hosted', preview: 'x' },
        ],
      },
      'see\nError: a\n  at b',
    ],
    [
      'once what is said twice',
      { text: 'Down', blocks: [{ type: 'markdown', text: 'Down' }], attachments: [{ text: 'Down' }] },
      'Down',
    ],
  ])('has %s', (_, message, text) => {
    expect(messageText(message)).toBe(text);
  });

  it.each([
    null,
    'text',
    [],
    { text: {} },
    { blocks: 'x'.repeat(3), attachments: 'x' },
    { attachments: [null, 1, [], { fields: [null] }] },
  ])('is what there is in anything else: %j', (message) => {
    expect(typeof messageText(message)).toBe('string');
  });

  it('ends at 40,000 characters, and at what is nested deeper than Slack nests', () => {
    const deep = JSON.parse(`${'{"elements":['.repeat(5_000)}"x"${']}'.repeat(5_000)}`);

    expect(messageText({ text: 'x'.repeat(50_000) })).toHaveLength(40_000);
    expect(messageText({ text: 'shown', blocks: [deep] })).toBe('shown');
  });
});
