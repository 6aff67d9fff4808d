import type { RichTextSection } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { parseCommand } from '../../lib/commands/grammar.ts';
import type { Message } from '../../lib/views/message.ts';
import { pageMessage } from '../../lib/views/page.ts';
import { auditMessages } from './messages/audit.ts';
import { changeMessages } from './messages/changes.ts';
import { helpMessages } from './messages/help.ts';
import { listMessages } from './messages/lists.ts';
import { mistakeMessages } from './messages/mistakes.ts';
import { pageMessages } from './messages/pages.ts';
import { settingMessages } from './messages/settings.ts';
import { anwen, NOW, pageOf, rita, search } from './samples.ts';

const AREAS = [
  auditMessages,
  pageMessages,
  listMessages,
  helpMessages,
  changeMessages,
  settingMessages,
  mistakeMessages,
];

/** The lines that stand there to be copied: the only code of their paragraph. */
function copiedFrom({ blocks }: Message): string[] {
  const sections = blocks.flatMap((block): RichTextSection[] => {
    const parts = block.type === 'rich_text' ? block.elements : [];
    return parts.flatMap((part) => {
      if (part.type === 'rich_text_list') return part.elements;
      return part.type === 'rich_text_section' ? [part] : [];
    });
  });
  return sections.flatMap(({ elements }) => {
    const codes = elements.filter((element) => 'style' in element && element.style?.code);
    const [only] = codes;
    return codes.length === 1 && only?.type === 'text' && only.text.startsWith('/lts ')
      ? [only.text.slice(5)]
      : [];
  });
}

describe('every line that is there to be copied', () => {
  it.each([
    ['English', rita],
    ['Chinese', anwen],
  ])('in %s is understood', (_, viewer) => {
    const moment = { receivedAt: NOW + 6 * 3_600_000, zone: viewer.clock.zone };
    const lines = AREAS.flatMap((write) => Object.values(write(viewer)).flatMap(copiedFrom));
    expect(lines.length).toBeGreaterThan(100);
    for (const line of lines) expect(() => parseCommand(line, moment), line).not.toThrow();
  });
});

describe('what is offered when nothing matches', () => {
  const moment = { receivedAt: NOW + 60_000, zone: 'Europe/Berlin' };
  const offersFor = (more: Partial<typeof search>) => {
    const message = pageMessage(pageOf([], {}, { search: { ...search, ...more } }), rita, {
      kind: 'private',
    });
    return copiedFrom(message).flatMap((line) => {
      const command = parseCommand(line, moment);
      return command.kind === 'logs' ? [command] : [];
    });
  };

  it('is the same search in a longer window, and a search for less in the same window', () => {
    const labels = { level: 'warn', host: 'ecs 1' };
    const [longer, fewer] = offersFor({ start: search.end - 900_000, words: 'a "b c"', labels });
    expect(longer).toMatchObject({
      target: { group: 'checkout', stream: 'api' },
      search: { words: 'a "b c"', labels, start: moment.receivedAt - 3_600_000, end: moment.receivedAt },
    });
    expect(fewer?.search).toMatchObject({
      words: 'a "b c"',
      labels: { level: 'warn' },
      start: moment.receivedAt - 900_000,
    });
  });

  it('keeps the end of a window that has one', () => {
    const fixed = { start: NOW - 90_061_001, end: NOW - 1, endIsFixed: true };
    const [longer, without] = offersFor(fixed);
    expect(longer?.search).toMatchObject({
      start: fixed.end - 7 * 86_400_000,
      end: fixed.end,
      endIsFixed: true,
    });
    expect(without?.search).toMatchObject({ ...fixed, words: '' });
  });

  it('is no longer window than LTS searches', () => {
    const month = 30 * 86_400_000;
    const [first, ...more] = offersFor({ start: search.end - month });
    expect(more).toEqual([]);
    expect(first?.search).toMatchObject({ words: '', start: moment.receivedAt - month });
  });

  it('is told without a line where that would be too long', () => {
    expect(offersFor({ words: 'x'.repeat(1_200) }).map(({ search: { words } }) => words)).toEqual(['']);
  });
});
