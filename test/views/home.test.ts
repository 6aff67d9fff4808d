import type { HomeView, KnownBlock } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RepeatCommand } from '../../lib/commands/click.ts';
import { MAX_FILTER } from '../../lib/commands/read-filter.ts';
import type { HomeResult } from '../../lib/commands/result.ts';
import { findViewProblems } from '../../lib/local/slack/blocks/view-blocks.ts';
import { isObject, parseJson } from '../../lib/local/slack/json.ts';
import { decodeClick } from '../../lib/views/buttons.ts';
import { homeView } from '../../lib/views/home.ts';
import type { Lately } from '../../lib/views/lately.ts';
import type { Viewer } from '../../lib/views/viewer.ts';
import { everything } from '../access/everything.ts';
import { asText } from './as-text.ts';
import { anwen, NOW, rita, search, stream } from './samples.ts';

const DIRECT = 'D0READER001';
const RESULT: HomeResult = { kind: 'home', sources: [{ name: 'prod', state: 'reachable' }] };
const HOUR = 3_600_000;

const about = (lately: Lately | undefined) => ({ locale: 'en-US', contact: ['U0OPERATOR1'], lately });
const homeOf = (lately: Lately | undefined, viewer: Viewer, result = RESULT) =>
  homeView(result, viewer, about(lately), DIRECT);
const problemsOf = (home: HomeView) => {
  const view = parseJson(JSON.stringify(home));
  return isObject(view) ? findViewProblems(view, 'home') : ['no view'];
};
const blocksOf = ({ blocks }: HomeView) => blocks as KnownBlock[];
const buttonsOf = (home: HomeView) =>
  blocksOf(home).flatMap((block) =>
    block.type === 'section' && block.accessory?.type === 'button' ? [block.accessory] : [],
  );

const made = (more: Partial<RepeatCommand> = {}, at = NOW) => ({
  click: { kind: 'repeat', stream, search, channelId: 'C0OPS000001', ...more } as const,
  at,
});
const LATELY: Lately = {
  searches: [
    made({
      search: { ...search, start: NOW - HOUR, end: NOW, labels: { level: 'warn', hostName: 'ecs 1' } },
    }),
    made({ search: { ...search, start: NOW - 24 * HOUR, end: NOW, endIsFixed: true }, channelId: DIRECT }),
    made({ search: { ...search, words: '' }, channelId: 'D0BETWEEN01' }),
    made({ stream: { ...stream, streamName: 'my app' }, channelId: 'U0READER001' }),
  ],
  channels: [
    { channelId: DIRECT },
    { channelId: 'C0OPS000001', stream },
    { channelId: 'C0RANDOM001', source: 'staging' },
  ],
};

describe.each([
  ['en', rita],
  ['zh', anwen],
] as const)('in %s', (language, viewer) => {
  it('what is said of the latest searches reads as it should, and Slack takes it', async () => {
    const several = { ...viewer, sources: ['prod', 'staging'] };
    const homes = {
      'some searches': homeOf(LATELY, viewer),
      'of several sources': homeOf(LATELY, several),
      'no searches': homeOf({ searches: [], channels: [{ channelId: DIRECT }] }, viewer),
      'searches that cannot be read': homeOf(undefined, viewer),
    };
    const { searches, sources } = viewer.words.home;
    const texts = Object.entries(homes).map(([name, home]) => {
      expect(problemsOf(home)).toEqual([]);
      const lines = asText({ text: '', blocks: blocksOf(home) }).split('\n');
      const own = lines.slice(lines.indexOf(`**${searches}**`), lines.indexOf(`**${sources}**`));
      return `=== ${name}\n${own.join('\n')}\n`;
    });
    await expect(texts.join('\n')).toMatchFileSnapshot(`goldens/home.${language}.txt`);
  });

  it('Slack takes it, whatever was searched and whatever it is called, and each button makes its search', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 64, size: 'max' }),
      fc.constantFrom('组'.repeat(64), '\u{1f600}'.repeat(64), '"'.repeat(64), '\ud800'.repeat(64), ''),
    );
    const words = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200, size: 'max' }),
      fc.constantFrom('词'.repeat(MAX_FILTER - 8), '"'.repeat(600), '<!channel> *b* :tada:', ''),
    );
    const one = fc
      .record({ name, words, source: fc.constant('s'.repeat(32)), endIsFixed: fc.boolean() })
      .map(({ name: any, words: typed, source, endIsFixed }) =>
        made({
          stream: { ...stream, source, groupName: any, streamName: any },
          search: { ...search, words: typed, endIsFixed },
        }),
      );
    const channel = fc.record({
      channelId: fc.constant('C0OPS000001'),
      stream: one.map(({ click }) => click.stream),
    });
    fc.assert(
      fc.property(
        fc.array(one, { maxLength: 5 }),
        fc.array(channel, { minLength: 1, maxLength: 6 }),
        fc.array(name, { maxLength: 20 }),
        (searches, channels, sources) => {
          const several = { ...viewer, sources: ['prod', ...sources] };
          const states = sources.map((code) => ({ name: 's'.repeat(32), state: 'refused', code }) as const);
          const home = homeOf({ searches, channels }, several, { kind: 'home', sources: states });
          expect(problemsOf(home)).toEqual([]);
          const buttons = buttonsOf(home).map(({ value = '' }) => decodeClick(value));
          expect(buttons.map((click) => click?.kind === 'repeat' && click.search)).toEqual(
            searches.map(({ click }) => click.search),
          );
          const live = blocksOf(home).filter((block) => JSON.stringify(block).includes('"mrkdwn"'));
          expect(live).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });
});

it('who may read nothing is shown nothing of it', () => {
  const home = homeOf(LATELY, { ...rita, access: { ...everything, mayAtAll: (verb) => verb !== 'read' } });
  expect([buttonsOf(home), JSON.stringify(home).includes('ecs 1')]).toEqual([[], false]);
});
