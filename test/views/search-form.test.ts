import type { InputBlock, KnownBlock } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_FILTER } from '../../lib/commands/read-filter.ts';
import type { SearchFormResult } from '../../lib/commands/result.ts';
import { entriesOf } from '../../lib/commands/search-entries.ts';
import type { OpenSearchCommand } from '../../lib/commands/search-form.ts';
import { readGroup, readStream } from '../../lib/commands/stream-choice.ts';
import { findViewProblems } from '../../lib/local/slack/blocks/view-blocks.ts';
import { parseJson } from '../../lib/local/slack/json.ts';
import { decodeClick, encodeClick } from '../../lib/views/buttons.ts';
import { LIMITS } from '../../lib/views/limits.ts';
import { stillSaying } from '../../lib/views/modal.ts';
import { readMetadata } from '../../lib/views/modal-metadata.ts';
import { pageModal, retryModal } from '../../lib/views/page-modal.ts';
import { problemMessage } from '../../lib/views/problem.ts';
import { keptSearchModal, searchFormMessage, searchModal } from '../../lib/views/search-form.ts';
import { decodeRefill, decodeSearch, FOUND_ROOM, readAbout } from '../../lib/views/search-values.ts';
import { everything } from '../access/everything.ts';
import { clickOf, expectSound, offersOf } from './read-message.ts';
import { anwen, lineNum, linesOf, pageOf, rita, search, stream } from './samples.ts';

const problemsOf = (modal: object) => {
  const view = parseJson(JSON.stringify(modal));
  return typeof view === 'object' && view !== null && !Array.isArray(view)
    ? findViewProblems(view, 'modal')
    : ['no view'];
};

const id = (index: number) => `${String(index).padStart(8, '0')}-1111-4111-8111-111111111111`;
const named = (names: readonly string[]) => names.map((name, index) => ({ id: id(index), name }));

const entries = entriesOf(search);
const FORM: SearchFormResult = {
  kind: 'search_form',
  source: 'prod',
  groups: named(['checkout']),
  group: { id: id(0), name: 'checkout' },
  streams: named(['api']),
  streamId: id(0),
  filled: { entries, found: '', isCounted: false, visibility: 'thread' },
  reopen: { kind: 'open_search' },
};

/** Whatever a name may hold, and the longest ones. */
const name = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 64, size: 'max' }),
  fc.constantFrom(
    '组'.repeat(64),
    '\u{1f600}'.repeat(64),
    '"'.repeat(64),
    '',
    '\ud800'.repeat(64),
    ':tada: <@U1>',
  ),
);
const names = fc.array(name, { minLength: 1, maxLength: 101, size: 'max' }).map(named);
/** Whatever a person can have entered, or a message can name. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 3_000, size: 'max' }),
  fc.constantFrom('', '词'.repeat(3_000), '"'.repeat(3_000)),
);
/** At most 130 characters, one of them a letter. */
const clue = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 64, size: 'max' }).map((any) => `x${any}`),
  fc.constantFrom(`x${'\\'.repeat(129)}`, '错'.repeat(130), `x${'\ud800'.repeat(129)}`),
);
const about = fc.record({
  threadTs: fc.constant('1800000000.000100'),
  found: fc.uniqueArray(clue, { maxLength: 10, size: 'max' }),
});

/** What Slack gives back when nothing is changed. */
function valuesOf({ blocks }: Pick<ReturnType<typeof searchModal>, 'blocks'>): Record<string, string | null> {
  const inputs = blocks.filter((block): block is InputBlock => block.type === 'input');
  return Object.fromEntries(
    inputs.map(({ block_id = '', element }) => [block_id, initialOf(element) || null]),
  );
}

function initialOf(element: InputBlock['element']): string {
  if (element.type === 'static_select') return element.initial_option?.value ?? '';
  if (element.type === 'datetimepicker') return String(element.initial_date_time ?? '');
  const isText = element.type === 'plain_text_input' || element.type === 'number_input';
  return (isText && element.initial_value) || '';
}

function jobOf(modal: ReturnType<typeof searchModal>, receivedAt = search.end) {
  const { callback_id: callbackId = '', private_metadata: metadata = '' } = modal;
  return { callbackId, metadata, values: valuesOf(modal), receivedAt };
}

describe('the search form', () => {
  it.each([
    ['en', rita],
    ['zh', anwen],
  ])('is one that Slack takes, whatever names, words and messages hold (%s)', (_, viewer) => {
    const several = { ...viewer, sources: ['prod', 'staging'.repeat(4)] };
    fc.assert(
      fc.property(
        names,
        names,
        text,
        fc.option(about),
        fc.nat(100),
        (groups, streams, words, message, index) => {
          const group = groups[index % groups.length];
          const filled = {
            ...FORM.filled,
            entries: { ...entries, words },
            ...(message && { about: message }),
          };
          const form = { ...FORM, groups, ...(group && { group }), streams, streamId: id(index), filled };
          const modal = searchModal(form, several, 'C0123456789');
          expect(problemsOf(modal)).toEqual([]);
          expect(JSON.stringify(modal).length).toBeLessThan(250_000);
          expect(
            problemsOf(stillSaying({ ...modal, submit: modal.submit ?? null, close: null }, 'No.')),
          ).toEqual([]);
          const refill = decodeRefill(jobOf(modal));
          expect([refill?.group?.id, refill?.filled.entries.words]).toEqual([
            group?.id,
            words.length > 3_000 ? '' : words,
          ]);
          const problem = problemMessage({ what: 'What went wrong.', remedy: 'Try again.' });
          if (refill) expect(problemsOf(keptSearchModal(refill, problem, several, 'C1'))).toEqual([]);
        },
      ),
      { numRuns: 15, endOnFailure: true },
    );
  });

  it('holds a hundred groups and streams of 64 Chinese characters, and a message that fills its metadata', () => {
    const all = named(Array.from({ length: 100 }, (_, index) => `${'日'.repeat(61)}${100 + index}`));
    const found = Array.from({ length: 30 }, (_, index) => `${100 + index}${'错'.repeat(125)}`);
    const filled = { ...FORM.filled, about: { threadTs: '1800000000.000100', found } };
    const group = all[99];
    const form = { ...FORM, groups: all, ...(group && { group }), streams: all, streamId: id(99), filled };
    const several = { ...anwen, sources: ['prod', 's'.repeat(32)] };
    const modal = searchModal(form, several, 'C0123456789');
    expect(problemsOf(modal)).toEqual([]);
    const { private_metadata: metadata = '' } = modal;
    // One more would be too long, and what does not fit is not offered.
    const kept = readAbout(metadata)?.found ?? [];
    expect(kept).toEqual(found.slice(0, kept.length));
    expect(JSON.stringify([...kept, found[kept.length]]).length).toBeGreaterThan(FOUND_ROOM.modal);
    expect(metadata.length).toBeLessThanOrEqual(3_000);
    const read = decodeSearch(jobOf(modal));
    expect([read?.stream.groupId, read?.stream.streamId, read?.stream.groupName]).toEqual([
      id(99),
      id(99),
      all[99]?.name,
    ]);
  });

  it('is read as what it shows, and carries whom it is for', () => {
    const modal = searchModal(FORM, rita, 'C1');
    expect(readMetadata(modal.private_metadata ?? '')).toEqual({
      channelId: 'C1',
      language: 'en',
      names: [],
      zone: 'Europe/Berlin',
    });
    expect(decodeSearch(jobOf(modal))).toEqual({
      kind: 'search',
      stream: { source: 'prod', groupId: id(0), groupName: 'checkout', streamId: id(0), streamName: 'api' },
      search: { ...search, start: Math.floor(search.start / 1_000) * 1_000 },
      isForOne: false,
    });
  });

  it('lists a stream that was chosen, though there are more than a select holds, and says that there are', () => {
    const streams = named(Array.from({ length: 130 }, (_, index) => `s${index}`));
    const modal = searchModal({ ...FORM, streams, streamId: id(120) }, rita, 'C1');
    expect(problemsOf(modal)).toEqual([]);
    expect(decodeSearch(jobOf(modal))?.stream.streamName).toBe('s120');
    expect(JSON.stringify(modal)).toContain('30 more do not fit in here.');
  });

  it('of several sources lets one choose, and names the groups of each apart', () => {
    const several = { ...rita, sources: ['prod', 'staging'] };
    const [one, other] = ['prod', 'staging'].map((source) => searchModal({ ...FORM, source }, several, 'C1'));
    const actions = (modal: typeof one) => JSON.stringify(modal?.blocks).match(/"action_id":"group[^"]*"/g);
    expect([actions(one), actions(other)]).toEqual([
      ['"action_id":"group_prod"'],
      ['"action_id":"group_staging"'],
    ]);
    expect(other && decodeSearch(jobOf(other))?.stream.source).toBe('staging');
  });

  it.each(['', '{}', 'null', '{"z":"UTC"}', '{"z":"UTC","s":"prod","k":1}'])(
    'is not read from %j',
    (metadata) => {
      const job = { ...jobOf(searchModal(FORM, rita, 'C1')), metadata };
      expect([decodeSearch(job), decodeRefill(job)]).toEqual([undefined, undefined]);
    },
  );

  it('can be opened once more by a button, whatever it is about', () => {
    fc.assert(
      fc.property(name, name, fc.option(about), (groupName, streamName, message) => {
        const reopen: OpenSearchCommand = {
          kind: 'open_search',
          stream: { ...stream, source: 's'.repeat(32), groupName, streamName },
          search: { ...search, words: '' },
          ...(message && { about: message }),
        };
        const shown = searchFormMessage({ ...FORM, reopen }, rita);
        expectSound(shown);
        const value = JSON.stringify(shown.blocks).match(/"value":("(?:[^"\\]|\\.)*")/)?.[1] ?? '""';
        const decoded = decodeClick(JSON.parse(value));
        if (decoded?.kind !== 'open_search') throw new Error('it is not read');
        expect(decoded.stream?.streamId).toBe(stream.streamId);
        expect(message?.found ?? []).toEqual(expect.arrayContaining([...(decoded.about?.found ?? [])]));
      }),
    );
    expect(decodeClick(encodeClick({ kind: 'open_search' }))).toEqual({ kind: 'open_search' });
  });
});

it('an option holds the ids, and as much of the names as there is room for', () => {
  fc.assert(
    fc.property(name, (each) => {
      const modal = searchModal({ ...FORM, groups: named([each]), streams: named([each]) }, rita, 'C1');
      const { group, stream: chosen } = valuesOf(modal);
      for (const value of [group, chosen])
        expect((value ?? '').length).toBeLessThanOrEqual(LIMITS.optionValue);
      expect(readStream(chosen ?? '')).toMatchObject({ groupId: id(0), streamId: id(0) });
      if (group) expect(readGroup(group)?.groupId).toBe(id(0));
    }),
  );
});

const asked = fc.record({
  channelId: fc.constant('C0123456789'),
  about: fc.option(about, { nil: undefined }),
});

/** As long as the grammar lets them be. */
const words = text.map((any) => {
  const limit = any.slice(0, MAX_FILTER);
  return JSON.stringify([limit, []]).length > MAX_FILTER ? limit.slice(0, 200) : limit;
});

describe.each([
  ['en', rita],
  ['zh', anwen],
])('a page in a modal (%s)', (_, viewer) => {
  it('is one that Slack takes, is turned there, and knows the message that it is about', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 50 }), words, name, asked, (contents, typed, group, where) => {
        const result = pageOf(
          linesOf(contents),
          { older: { lineNum: lineNum(9), direction: 'older' } },
          { search: { ...search, words: typed }, stream: { ...stream, groupName: group } },
        );
        const modal = pageModal(result, viewer, where);
        expect(problemsOf(modal)).toEqual([]);
        const offered = new Set(offersOf(shownIn(modal)).map(({ actionId }) => actionId));
        expect([...offered].filter((actionId) => actionId !== 'around')).toEqual([
          'older',
          'newer',
          'refine',
        ]);
        expect(JSON.stringify(modal)).toContain('/lts logs ');
        expectAbout(modal, where);
      }),
      { numRuns: 30 },
    );
  });

  it('tells of a way to share and to export only whoever may do one of them', () => {
    const told = (may: readonly string[]) => {
      const access = { ...everything, may: (verb: string) => may.includes(verb) };
      const modal = pageModal(
        pageOf(linesOf(['x'])),
        { ...viewer, access },
        { channelId: 'C1', about: undefined },
      );
      return JSON.stringify(modal).includes(viewer.words.search.goOn);
    };
    expect([told(['read']), told(['read', 'share']), told(['export'])]).toEqual([false, true, true]);
  });

  it('that could not be had is asked for once more, where that may help', () => {
    fc.assert(
      fc.property(text, asked, (what, where) => {
        const again = { kind: 'page', stream, search, extends: false } as const;
        const modal = retryModal(problemMessage({ what: `x${what}`.slice(0, 500) }), again, viewer, where);
        expect(problemsOf(modal)).toEqual([]);
        expect(clickOf(shownIn(modal), 'again', 'page')).toEqual(again);
        expectAbout(modal, where);
        const final = retryModal(problemMessage({ what: 'x' }), undefined, viewer, where);
        expect([problemsOf(final), offersOf(shownIn(final))]).toEqual([[], []]);
      }),
      { numRuns: 30 },
    );
  });
});

const shownIn = ({ blocks }: ReturnType<typeof pageModal>) => ({ blocks: blocks as KnownBlock[] });

/** As far as there is room: private_metadata holds 3,000 characters. */
function expectAbout(
  { private_metadata = '' }: ReturnType<typeof pageModal>,
  where: Parameters<typeof pageModal>[2],
) {
  expect(readMetadata(private_metadata)?.channelId).toBe(where.channelId);
  const read = readAbout(private_metadata);
  expect(read?.threadTs).toBe(where.about?.threadTs);
  expect(where.about?.found ?? []).toEqual(expect.arrayContaining([...(read?.found ?? [])]));
}
