import { expect, it } from 'vitest';
import { APPROVAL_MS } from '../../lib/commands/approval.ts';
import type { DecideCommand } from '../../lib/commands/click.ts';
import type { WriteContext } from '../../lib/commands/run.ts';
import { runDecision } from '../../lib/commands/run-approval.ts';
import { runWrite } from '../../lib/commands/run-write.ts';
import { everything } from '../access/everything.ts';
import { failureOf, soon } from '../lts/lab.ts';
import { openWriteLab } from './write-lab.ts';

const NOW = Date.now();
const ASKER = 'U0OMAR';
const OTHER = 'U0ANWEN';
const ID = '1.2.3';
const TRANSFER = {
  kind: 'transfer',
  group: 'payments',
  streams: ['ledger', 'gateway'],
  bucket: 'lts-archive',
  every: '5min',
  format: 'RAW',
  isOn: true,
} as const;

/** What is done to `payments` needs Anwen. */
const approversOf: WriteContext['approversOf'] = (_verb, targets) =>
  targets.some(({ group }) => group === 'payments')
    ? { named: [[OTHER]], mayApprove: async (userId) => userId === OTHER }
    : undefined;

/** Omar has asked for a transfer. */
async function open() {
  const lab = await openWriteLab();
  const context = async (userId: string, jobId: string, receivedAt = NOW, channelId = 'C1') => ({
    ...lab.alone,
    approversOf,
    journal: await lab.journal(jobId),
    job: { id: jobId, userId, teamId: 'T1', channelId, receivedAt },
    signal: soon(),
  });
  const ask = async (channelId = 'C1') =>
    runWrite(TRANSFER, 'main', await context(ASKER, ID, NOW, channelId));
  return {
    ...lab,
    context,
    ask,
    transfers: async () => (await lab.answers()).length,
    decide: async (
      kind: DecideCommand['kind'],
      userId = OTHER,
      jobId = `${userId}.${kind}`,
      receivedAt = NOW + 60_000,
    ) => runDecision({ kind, approvalId: ID }, await context(userId, jobId, receivedAt)),
  };
}

const mistake = (kind: string) => ({ mistake: expect.objectContaining({ kind }) });

it('what needs a second person is asked, with all that it names, and nothing is done', async () => {
  const lab = await open();
  expect(await lab.ask()).toMatchObject({
    kind: 'approval_asked',
    approvers: [[OTHER]],
    approval: {
      id: ID,
      userId: ASKER,
      asks: {
        kind: 'transfer',
        groupName: 'payments',
        streams: [{ name: 'ledger' }, { name: 'gateway' }],
      },
    },
  });
  expect(await lab.transfers()).toBe(0);
});

it('what needs none is done at once', async () => {
  const lab = await open();
  const command = { ...TRANSFER, group: 'checkout', streams: ['api'] };
  const done = await runWrite(command, 'main', await lab.context(ASKER, ID));
  expect(done).toMatchObject({ kind: 'transfer', group: 'checkout' });
});

it('is done once when the other one approves, however often the click is repeated', async () => {
  const lab = await open();
  await lab.ask();
  const ended = await lab.decide('approve');
  expect(ended).toMatchObject({
    approval: { userId: ASKER },
    ending: {
      kind: 'approved',
      decision: { userId: OTHER, at: NOW + 60_000 },
      came: { kind: 'transfer', streams: ['ledger', 'gateway'] },
    },
  });
  expect(await lab.decide('approve')).toMatchObject({ ending: ended.ending });
  expect(await lab.transfers()).toBe(1);
});

it('a second click, on either button, does nothing', async () => {
  const lab = await open();
  await lab.ask();
  await lab.decide('approve');
  expect(await failureOf(lab.decide('approve', OTHER, 'again'))).toMatchObject(mistake('decided_already'));
  expect(await failureOf(lab.decide('reject'))).toMatchObject(mistake('decided_already'));
  expect(await lab.transfers()).toBe(1);
});

it('of two clicks at the same moment one counts', async () => {
  const lab = await open();
  await lab.ask();
  const clicks = ['a', 'b', 'c'].map((jobId) => lab.decide('approve', OTHER, jobId));
  const outcomes = await Promise.allSettled(clicks);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await lab.transfers()).toBe(1);
});

it('nobody approves what they asked themselves, nor what the policy does not let them', async () => {
  const lab = await open();
  await lab.ask();
  expect(await failureOf(lab.decide('approve', ASKER))).toMatchObject(mistake('own_approval'));
  expect(await failureOf(lab.decide('approve', 'U0RITA'))).toMatchObject(mistake('not_decider'));
  expect(await failureOf(lab.decide('reject', 'U0RITA'))).toMatchObject(mistake('not_decider'));
  expect(await lab.transfers()).toBe(0);
  expect(await lab.decide('approve')).toMatchObject({ ending: { kind: 'approved' } });
});

it.each([OTHER, ASKER])('%s rejects it, and it stays rejected', async (userId) => {
  const lab = await open();
  await lab.ask();
  expect(await lab.decide('reject', userId)).toMatchObject({
    ending: { kind: 'rejected', decision: { userId } },
  });
  expect(await failureOf(lab.decide('approve'))).toMatchObject(mistake('decided_already'));
  expect(await lab.transfers()).toBe(0);
});

it('counts for a quarter of an hour, to the millisecond', async () => {
  const lab = await open();
  await lab.ask();
  const inTime = await lab.decide('approve', OTHER, 'in time', NOW + APPROVAL_MS);
  expect(inTime).toMatchObject({ ending: { kind: 'approved' } });
});

it('that nobody decided in time is over, for a click too that was made in time and comes after', async () => {
  const lab = await open();
  await lab.ask();
  const late = await lab.decide('approve', OTHER, 'late', NOW + APPROVAL_MS + 1);
  expect(late).toMatchObject({ ending: { kind: 'expired' } });
  expect(await failureOf(lab.decide('approve', OTHER, 'in time', NOW + 1))).toMatchObject(
    mistake('approval_gone'),
  );
  expect(await lab.decide('approve', OTHER, 'late', NOW + APPROVAL_MS + 1)).toMatchObject(late);
  expect(await lab.transfers()).toBe(0);
});

it('is not done when the one who asked may not do it any more', async () => {
  const lab = await open();
  await lab.ask();
  const barred = { ...everything, may: () => false };
  const context = await lab.context(OTHER, 'click');
  const actAs = async () => ({ access: barred, sources: lab.alone.sources });
  expect(await runDecision({ kind: 'approve', approvalId: ID }, { ...context, actAs })).toMatchObject({
    ending: { kind: 'void' },
  });
  // Nor later, when they may again: whoever still wants it asks again.
  expect(await failureOf(lab.decide('approve', OTHER, 'again'))).toMatchObject(mistake('approval_gone'));
  expect(await lab.transfers()).toBe(0);
});

it('what is shown is what was written down first, whatever has changed since', async () => {
  const lab = await open();
  const context = await lab.context(ASKER, ID);
  const [main] = context.sources.values();
  if (!main) throw new Error('no source');
  const sources = new Map([
    ['main', main],
    ['other', main],
  ]);
  await runWrite(TRANSFER, 'main', { ...context, sources });
  const repeated = { ...(await lab.context(ASKER, ID)), sources };
  expect(await runWrite(TRANSFER, 'other', repeated)).toMatchObject({
    approval: { asks: { source: 'main' } },
  });
});

it('that was decided is left to the next attempt while Slack does not say whether the asker may still do it', async () => {
  const lab = await open();
  await lab.ask();
  const first = await lab.context(OTHER, 'click');
  const writeBegins = () => Promise.reject(new Error('killed'));
  const approve = { kind: 'approve', approvalId: ID } as const;
  await failureOf(runDecision(approve, { ...first, journal: { ...first.journal, writeBegins } }));
  const unsaid = { ...everything, isCertain: false, may: () => false };
  const second = await lab.context(OTHER, 'click');
  const actAs = async () => ({ access: unsaid, sources: second.sources });
  expect(await failureOf(runDecision(approve, { ...second, actAs }))).toMatchObject({
    code: 'access_unknown',
  });
  expect(await runDecision(approve, await lab.context(OTHER, 'click'))).toMatchObject({
    ending: { kind: 'approved', came: { kind: 'transfer' } },
  });
});

it('ends with why LTS refused, and is used up', async () => {
  const lab = await open();
  await lab.ask();
  await lab.fault({
    match: { method: 'POST' },
    status: 400,
    body: { error_code: 'LTS.0207', error_msg: 'x' },
  });
  expect(await lab.decide('approve')).toMatchObject({
    ending: { kind: 'approved', came: { kind: 'failed', error: { reason: 'stream_has_transfer' } } },
  });
  expect(await failureOf(lab.decide('approve', OTHER, 'again'))).toMatchObject(mistake('decided_already'));
});

it('that an attempt died over is told as not known, and not repeated', async () => {
  const lab = await open();
  await lab.ask();
  await lab.fault({ match: { method: 'POST' }, truncate: true });
  const first = await lab.decide('approve');
  expect(first).toMatchObject({ ending: { came: { kind: 'failed', error: { seen: 'unknown' } } } });
  expect(await lab.decide('approve')).toMatchObject({ ending: { came: { error: { seen: 'unknown' } } } });
  expect(await lab.transfers()).toBe(1);
});

it('an approval of another channel is none, nor one that nobody asked for', async () => {
  const lab = await open();
  await lab.ask();
  const elsewhere = await lab.context(OTHER, 'click', NOW, 'C2');
  const approve = { kind: 'approve', approvalId: ID } as const;
  expect(await failureOf(runDecision(approve, elsewhere))).toMatchObject(mistake('approval_gone'));
  const made = { kind: 'approve', approvalId: '9.9.9' } as const;
  const here = await lab.context(OTHER, 'click');
  expect(await failureOf(runDecision(made, here))).toMatchObject(mistake('approval_gone'));
});

it('cannot be asked where nobody else would see it', async () => {
  const lab = await open();
  expect(await failureOf(lab.ask('D0OMAR'))).toMatchObject(mistake('approval_needs_channel'));
});
