import { expect, it } from 'vitest';
import { CONTENTS, NAMES } from './hostile-texts.ts';
import { expectInert, textAround } from './inert.ts';
import { openLts } from './lts-side.ts';
import { clickThrough, type Person } from './page-through.ts';
import { actionsOf, contentOf, linesOf, openWorkspace, type Shown, type Workspace } from './workspace.ts';

const MIB = 1 << 20;
const HALF_AN_HOUR_MS = 1_800_000;

/** What every line and every label holds, and nobody types. */
const MARK = 'zq7mark';
/** What every line begins with: a word to find it by. */
const HEAD = `hostile ${MARK}`;
const HOSTILE_LABELS = {
  level: `${MARK} <!channel> :smile: \u202e`,
  'a b"c<d>&': `${MARK} \`\`\``,
  __proto__x: `${MARK} \0`,
  __time__: '</x>"\u202e:smile:',
};

async function openHostile() {
  const workspace = await openWorkspace();
  return { workspace, lts: await openLts(workspace), person: workspace.person('operator') };
}

/** One line for each of the texts, a millisecond apart, oldest first. */
function hostileLines() {
  const start = Date.now() - HALF_AN_HOUR_MS;
  return CONTENTS.map(([content], index) => {
    return { content: `${HEAD} ${content}`, time: start + index, labels: HOSTILE_LABELS };
  });
}

/** Every page, each of which has been looked at, and the lines on them. */
async function readAll(person: Person, typed: string): Promise<string[]> {
  const first = await person.ask(typed);
  const pages = await clickThrough(person, first, 'older', 100);
  for (const page of pages) expectHarmless(page);
  return pages.flatMap((page) => linesOf(page).map(contentOf));
}

/** Nothing of a line or a label stands where a message speaks itself. */
function expectHarmless(message: Shown): void {
  expectInert(message);
  expect(textAround(message).join('\n')).not.toContain(MARK);
  expect(actionsOf(message)).toContain('newer');
}

it('shows whatever a line holds as it was logged, and none of it is live', async () => {
  const { lts, person } = await openHostile();
  await lts.addLines('payments', 'ledger', hostileLines());
  const expected = CONTENTS.map(([, shown]) => `${HEAD} ${shown}`).toReversed();
  for (const limit of [200, 3, 1]) {
    const typed = `/lts logs payments/ledger hostile since:1h limit:${limit}`;
    expect(await readAll(person, typed)).toEqual(expected);
  }
});

it('shows what is around such a line, shares it, and exports it as it was logged', async () => {
  const { workspace, lts, person } = await openHostile();
  await lts.addLines('payments', 'ledger', hostileLines());
  const page = await person.ask('/lts logs payments/ledger hostile since:1h limit:200');
  const around = await clickForMessage(person, page, 'around', optionOf(page, 'around', 10));
  expectHarmless(around);
  expect(linesOf(around).map(contentOf)).toContain(`${HEAD} ${CONTENTS.at(-11)?.[1]}`);

  const shared = await clickForMessage(person, page, 'share');
  expect(linesOf(shared)).toEqual(linesOf(page));
  expect(textAround(shared).join('\n')).not.toContain(MARK);

  await person.click(page.ts, 'export');
  const { files } = await allFiles(workspace);
  expect(files).toHaveLength(1);
  const rows = (files[0]?.content ?? '').trimEnd().split('\n');
  const contents = rows.map((row) => (JSON.parse(row) as { content: string }).content).toSorted();
  // Only LTS's own marks are taken out.
  const logged = hostileLines()
    .map(({ content }) => content.replace(/<\/?HighLightTag>/g, ''))
    .toSorted();
  expect(contents.map(withoutEnd)).toEqual(logged.map(withoutEnd));
});

/** LTS ends each content with a newline, and one that ends in CR LF may be any program's. */
function withoutEnd(content: string): string {
  return content.replace(/\r?\n?$/, '');
}

async function clickForMessage(
  person: Person,
  { ts }: Shown,
  actionId: string,
  value?: string,
): Promise<Shown> {
  const before = new Set((await person.messages()).map((message) => message.ts));
  expect(await person.click(ts, actionId, value)).toMatchObject({ status: 200 });
  const [message, ...more] = (await person.messages()).filter((each) => !before.has(each.ts));
  if (!message || more.length > 0) throw new Error(`${more.length + 1} messages`);
  return message;
}

function optionOf({ blocks }: Shown, actionId: string, index: number): string {
  for (const block of blocks) {
    for (const element of block.type === 'actions' ? block.elements : []) {
      if (element.type !== 'static_select' || element.action_id !== actionId) continue;
      return element.options?.[index]?.value ?? '';
    }
  }
  throw new Error(`there is no select ${actionId}`);
}

async function allFiles({ slack, get }: Workspace): Promise<{ files: { content: string }[] }> {
  const files = await Promise.all(
    slack.channels.map(({ id }) => get<{ files: { content: string }[] }>(`/local/files?channel=${id}`)),
  );
  return { files: files.flatMap((each) => each.files) };
}

it('folds lines of a megabyte, of whatever characters, and pages through them', {
  timeout: 60_000,
}, async () => {
  const { lts, person } = await openHostile();
  const start = Date.now() - HALF_AN_HOUR_MS;
  /** What fills a line, and what is seen of it. */
  const fills = [
    ...['x', '&', '<', '😀', '`', 'é', '"', '\\', '支', '\t'].map((fill) => [fill, fill] as const),
    ['\n', ' ⏎ '],
    ['\r\n', ' ⏎ '],
    ['\u200b', ''],
    ['\x07', ''],
  ] as const;
  const countOf = (fill: string) => Math.floor(MIB / Buffer.byteLength(fill));
  for (const [index, [fill]] of fills.entries()) {
    const content = `${HEAD} ${fill.repeat(countOf(fill))}.`;
    await lts.addLines('payments', 'ledger', [{ content, time: start + index }]);
  }
  const lines = await readAll(person, '/lts logs payments/ledger hostile since:1h');
  expect(lines.toReversed()).toEqual(
    fills.map(([fill, shown]) => {
      if (shown === '') return `${HEAD} .`;
      const begin = [...`${HEAD} ${shown.repeat(500)}`].slice(0, 500).join('');
      const length = HEAD.length + 2 + [...shown].length * countOf(fill);
      return `${begin}… (+${length - 500} characters)`;
    }),
  );
});

it('takes halves of characters out, which LTS may send where it cuts a line', async () => {
  const { lts, person } = await openHostile();
  const number = (n: number) => `${Date.now() - 60_000}${String(n).padStart(6, '0')}`;
  const contents = ['low \udc00 half', 'high \ud83d', '\ude00 whole 😀', '\udc00\ud800 reversed'];
  const logs = contents.map((content, index) => ({
    content: `${HEAD} ${content}`,
    line_num: number(9 - index),
  }));
  await lts.answerNext('/content/query', { logs });
  const page = await person.ask('/lts logs payments/ledger since:1h');
  expectHarmless(page);
  expect(linesOf(page).map(contentOf)).toEqual(
    ['low  half', 'high ', ' whole 😀', ' reversed'].map((text) => `${HEAD} ${text}`),
  );
});

it('names however odd are shown, chosen and searched', { timeout: 60_000 }, async () => {
  const { lts, person } = await openHostile();
  const ids = new Map<string, { groupId: string; streamId: string }>();
  const now = Date.now();
  for (const name of NAMES) {
    const groupId = await lts.createGroup(name);
    const streamId = await lts.createStream(groupId, name);
    await lts.addLines(
      groupId,
      streamId,
      [1, 2].map((n) => ({ content: `${HEAD} ${n}`, time: now - n })),
    );
    ids.set(name, { groupId, streamId });
  }
  const groups = await person.ask('/lts groups');
  expectInert(groups);
  for (const [name, { groupId, streamId }] of ids) {
    const both = [`${HEAD} 1`, `${HEAD} 2`];
    const first = await person.ask(`/lts logs ${groupId}/${streamId} limit:1`);
    const pages = await clickThrough(person, first, 'older', 10);
    for (const page of pages) expectHarmless(page);
    expect(pages.flatMap(linesOf).map(contentOf), JSON.stringify(name)).toEqual(both);

    const streams = await clickForMessage(person, groups, 'streams', `streams local ${groupId}`);
    expectInert(streams);
    const chosen = await clickForMessage(person, streams, 'logs', `logs local ${groupId} ${streamId}`);
    expectHarmless(chosen);
    expect(linesOf(chosen).map(contentOf)).toEqual(both);
    for (const typed of [
      `streams ${groupId} ids`,
      `logs ${groupId}/nowhere`,
      `logs ${groupId}/${streamId} nothing-holds-this`,
      `use ${groupId}/${streamId}`,
    ]) {
      expectInert(await person.ask(`/lts ${typed}`));
    }
  }
});

// Slack escapes three characters of what is typed.
it('what a person searches for is text, too', async () => {
  const { lts, person } = await openHostile();
  const labels = { level: '<!channel> :smile: `x`' };
  const content = `${HEAD} a <b> & c <!channel> &lt; :smile: \`\`\` <https://evil.example|x>`;
  const escaped = `${HEAD} a &lt;b&gt; &amp; c`;
  const time = Date.now() - 1_000;
  await lts.addLines('payments', 'ledger', [
    { content, time, labels },
    { content: escaped, time },
  ]);
  for (const filter of [
    '"a <b> & c"',
    '"<!channel> &lt;"',
    ':smile: ```',
    '"<https://evil.example|x>"',
    'level="<!channel> :smile: `x`"',
    '<!channel>',
    '!channel',
  ]) {
    const page = await person.ask(`/lts logs payments/ledger ${filter} since:1h`);
    expect(linesOf(page).map(contentOf), filter).toEqual([content]);
    expectHarmless(page);
  }
});
