import { describe, expect, it } from 'vitest';
import { expectAtAll } from '../../lib/access/verbs.ts';
import { type Access, VERBS, type Verb } from '../../lib/commands/access.ts';
import { parseCommand } from '../../lib/commands/grammar.ts';
import { verbsFor } from '../../lib/views/help.ts';
import { wordsFor } from '../../lib/views/words.ts';

/** Whoever may do these, and nothing else, and to anything. */
function only(...verbs: readonly Verb[]): Access {
  const may = (verb: Verb) => verbs.includes(verb);
  return { mayAtAll: may, may, mayWithin: may };
}

const moment = { receivedAt: Date.parse('2026-11-25T23:00:00Z'), zone: 'UTC' };

function isAllowed(line: string, access: Access): boolean {
  try {
    expectAtAll(parseCommand(line, moment), access);
    return true;
  } catch (error) {
    expect(error).toMatchObject({ code: 'not_allowed' });
    return false;
  }
}

const lines = ['en', 'zh'].flatMap((locale) => {
  const { overview, topics } = wordsFor(locale).help;
  const pages = [overview(true), ...Object.values(topics)];
  return pages.flatMap(({ sections }) => sections.flatMap((section) => section.lines.map(([line]) => line)));
});

describe('what help shows', () => {
  it.each([...new Set(lines)])('is shown to those who may do it, and to no others: %s', (line) => {
    const needed = verbsFor(line);
    for (const verb of needed) expect(isAllowed(line, only(verb, 'read'))).toBe(true);
    expect(isAllowed(line, only(...VERBS.filter((verb) => !needed.includes(verb))))).toBe(false);
  });
});

it.each([
  ['group delete shop', 'delete'],
  ['stream delete shop/api', 'delete'],
  ['use shop/api', 'settings'],
  ['use none', 'settings'],
  ['use', 'read'],
  ['source prod', 'settings'],
  ['source', 'read'],
  ['answers public', 'settings'],
  ['answers', 'read'],
  ['logs', 'read'],
] as const)('%s takes %s', (line, verb) => {
  expect(isAllowed(line, only(...VERBS.filter((each) => each !== verb)))).toBe(false);
  expect(isAllowed(line, only(verb, 'read'))).toBe(true);
});

it('help is for everybody who may do anything', () => {
  for (const verb of VERBS) expect(isAllowed('help', only(verb))).toBe(true);
  expect(isAllowed('help', only())).toBe(false);
});
