import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageResult } from '../../lib/commands/run.ts';
import { LineNum } from '../../lib/lts/line-num.ts';
import type { Page } from '../../lib/lts/paging.ts';
import { decodePage } from '../../lib/views/buttons.ts';
import { escapedLength, LIMITS } from '../../lib/views/limits.ts';
import type { Message } from '../../lib/views/message.ts';
import { pageMessage } from '../../lib/views/page.ts';
import { createClock } from '../../lib/views/times.ts';
import type { Viewer } from '../../lib/views/viewer.ts';
import { wordsFor } from '../../lib/views/words.ts';

const START = Date.parse('2026-11-23T08:41:07.512Z');
const viewer: Viewer = { words: wordsFor('en-US'), clock: createClock('Europe/Berlin'), command: '/lts' };

function lineNum(n: number): LineNum {
  return LineNum.parse(String(BigInt(START) * 1_000_000n + BigInt(n)));
}

function result(contents: readonly string[], more: Partial<Page> = {}): PageResult {
  const lines = contents.map((content, n) => ({ content, line_num: lineNum(contents.length - n) }));
  return {
    kind: 'page',
    stream: { groupId: 'g', groupName: 'checkout', streamId: 's', streamName: 'api' },
    search: {
      start: START - 3_600_000,
      end: START + 1_000,
      words: 'error',
      labels: {},
      order: 'newest',
      limit: 200,
    },
    page: { lines, near: 'first', ...more },
    nothingNewer: false,
  };
}

/** The rows of the one preformatted text. */
function rowsOf({ blocks }: Message): string[] {
  for (const block of blocks) {
    if (block.type !== 'rich_text') continue;
    const [part] = block.elements;
    if (part?.type !== 'rich_text_preformatted') continue;
    const [element] = part.elements;
    return element?.type === 'text' ? element.text.split('\n') : [];
  }
  return [];
}

function buttonsOf({ blocks }: Message): Record<string, string> {
  const actions = blocks.find((block) => block.type === 'actions');
  const buttons = actions?.elements.filter((element) => element.type === 'button') ?? [];
  return Object.fromEntries(buttons.map(({ action_id, value }) => [action_id ?? '', value ?? '']));
}

/** Every `text` in the message, as Slack counts it. */
function countText(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + countText(item), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, item]) =>
      sum + (key === 'text' && typeof item === 'string' ? escapedLength(item) : countText(item)),
    0,
  );
}

describe('a page of log lines', () => {
  it('reads well', () => {
    const older = { lineNum: lineNum(1), direction: 'older' } as const;
    expect(
      pageMessage(result(['second error\n', 'first error\n'], { older }), viewer),
    ).toMatchInlineSnapshot(`
      {
        "blocks": [
          {
            "elements": [
              {
                "elements": [
                  {
                    "style": {
                      "bold": true,
                    },
                    "text": "checkout/api",
                    "type": "text",
                  },
                  {
                    "text": "  ",
                    "type": "text",
                  },
                  {
                    "style": {
                      "code": true,
                    },
                    "text": "error",
                    "type": "text",
                  },
                ],
                "type": "rich_text_section",
              },
            ],
            "type": "rich_text",
          },
          {
            "elements": [
              {
                "emoji": false,
                "text": "2026-11-23 08:41:07 – 09:41:08 (Europe/Berlin) · newest first · 2 lines",
                "type": "plain_text",
              },
            ],
            "type": "context",
          },
          {
            "elements": [
              {
                "elements": [
                  {
                    "text": "2026-11-23 09:41:07.512  second error
      2026-11-23 09:41:07.512  first error",
                    "type": "text",
                  },
                ],
                "type": "rich_text_preformatted",
              },
            ],
            "type": "rich_text",
          },
          {
            "elements": [
              {
                "action_id": "older",
                "text": {
                  "emoji": false,
                  "text": "Older",
                  "type": "plain_text",
                },
                "type": "button",
                "value": "{"v":1,"s":["g","checkout","s","api"],"w":[1795419667512,1795423268512],"q":"error","l":[],"n":200,"o":"newest","c":["1795423267512000001","older"],"e":false}",
              },
              {
                "action_id": "newer",
                "text": {
                  "emoji": false,
                  "text": "Newer",
                  "type": "plain_text",
                },
                "type": "button",
                "value": "{"v":1,"s":["g","checkout","s","api"],"w":[1795419667512,1795423268512],"q":"error","l":[],"n":200,"o":"newest","c":["1795423267512000002","newer"],"e":true}",
              },
            ],
            "type": "actions",
          },
        ],
        "text": "checkout/api error · 2 lines · 2026-11-23 08:41:07 – 09:41:08 (Europe/Berlin)",
      }
    `);
  });

  it('shows a line of 500 characters whole and folds one of 501, saying by how much', () => {
    const [whole, folded] = rowsOf(pageMessage(result(['a'.repeat(500), 'b'.repeat(501)]), viewer));
    expect(whole).toBe(`2026-11-23 09:41:07.512  ${'a'.repeat(500)}`);
    expect(folded).toBe(`2026-11-23 09:41:07.512  ${'b'.repeat(500)}… (+1 characters)`);
  });

  it('leaves out what would hide, reorder or colour the text around it', () => {
    const hostile =
      '\u001b[31mred\u001b[0m \u202Edrow\u202C a\u200Bb \u0007 half\uD83D tab\there <!channel> *b* :tada:';
    const [row] = rowsOf(pageMessage(result([hostile]), viewer));
    expect(row).toBe('2026-11-23 09:41:07.512  red drow ab  half tab\there <!channel> *b* :tada:');
  });

  it('keeps within what a message holds, and its buttons continue at the lines it shows', () => {
    const content = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 600 }),
      fc.constantFrom('&'.repeat(700), '<>'.repeat(300), '\u{1F600}'.repeat(400), 'x'.repeat(5_000)),
    );
    fc.assert(
      fc.property(
        fc.array(content, { minLength: 1, maxLength: 200 }),
        fc.constantFrom('first' as const, 'last' as const),
        (contents, near) => {
          const whole = result(contents, { near });
          const message = pageMessage(whole, viewer);
          const shown = rowsOf(message).length;
          expect(countText(message.blocks)).toBeLessThanOrEqual(LIMITS.messageText);
          expect(shown).toBeGreaterThanOrEqual(3 < contents.length ? 3 : contents.length);
          const { older, newer } = buttonsOf(message);
          const { lines } = whole.page;
          const kept = near === 'first' ? lines.slice(0, shown) : lines.slice(-shown);
          expect(decodePage(newer ?? '')?.cursor?.lineNum).toBe(kept[0]?.line_num);
          const isCut = shown < contents.length;
          expect(older !== undefined).toBe(isCut && near === 'first');
          if (older) expect(decodePage(older)?.cursor?.lineNum).toBe(kept.at(-1)?.line_num);
          if (near === 'last') expect(decodePage(newer ?? '')?.extends).toBe(!isCut);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('says so when nothing matches, and can look again', () => {
    const message = pageMessage(result([]), viewer);
    expect(JSON.stringify(message.blocks)).toContain('No lines match.');
    expect(decodePage(buttonsOf(message).newer ?? '')).toMatchObject({ extends: true });
  });
});
