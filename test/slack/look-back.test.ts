import { expect, it } from 'vitest';
import { createGate } from '../../lib/access/gate.ts';
import type { Rule } from '../../lib/access/policy.ts';
import type { ChannelSettings } from '../../lib/commands/channel-settings.ts';
import type { Click } from '../../lib/commands/click.ts';
import { latestLines } from '../../lib/commands/latest-lines.ts';
import { lookBack } from '../../lib/slack/look-back.ts';
import { encodeClick } from '../../lib/views/buttons.ts';
import { rita, stream } from '../views/samples.ts';

const NOW = 1_800_000_000_000;
const JOB = {
  kind: 'home_opened',
  id: 'Ev1',
  requestId: 'r',
  teamId: 'T',
  userId: 'U',
  channelId: 'D0',
  receivedAt: NOW,
} as const;
const ANYTHING: Rule = { who: ['everyone'], may: ['read'] };
const search = latestLines(NOW);

/** What is kept of the person, read when these rules and settings hold; by the names of the streams. */
async function look(
  values: readonly string[],
  { rules = [ANYTHING], settings = {} as Partial<ChannelSettings> } = {},
) {
  const sources = ['prod', 'staging'];
  const gate = createGate({ readOnly: false, rules, approvals: [] }, sources, async () => undefined);
  const viewer = { ...rita, sources, access: await gate.accessOf(JOB) };
  const lately = await lookBack(JOB, viewer, {
    latestOf: () => ({
      list: async () => values.map((value, index) => ({ name: `${index}`, value, at: NOW })),
      add: async () => {},
    }),
    channelOf: () => ({ read: async () => ({ visibility: 'private', ...settings }), change: async () => {} }),
  });
  if (!lately) throw new Error('it could not be read');
  return { lately, names: lately.searches.map(({ click }) => click.stream.streamName) };
}

const repeat = (more: Partial<typeof stream> = {}, channelId = 'C0') =>
  encodeClick({ kind: 'repeat', stream: { ...stream, ...more }, search, channelId });

it('what the policy no longer lets the person read is left out, and so is what a channel searches', async () => {
  const rules: Rule[] = [
    { who: ['everyone'], may: ['read'], groups: ['checkout'], streams: ['api'] },
    { who: ['everyone'], may: ['read'], channels: ['C0'] },
  ];
  const hidden = { ...stream, streamName: 'payroll' };
  const { lately, names } = await look([repeat(), repeat({ streamName: 'payroll' })], {
    rules,
    settings: { source: 'prod', stream: hidden },
  });
  expect(names).toEqual(['api']);
  expect(JSON.stringify(lately)).not.toContain('payroll');
});

it('of a source that is configured no more nothing is offered to be run again', async () => {
  const { lately, names } = await look([repeat({ source: 'retired' }), repeat()], {
    settings: { source: 'retired' },
  });
  expect(names).toEqual(['api']);
  expect(lately.channels).toEqual([{ channelId: 'D0' }, { channelId: 'C0' }]);
});

it('what another version wrote, and what is no search, is left out', async () => {
  const page: Click = { kind: 'page', stream, search, extends: false };
  const remove: Click = { kind: 'open_delete', source: 'prod', group: 'checkout' };
  const odd = ['', '{', 'logs prod g s', '{"v":"repeat"}', encodeClick(page), encodeClick(remove)];
  expect((await look([...odd, repeat()])).names).toEqual(['api']);
});

it('each channel is named once, the direct message first, and no other direct message', async () => {
  const values = ['C1', 'D0', 'D9', 'U', 'C1', 'G2'].map((channelId) => repeat({}, channelId));
  const { lately } = await look(values);
  expect(lately.channels.map(({ channelId }) => channelId)).toEqual(['D0', 'C1', 'G2']);
});
