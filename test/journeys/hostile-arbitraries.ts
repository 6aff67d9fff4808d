import fc from 'fast-check';
import type { StreamRef, TypedSearch } from '../../lib/commands/command.ts';
import { MAX_FILTER } from '../../lib/commands/read-filter.ts';
import { LineNum } from '../../lib/lts/line-num.ts';
import type { LogLine } from '../../lib/lts/schemas.ts';

const START = 1_763_890_000_000;

const SNIPPETS = [
  ...[
    '<!channel>',
    '<@U0OPERATOR1>',
    '<https://evil.example|x>',
    ':smile:',
    '```',
    '`',
    '&lt;',
    '&',
    '<',
    '>',
  ],
  ...[
    '\x1b[31m',
    '\u202e',
    '\u2066',
    '\u200b',
    '\u200d',
    '\ufeff',
    '\0',
    '\x9b',
    '\ud83d',
    '\ude00',
    '😀',
    'é',
  ],
  ...['\n', '\r\n', '\r', '\t', '  ', '<HighLightTag>', '</HighLightTag>', '"', '\\', '支付', 'error', '*b*'],
];

/** What no grammar made: any code unit, any character, and what is known to be read as more than text. */
const hostileText = fc.oneof(
  fc.string({
    unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    maxLength: 60,
  }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.constantFrom(...SNIPPETS), { maxLength: 12 }).map((parts) => parts.join('')),
);

/** Most are short; some are far longer than what is shown of a line. */
const content = fc.oneof(
  { weight: 1, arbitrary: hostileText },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...SNIPPETS), fc.integer({ min: 20, max: 3_000 }), hostileText)
      .map(([part, times, end]) => part.repeat(times) + end),
  },
);

const name = fc.oneof(
  hostileText.map((text) => [...text].slice(0, 64).join('') || '?'),
  fc.constantFrom('"', '\\', '\x01', '&', '𠮷', '组').map((character) => character.repeat(64)),
);

const time = fc.oneof(
  hostileText,
  fc.constantFrom('"', '\\', '\x01', '9').map((one) => one.repeat(19)),
);

export const stream: fc.Arbitrary<StreamRef> = fc.record({
  source: fc.constantFrom('prod', 's'.repeat(32)),
  groupId: fc.uuid(),
  groupName: name,
  streamId: fc.uuid(),
  streamName: name,
});

/** Words, or a phrase, with labels; every other as large as the grammar lets through. */
const filter = fc
  .record({
    text: hostileText.map((text) => text.replaceAll('"', '')),
    isPhrase: fc.boolean(),
    labels: fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), hostileText, { maxKeys: 3 }),
    isFull: fc.boolean(),
  })
  .map(({ text, isPhrase, labels, isFull }) => {
    const words = isPhrase && text !== '' ? `"${text}"` : text;
    const left = Math.max(0, MAX_FILTER - filterLength({ words, labels }));
    return { labels, words: isFull ? words + 'x'.repeat(left) : words };
  })
  .filter((held) => filterLength(held) <= MAX_FILTER);

function filterLength({ words, labels }: Pick<TypedSearch, 'words' | 'labels'>): number {
  return JSON.stringify([words, Object.entries(labels)]).length;
}

export const search: fc.Arbitrary<TypedSearch> = fc
  .record({
    filter,
    order: fc.constantFrom('newest' as const, 'oldest' as const),
    limit: fc.integer({ min: 1, max: 200 }),
    endIsFixed: fc.boolean(),
    isCounted: fc.boolean(),
  })
  .map(({ filter: held, ...rest }) => ({ ...held, ...rest, start: START, end: START + 1_000 }));

export const locale = fc.constantFrom('en-US', 'zh-CN');

/** Oldest first; several share a millisecond. Each begins with its number, which tells it from the others. */
export const lines = (maxLength: number) =>
  fc
    .array(fc.tuple(content, fc.option(time, { nil: undefined })), { maxLength, size: 'max' })
    .map((all) => all.map(([text, custom], index) => lineOf(index, text, custom)));

function lineOf(index: number, text: string, custom: string | undefined): LogLine {
  return {
    content: `#${index} ${text}\n`,
    line_num: LineNum.parse(`${START + Math.floor(index / 5)}${String(index).padStart(6, '0')}`),
    ...(custom !== undefined && { labels: { __time__: custom, level: '<!channel>' } }),
  };
}
