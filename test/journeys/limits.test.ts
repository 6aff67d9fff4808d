import { describe, expect, it } from 'vitest';
import { MAX_FILTER } from '../../lib/commands/read-filter.ts';
import { countCharacters } from '../../lib/local/slack/blocks/length.ts';
import { expectInert } from './inert.ts';
import { openLts } from './lts-side.ts';
import { clickThrough, reread } from './page-through.ts';
import { actionsOf, contentOf, linesOf, openWorkspace, type Shown } from './workspace.ts';

const MINUTE_MS = 60_000;

/** A stream of its own for the lines of one test, and windows in it that share no line. */
async function openStream(name = 'lines') {
  const workspace = await openWorkspace();
  const lts = await openLts(workspace);
  const person = workspace.person('operator');
  const groupId = await lts.createGroup(name);
  const streamId = await lts.createStream(groupId, name);
  const from = Date.now() - 24 * 60 * MINUTE_MS;
  let windows = 0;
  return {
    lts,
    person,
    target: `${groupId}/${streamId}`,
    /** Adds lines, oldest first, a millisecond apart; gives the options that find them and no others. */
    async add(contents: readonly string[]): Promise<string> {
      const start = from + MINUTE_MS * windows;
      windows += 1;
      const lines = contents.map((content, index) => ({ content, time: start + index }));
      if (lines.length > 0) await lts.addLines(groupId, streamId, lines);
      return `from:${start} to:${start + MINUTE_MS - 1}`;
    },
  };
}

const contents = (page: Shown) => linesOf(page).map(contentOf);

/** The largest number that passes; `least` is known to, and `most` not to. */
async function bisect(least: number, most: number, passes: (n: number) => Promise<boolean>): Promise<number> {
  let [low, high] = [least, most];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (await passes(middle)) low = middle;
    else high = middle;
  }
  return low;
}

it('a line of 499 and 500 characters is whole, and one of 501 folded', async () => {
  const { person, target, add } = await openStream();
  for (const character of ['x', '&', '支', '😀']) {
    const [shorter = '', whole = '', longer = ''] = [499, 500, 501].map((count) => character.repeat(count));
    const first = await person.ask(`/lts logs ${target} ${await add([shorter, whole, longer])} order:oldest`);
    const pages = await clickThrough(person, first, 'newer', 3);
    expect(pages.flatMap(contents)).toEqual([shorter, whole, `${whole}… (+1 characters)`]);
  }
});

describe('a page', () => {
  it('holds 200 lines, and goes on with the 201st', async () => {
    const { person, target, add } = await openStream();
    for (const count of [199, 200, 201]) {
      const numbers = Array.from({ length: count }, (_, index) => String(index));
      const page = await person.ask(`/lts logs ${target} ${await add(numbers)} limit:200`);
      expectInert(page);
      expect(contents(page)).toEqual(numbers.toReversed().slice(0, 200));
      expect(actionsOf(page).includes('older')).toBe(count > 200);
      const pages = await clickThrough(person, page, 'older', 2);
      expect(pages.flatMap(contents)).toEqual(numbers.toReversed());
    }
  });

  it('may be asked for with 1 to 200 lines, and no others', async () => {
    const { person, target, add } = await openStream();
    const window = await add(Array.from({ length: 201 }, (_, index) => String(index)));
    const ask = (limit: number) => person.ask(`/lts logs ${target} limit:${limit} ${window}`);
    for (const limit of [1, 199, 200]) expect(linesOf(await ask(limit))).toHaveLength(limit);
    for (const limit of [0, 201]) {
      const refused = await ask(limit);
      expect(linesOf(refused)).toEqual([]);
      expect(refused.text).toContain(`“${limit}”`);
    }
  });

  it.each([
    ['x', 1],
    ['&', 5],
  ])(
    'holds all lines whose characters just fit, and one fewer when there is one %s more',
    async (character, cost) => {
      const { person, target, add } = await openStream();
      // All but some hundred characters of a message, and a line that fills what is left, or does not fit.
      const others = Array.from({ length: 17 }, (_, index) => `${index} `.padEnd(index > 0 ? 500 : 100, 'x'));
      const ask = async (length: number) =>
        person.ask(`/lts logs ${target} ${await add([character.repeat(length), ...others])} limit:18`);
      const isWhole = async (length: number) => linesOf(await ask(length)).length === 18;
      const limit = await bisect(0, Math.ceil(500 / cost), isWhole);
      expect(limit).toBeGreaterThan(1);
      expect(limit).toBeLessThan(Math.ceil(500 / cost) - 1);

      const newestFirst = others.toReversed();
      for (const length of [limit - 1, limit]) {
        const page = await ask(length);
        expectInert(page);
        expect(contents(page)).toEqual([...newestFirst, character.repeat(length)]);
        expect(actionsOf(page)).not.toContain('older');
        expect(charactersOf(page)).toBeLessThanOrEqual(10_000);
        expect(charactersOf(page)).toBeGreaterThan(9_000);
      }
      const cut = await ask(limit + 1);
      expectInert(cut);
      expect(contents(cut)).toEqual(newestFirst);
      const [, rest] = await clickThrough(person, cut, 'older', 2);
      expect(rest && contents(rest)).toEqual([character.repeat(limit + 1)]);
      await person.click(cut.ts, 'newer');
      expect(contents(await reread(person, cut))).toEqual(newestFirst);
    },
  );
});

function charactersOf({ blocks }: Shown): number {
  return countCharacters(JSON.parse(JSON.stringify(blocks)));
}

describe('a query', () => {
  it.each([
    ['one long word', (length: number) => 'x'.repeat(length), MAX_FILTER - 7],
    ['a phrase', (length: number) => `"${'x '.repeat(length).slice(0, length - 1)}y"`, MAX_FILTER - 11],
    ['Chinese words', (length: number) => '支'.repeat(length), MAX_FILTER - 7],
    ['a label', (length: number) => `level=${'x'.repeat(length)}`, MAX_FILTER - 19],
  ])(
    'of %s, as long as its buttons bear, is paged through; one character more is refused',
    async (_, filter, most) => {
      const { lts, person, target } = await openStream('"'.repeat(64));
      const [groupId = '', streamId = ''] = target.split('/');
      for (const length of [most - 1, most]) {
        const typed = filter(length);
        const [, label, level = ''] = /^(level)=(.*)$/.exec(typed) ?? [];
        const content = label ? 'labelled' : typed.replaceAll('"', '');
        const line = { content, ...(label && { labels: { level } }) };
        const added = [1, 2, 3].map((number) => ({ ...line, time: Date.now() - number }));
        await lts.addLines(groupId, streamId, added);
        const first = await person.ask(`/lts logs ${target} ${typed} limit:1 since:30d`);
        expectInert(first);
        expect(actionsOf(first)).toEqual(['older', 'newer', 'around', 'share', 'export', 'refine']);
        const pages = await clickThrough(person, first, 'older', 5);
        expect(pages).toHaveLength(3);
        const back = await clickThrough(person, pages.at(-1) ?? first, 'newer', 5);
        expect(back.toReversed().map(contents)).toEqual(pages.map(contents));
        expect(longestValue(pages[1] ?? first)).toBeLessThanOrEqual(2_000);
      }
      const refused = await person.ask(`/lts logs ${target} ${filter(most + 1)} limit:1 since:30d`);
      expectInert(refused);
      expect(actionsOf(refused)).toEqual([]);
      expect(refused.text).toContain('too long');
    },
  );
});

function longestValue({ blocks }: Shown): number {
  const buttons = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
  return Math.max(...buttons.map((each) => (each.type === 'button' ? (each.value ?? '').length : 0)));
}

/** The names in a list's table, those in its select, and all that its message says. */
function listed({ blocks }: Shown): { rows: string[]; options: string[]; said: string } {
  const rows = blocks.flatMap((block) => (block.type === 'data_table' ? block.rows.slice(1) : []));
  const controls = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
  return {
    rows: rows.map(([name]) => (name && 'text' in name ? (name.text ?? '') : '')),
    options: controls.flatMap((each) =>
      each.type === 'static_select' ? (each.options ?? []).map(({ text }) => text.text) : [],
    ),
    said: JSON.stringify(blocks.filter((block) => block.type === 'rich_text')),
  };
}

describe('a list', () => {
  const nameOf = (index: number) => `name-${String(index).padStart(3, '0')}`;
  const uuid = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;

  it('of groups shows 100 of them, and says how many are left', async () => {
    const { lts, person } = await openStream();
    for (const count of [99, 100, 101]) {
      const names = Array.from({ length: count }, (_, index) => nameOf(index));
      const groups = names.map((name, index) => {
        return { log_group_id: uuid(index), log_group_name: name, creation_time: Date.now(), ttl_in_days: 7 };
      });
      await lts.answerNext('/groups', { log_groups: groups });
      expectList(await person.ask('/lts groups'), names);
    }
  });

  it('of streams shows 100 of them, and says how many are left', async () => {
    const { lts, person } = await openStream();
    const groupId = await lts.createGroup('many');
    const names = Array.from({ length: 101 }, (_, index) => nameOf(index));
    for (const [index, name] of names.slice(0, 100).entries()) {
      await lts.createStream(groupId, name);
      if (index >= 98) expectList(await person.ask('/lts streams many'), names.slice(0, index + 1));
    }
    // A quota that was raised.
    const streams = names.map((name, index) => {
      return {
        log_stream_id: uuid(index),
        log_stream_name: name,
        creation_time: Date.now(),
        filter_count: 0,
      };
    });
    await lts.answerNext(`/groups/${groupId}/streams`, { log_streams: streams });
    expectList(await person.ask('/lts streams many'), names);
  });

  function expectList(answer: Shown, names: readonly string[]): void {
    expectInert(answer);
    const { rows, options, said } = listed(answer);
    expect(rows).toEqual(names.slice(0, 100));
    expect(options).toEqual(rows);
    expect(said.includes('And 1 more')).toBe(names.length > 100);
    expect(said).toContain(names[names.length > 100 ? 100 : 0]);
  }

  it('of 100 names of 64 characters shows as many as fit, with ids and without', async () => {
    const { lts, person } = await openStream();
    for (const [index, character] of ['&', '"', '𠮷', 'x'].entries()) {
      const groupId = await lts.createGroup(`wide ${index}`);
      const names = Array.from(
        { length: 100 },
        (_, each) => `${each} `.padEnd(4, '-') + character.repeat(60),
      );
      for (const name of names) await lts.createStream(groupId, name);
      for (const typed of [`/lts streams ${groupId}`, `/lts streams ${groupId} ids`]) {
        const answer = await person.ask(typed);
        expectInert(answer);
        const { rows, options, said } = listed(answer);
        expect(rows).toEqual(names.slice(0, rows.length));
        expect(options).toHaveLength(rows.length);
        expect(rows.length).toBeGreaterThan(10);
        expect(said).toContain(`And ${100 - rows.length} more`);
      }
    }
  });
});
