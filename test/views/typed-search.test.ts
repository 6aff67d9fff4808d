import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseCommand } from '../../lib/commands/grammar.ts';
import { entriesOf, readEntries } from '../../lib/commands/search-entries.ts';
import { searchedWords, toKeywords } from '../../lib/commands/words.ts';
import { lineOfForm } from '../../lib/views/forms.ts';
import { showText } from '../../lib/views/log-text.ts';
import { pageMessage } from '../../lib/views/page.ts';
import { typedSearch } from '../../lib/views/typed-search.ts';
import { NOW, pageOf, rita, search, stream } from './samples.ts';

const MOMENT = { receivedAt: NOW, zone: 'UTC' };
const CHOSEN = { group: stream, stream };

/** A phrase of one word is that word. */
const asWords = (keywords: string) =>
  keywords.replace(/#("[^"]+")/g, (whole: string, phrase: string) => {
    const [only, ...more] = searchedWords(phrase);
    return only?.word === phrase.slice(1, -1) && more.length === 0 ? toKeywords(only.word) : whole;
  });

const typedOf = (words: string, more: Partial<typeof search> = {}) =>
  typedSearch(stream, { ...search, words, ...more }, rita);

/** What LTS is asked for, and what else would be typed with it. */
function readTyped(line: string) {
  const command = parseCommand(line, MOMENT);
  if (command.kind !== 'logs') throw new Error('no search');
  const { words, labels, order, isCounted } = command.search;
  return { target: command.target, keywords: asWords(toKeywords(words)), labels, order, isCounted };
}

it.each([
  ['level=warn', 'level warn'],
  ['since:1h', 'since 1h'],
  ['Count', '"Count"'],
  ['ｃｏｕｎｔ', '"ｃｏｕｎｔ"'],
  ['ｓｉｎｃｅ：１ｈ', '"ｓｉｎｃｅ：１ｈ"'],
  ['ERROR: "since:1h" http://a/b', 'ERROR: "since:1h" http://a/b'],
])('the words %s of a form are typed as %s', (words, typed) => {
  expect(typedOf(words)).toContain(`logs checkout/api ${typed} since:`);
});

it.each(['password=hunter2-horse', 'count password:hunter2-horse', 'Authorization:Bearer hunter2-horse'])(
  'a secret among the words of a form is known as one in what is typed: %s',
  (words) => {
    expect(showText(typedOf(words), 2_000)).not.toContain('hunter2');
    expect(
      showText(lineOfForm({ kind: 'search', stream, search: { ...search, words }, isForOne: true }), 2_000),
    ).not.toContain('hunter2');
    const { blocks } = pageMessage(pageOf([], {}, { search: { ...search, words } }), rita, {
      kind: 'private',
    });
    expect(JSON.stringify(blocks.filter(({ type }) => type !== 'actions'))).not.toContain('hunter2');
  },
);

it('what is typed says whether matches are counted', () => {
  expect(readTyped(typedOf('error', { isCounted: true, order: 'oldest' }))).toMatchObject({
    isCounted: true,
    order: 'oldest',
  });
});

it('what is typed for a form finds the same, whatever was entered', () => {
  const piece = fc.oneof(
    fc.constantFrom('count', 'a=b', 'a="b c"', 'from:1h', 'foo:bar', 'limit:', '/x', '"a"/b', 'or', '#"a b"'),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
      const entries = { ...entriesOf(search), words: pieces.join(' '), labels: '' };
      const { search: entered } = readEntries(entries, '', CHOSEN, MOMENT);
      fc.pre(entered !== undefined);
      expect(readTyped(typedOf(entered.words))).toEqual({
        target: { group: 'checkout', stream: 'api' },
        keywords: asWords(toKeywords(entered.words)),
        labels: {},
        order: 'newest',
        isCounted: false,
      });
    }),
  );
});
