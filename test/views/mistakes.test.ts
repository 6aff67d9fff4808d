import type { RichTextElement } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mistake } from '../../lib/commands/mistake.ts';
import { mistakeMessage } from '../../lib/views/problem.ts';
import { showTyped } from '../../lib/views/typed-line.ts';
import { asText } from './as-text.ts';
import { expectSound } from './read-message.ts';
import { anwen, rita } from './samples.ts';

const textOf = (elements: readonly RichTextElement[]) =>
  elements.map((element) => (element.type === 'text' ? element.text : '')).join('');

describe('the line given back', () => {
  it('has the place in bold between plain code', () => {
    expect(showTyped({ line: 'groups all now', place: { start: 7, end: 10 } }, '/lts')).toEqual([
      { type: 'text', text: '/lts groups ', style: { code: true } },
      { type: 'text', text: 'all', style: { bold: true, code: true } },
      { type: 'text', text: ' now', style: { code: true } },
    ]);
  });

  it.each([
    ['streams', 7, '/lts streams ‹…›'],
    ['streams ', 8, '/lts streams ‹…›'],
    ['logs a/b since: x', 15, '/lts logs a/b since:‹…› x'],
    ['', 0, '/lts ‹…›'],
  ])('of %j has brackets where something is missing', (line, at, expected) => {
    expect(textOf(showTyped({ line, place: { start: at, end: at } }, '/lts'))).toBe(expected);
  });

  it('is shortened around the place when it is long', () => {
    const line = `${'a'.repeat(500)}BAD${'c'.repeat(500)}`;
    const shown = textOf(showTyped({ line, place: { start: 500, end: 503 } }, '/lts'));
    expect(shown).toBe(`/lts …${'a'.repeat(119)}BAD${'c'.repeat(119)}…`);
  });

  it('is no more than is needed, and sound, for any line and place', () => {
    const anything = fc.string({ unit: 'binary', maxLength: 2_000, size: 'max' });
    fc.assert(
      fc.property(anything, fc.nat(2_000), fc.nat(2_000), fc.boolean(), (line, a, b, isChinese) => {
        const [start, end] = [Math.min(a, b, line.length), Math.min(Math.max(a, b), line.length)];
        const mistake: Mistake = { kind: 'nothing_expected', given: line.slice(start, end) };
        const message = mistakeMessage(mistake, isChinese ? anwen : rita, { line, place: { start, end } });
        expectSound(message);
        expect(asText(message).length).toBeLessThan(1_500);
      }),
    );
  });
});

it('a mistake of a click has no line to give back', () => {
  const message = mistakeMessage({ kind: 'stale_button' }, rita);
  expect(message.blocks).toHaveLength(1);
  expect(asText(message)).not.toContain('/lts');
});
