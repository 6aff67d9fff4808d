import { describe, expect, it } from 'vitest';
import { AuditUnavailableError } from '../../lib/commands/audit.ts';
import { LtsUnconfirmedError } from '../../lib/lts/errors.ts';
import { failureOf, soon } from '../lts/lab.ts';
import { openWriteLab, type WriteLab } from './write-lab.ts';

const TRUNCATED = { match: { method: 'POST' }, truncate: true };
const CREATE_GROUP = { kind: 'create_group', name: 'new', retentionDays: 7 } as const;
const CREATE_STREAM = { kind: 'create_stream', group: 'checkout', name: 'new' } as const;
const NEVER_LOOKED = { match: { method: 'GET' }, status: 500, body: { error_code: 'LTS.0010' }, times: 4 };

async function checkoutOf({ client }: WriteLab): Promise<string> {
  const groups = await client.listGroups(soon());
  return groups.find(({ log_group_name }) => log_group_name === 'checkout')?.log_group_id ?? '';
}

/** An attempt that wrote down that it begins, and died. */
const die = async ({ journal }: WriteLab) => (await journal()).writeBegins('main');

describe.each([
  {
    what: 'a group',
    command: CREATE_GROUP,
    result: { kind: 'created_group', name: 'new', retentionDays: 7 },
    taken: { reason: 'group_name_taken', ltsCode: 'LTS.0101' },
    create: ({ client }: WriteLab) => client.createGroup({ name: 'new', retentionDays: 7 }, soon()),
    isMade: ({ groups }: WriteLab) => groups().filter(({ name }) => name === 'new').length,
  },
  {
    what: 'a stream',
    command: CREATE_STREAM,
    result: { kind: 'created_stream', group: 'checkout', name: 'new' },
    taken: { reason: 'stream_name_taken', ltsCode: 'LTS.0205' },
    create: async (lab: WriteLab) =>
      lab.client.createStream({ groupId: await checkoutOf(lab), name: 'new' }, soon()),
    isMade: ({ groups }: WriteLab) =>
      groups().flatMap(({ streams }) => streams.filter(({ name }) => name === 'new')).length,
  },
])('$what', ({ command, result, taken, create, isMade }) => {
  it('is created, and a later attempt gives the same answer without asking LTS', async () => {
    const lab = await openWriteLab();
    expect(await lab.write(command, await lab.journal())).toEqual({ ...result, how: 'answered' });
    const asked = await lab.count();
    expect(await lab.write(command, await lab.journal())).toEqual({ ...result, how: 'answered' });
    expect([await lab.count(), isMade(lab)]).toEqual([asked, 1]);
  });

  it('that LTS did not confirm is found, and that answer stays too', async () => {
    const lab = await openWriteLab();
    await lab.fault(TRUNCATED);
    expect(await lab.write(command, await lab.journal())).toEqual({ ...result, how: 'found' });
    expect(await lab.write(command, await lab.journal())).toEqual({ ...result, how: 'found' });
    expect(await lab.answers()).toEqual([201]);
  });

  it('leaves for LTS only once that is recorded, and else nobody has to look for it', async () => {
    const lab = await openWriteLab();
    const unavailable = new AuditUnavailableError('down');
    const fail = () => Promise.reject(unavailable);
    expect(await failureOf(lab.write(command, await lab.journal(), fail))).toBe(unavailable);
    expect((await lab.journal()).past.isWriteOpen).toBe(false);
    await create(lab);
    // It was there before: LTS refuses it, as far as anybody knows.
    expect(await failureOf(lab.write(command, await lab.journal(), fail))).toBe(unavailable);
    expect(await lab.answers()).toEqual([201]);
  });

  it('that was there before is refused, and stays refused for the next attempt', async () => {
    const lab = await openWriteLab();
    await create(lab);
    expect(await failureOf(lab.write(command, await lab.journal()))).toMatchObject(taken);
    const next = await lab.journal();
    expect(next.past.isWriteOpen).toBe(false);
    expect(await failureOf(lab.write(command, next))).toMatchObject(taken);
    expect(isMade(lab)).toBe(1);
  });

  it('that was there before, whatever LTS answers, is not taken for a new one', async () => {
    const lab = await openWriteLab();
    await create(lab);
    await lab.fault(TRUNCATED);
    expect(await lab.write(command, await lab.journal())).toEqual({ ...result, how: 'existed' });
  });

  it('that a dead attempt made is found, and not made again', async () => {
    const lab = await openWriteLab();
    await die(lab);
    await create(lab);
    expect(await lab.write(command, await lab.journal())).toEqual({ ...result, how: 'found' });
    expect(await lab.answers()).toEqual([201]);
    expect((await lab.journal()).past).toMatchObject({ isWriteOpen: false, written: { how: 'found' } });
  });

  it('that a dead attempt did not make is made', async () => {
    const lab = await openWriteLab();
    await die(lab);
    expect(await lab.write(command, await lab.journal())).toEqual({ ...result, how: 'answered' });
    expect([await lab.answers(), isMade(lab)]).toEqual([[201], 1]);
  });

  it('is left alone while nobody can look whether a dead attempt made it', async () => {
    const lab = await openWriteLab();
    await die(lab);
    await lab.fault(NEVER_LOOKED);
    const failure = await failureOf(lab.write(command, await lab.journal()));
    expect(failure).toBeInstanceOf(LtsUnconfirmedError);
    expect(failure).toMatchObject({ seen: 'unknown', cause: { ltsCode: 'LTS.0010' } });
    expect(await lab.answers()).toEqual([]);
    // A later attempt can look.
    expect(await lab.write(command, await lab.journal())).toEqual({ ...result, how: 'answered' });
  });

  it('that the call of a dead attempt makes after all is found', async () => {
    const lab = await openWriteLab();
    await lab.fault({ match: { method: 'POST' }, delayMs: 400 });
    await die(lab);
    const late = create(lab);
    await expect.poll(lab.answers, { interval: 10 }).toEqual([null]);
    await lab.fault({ match: { method: 'POST' }, delayMs: 800 });
    expect(await lab.write(command, await lab.journal())).toEqual({ ...result, how: 'found' });
    await late;
    expect([await lab.answers(), isMade(lab)]).toEqual([[201, 400], 1]);
  });

  it('that LTS failed to make, and that is not there, may be attempted anew', async () => {
    const lab = await openWriteLab();
    await lab.fault({ match: { method: 'POST' }, status: 500 });
    expect(await failureOf(lab.write(command, await lab.journal()))).toMatchObject({ seen: 'undone' });
    const next = await lab.journal();
    expect(next.past.isWriteOpen).toBe(false);
    expect(await lab.write(command, next)).toEqual({ ...result, how: 'answered' });
  });
});

it('a stream whose group a dead attempt saw, and nobody sees any more, is told as a mistake', async () => {
  const lab = await openWriteLab();
  await die(lab);
  const failure = await failureOf(lab.write({ ...CREATE_STREAM, group: 'gone' }, await lab.journal()));
  expect(failure).toMatchObject({ mistake: { kind: 'unknown_group', given: 'gone' } });
  expect((await lab.journal()).past.isWriteOpen).toBe(false);
});

describe('a transfer', () => {
  const TRANSFER = {
    kind: 'transfer',
    group: 'checkout',
    streams: ['api'],
    bucket: 'lts-archive',
    every: '5min',
    format: 'RAW',
    isOn: true,
  } as const;

  it('is made once, and a later attempt gives its id without asking LTS', async () => {
    const lab = await openWriteLab();
    const first = await lab.write(TRANSFER, await lab.journal());
    expect(first).toMatchObject({ kind: 'transfer', streams: ['api'], id: expect.stringMatching(/^.{36}$/) });
    const asked = await lab.count();
    expect(await lab.write(TRANSFER, await lab.journal())).toEqual(first);
    expect(await lab.count()).toBe(asked);
  });

  it('that a dead attempt may have made is unknown, and not sent again', async () => {
    const lab = await openWriteLab();
    await die(lab);
    for (let attempt = 2; attempt <= 3; attempt += 1) {
      expect(await failureOf(lab.write(TRANSFER, await lab.journal()))).toMatchObject({ seen: 'unknown' });
    }
    expect(await lab.count()).toBe(0);
  });

  it('that LTS did not confirm stays unknown', async () => {
    const lab = await openWriteLab();
    await lab.fault(TRUNCATED);
    expect(await failureOf(lab.write(TRANSFER, await lab.journal()))).toMatchObject({ seen: 'unknown' });
    expect(await failureOf(lab.write(TRANSFER, await lab.journal()))).toMatchObject({ seen: 'unknown' });
    expect(await lab.answers()).toEqual([201]);
  });

  it('that LTS refused may be attempted anew', async () => {
    const lab = await openWriteLab();
    const nowhere = { ...TRANSFER, bucket: 'nowhere' };
    expect(await failureOf(lab.write(nowhere, await lab.journal()))).toMatchObject({
      reason: 'no_such_bucket',
    });
    expect((await lab.journal()).past.isWriteOpen).toBe(false);
    expect(await lab.write(TRANSFER, await lab.journal())).toMatchObject({ bucket: 'lts-archive' });
  });
});
