import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinWords, splitWords } from '../../lib/commands/pieces.ts';
import { plainText, toKeywords } from '../../lib/commands/words.ts';

describe('words', () => {
  const piece = fc.oneof(
    fc.stringMatching(/^[^\s"]+$/).map((text) => ({ text, quoted: false })),
    fc.stringMatching(/^[^\s"]([^"]*[^\s"])?$/).map((text) => ({ text, quoted: true })),
  );

  it('come back as they were written', () => {
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        expect(splitWords(joinWords(pieces)).map(({ text, quoted }) => ({ text, quoted }))).toEqual(pieces);
      }),
    );
  });

  it('stand where they say, one behind the other, and nothing but blanks between them', () => {
    fc.assert(
      fc.property(fc.array(piece), fc.constantFrom(' ', '\n', '\u3000'), (pieces, blank) => {
        const text = pieces.map((one) => joinWords([one])).join(blank);
        let last = 0;
        for (const { text: word, quoted, start, end } of splitWords(text)) {
          expect(text.slice(last, start).trim()).toBe('');
          expect(text.slice(start, end)).toBe(quoted ? `"${word}"` : word);
          last = end;
        }
        expect(text.slice(last).trim()).toBe('');
      }),
    );
  });

  it.each([
    ['error timeout', 'error timeout'],
    ['"payment failed" error', '#"payment failed" error'],
    ['this AND that', 'this "AND" that'],
    ['/not/found', '"not" found'],
    ['var/log', 'var log'],
    ['#"a b"', '#"a b"'],
    ['', ''],
  ])('%s is asked as %s', (words, keywords) => {
    expect(toKeywords(words)).toBe(keywords);
  });
});

describe('what Slack sends', () => {
  it.each([
    ['a &lt;b&gt; &amp;&amp; c', 'a <b> && c'],
    ['&amp;lt;', '&lt;'],
    ['&quot; &#39;', '&quot; &#39;'],
    ['“a b” „c‟ ＂d＂ it’s', '"a b" "c" "d" it\'s'],
    ['<https://a.example|a.example>', 'a.example'],
    ['<https://a.example/?b=1&amp;c=2>', 'https://a.example/?b=1&c=2'],
    ['<http://a.example|a &lt; b>', 'a < b'],
    ['<mailto:x@y.example|x@y.example> <mailto:x@y.example>', 'x@y.example x@y.example'],
    ['<tel:+49123|+49 123>', '+49 123'],
    ['<@U123|rita> <@W123>', '@rita @W123'],
    ['<#C1|ops> <#C1|> <#C1>', '#ops #C1 #C1'],
    ['<!subteam^S1|@oncall> <!subteam^S1>', '@oncall @S1'],
    ['<!here> <!channel|channel> <!everyone|@everyone>', '@here @channel @everyone'],
    ['a < b <c> <!x> <@> <a:b> List<String>', 'a < b <c> <!x> <@> <a:b> List<String>'],
    ['host=<http://db.example|db.example>:5432', 'host=db.example:5432'],
  ])('%s is what a person typed: %s', (sent, typed) => {
    expect(plainText(sent)).toBe(typed);
  });

  it('is any text that a person may type, once Slack has escaped it', () => {
    const escaped = (text: string) =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    const typed = fc.string({ unit: 'binary' }).filter((text) => !/[“”„‟＂‘’]/.test(text));
    fc.assert(
      fc.property(typed, (text) => {
        expect(plainText(escaped(text))).toBe(text);
      }),
    );
  });
});
