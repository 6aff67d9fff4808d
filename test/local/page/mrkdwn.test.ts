import { expect, test } from 'vitest';
import { openPage } from './open-page.ts';
import { useSetting } from './with-page.ts';
import { botUserId, general, message, people } from './workspace-data.ts';

const setting = useSetting();

/** The markup of the first text, as the browser holds it. */
async function draw(...texts: string[]): Promise<string[]> {
  setting().workspace.messages[general] = texts.map((text, at) => message(at, { text }));
  const page = await openPage(setting(), { user: people.operator.id });
  return page
    .locator('.message .prose')
    .evaluateAll((all: { innerHTML: string }[]) => all.map(({ innerHTML }) => innerHTML));
}

const cases: readonly [string, string][] = [
  ['*bold* and _italic_ and ~gone~', '<strong>bold</strong> and <em>italic</em> and <s>gone</s>'],
  ['*_both_*', '<strong><em>both</em></strong>'],
  ['snake_case_name 2*3*4', 'snake_case_name 2*3*4'],
  ['* not bold * and **', '* not bold * and **'],
  ['*粗体*：正文', '<strong>粗体</strong>：正文'],
  ['`*a* &lt;b&gt;`', '<code>*a* &lt;b&gt;</code>'],
  ['a &amp;lt; b &gt; c', 'a &amp;lt; b &gt; c'],
  ['```\n*x*\n  y\n```', '<pre class="fence">*x*\n  y</pre>'],
  ['&gt; said\n&gt; twice\nafter', '<blockquote>said\ntwice</blockquote>after'],
  [':tada: :not_known: 10:32:05', '🎉 :not_known: 10:32:05'],
  [`<@${botUserId}> <@U0NOBODY>`, '<span class="mention">@LTS</span> <span class="mention">@U0NOBODY</span>'],
  [`<#${general}>`, '<span class="mention">#general</span>'],
  ['<!here>', '<span class="mention broadcast">@here</span>'],
  ['<javascript:alert(1)|x>', '&lt;javascript:alert(1)|x&gt;'],
  ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
];

test('mrkdwn is drawn as Slack draws it, and never as markup', async () => {
  expect(await draw(...cases.map(([text]) => text))).toEqual(cases.map(([, html]) => html));
});

test('A link opens elsewhere and shows its label', async () => {
  const [html] = await draw('<https://example.com/?a=1&amp;b=2|the *docs*>');
  expect(html).toBe(
    '<a href="https://example.com/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">the *docs*</a>',
  );
});

test('A mention in code is live, as it is at Slack', async () => {
  expect(await draw('`<!channel>`')).toEqual([
    '<code><span class="mention broadcast">@channel</span></code>',
  ]);
});

test('A date is shown in the zone of the reader, and its fallback when it is none', async () => {
  const [date, broken] = await draw(
    '<!date^1795424405^{date_short} at {time_secs}|then>',
    '<!date^soon^{time}|then>',
  );
  expect(date).toContain('>Nov 23, 2026 at 04:00:05</time>');
  expect(broken).toBe('then');
});
