import { beforeEach, describe, expect, it } from 'vitest';
import { OvertakenError } from '../../lib/commands/journal.ts';
import type { WriteResult } from '../../lib/commands/write-result.ts';
import { openJournal } from '../../lib/store/journal.ts';
import { openTable } from './table.ts';

const NOW = 1_800_000_000_000;
const CREATED: WriteResult = { kind: 'created_group', name: 'g', retentionDays: 7, how: 'answered' };
const COPIED: WriteResult = {
  kind: 'transfer',
  group: 'g',
  streams: ['a', 'b'],
  bucket: 'lts-archive',
  every: '5min',
  isOn: false,
  id: 'd-1',
};

let table: Awaited<ReturnType<typeof openTable>>;
beforeEach(async () => {
  table = await openTable();
});

/** Each opening is a new attempt at the job. */
const open = (jobId = '1.2.3', client = table.connect()) => openJournal(client, 'State', jobId, () => NOW);
/** A client that asks again, as a worker's does, and waits no longer than 200 ms. */
const patient = () => table.connect({ maxAttempts: 3, timeoutMs: 200 });

describe('what one attempt writes down, the next one reads:', () => {
  it('nothing, at first', async () => {
    expect((await open()).past).toEqual({ attempt: 1, isWriteOpen: false, isTold: false });
    expect((await open()).past).toEqual({ attempt: 2, isWriteOpen: false, isTold: false });
  });

  it('that a write is about to leave', async () => {
    await (await open()).writeBegins('main');
    expect((await open()).past).toMatchObject({ isWriteOpen: true, writeSource: 'main' });
  });

  it.each([CREATED, COPIED, { kind: 'created_stream', group: 'g', name: 's', how: 'found' } as const])(
    'what the write came to: %j',
    async (result) => {
      const first = await open();
      await first.writeBegins('main');
      await first.writeEnded(result);
      expect((await open()).past).toEqual({
        attempt: 2,
        isWriteOpen: false,
        isTold: false,
        writeSource: 'main',
        written: result,
      });
    },
  );

  it('that the write was refused, so that nothing is open', async () => {
    const first = await open();
    await first.writeBegins('main');
    await first.writeEnded();
    expect((await open()).past).toEqual({ attempt: 2, isWriteOpen: false, isTold: false });
  });

  it('that the person is told, or that Slack did not take the answer', async () => {
    const first = await open();
    await first.mayTell();
    expect((await open()).past.isTold).toBe(true);
    await first.notTold();
    expect((await open()).past.isTold).toBe(false);
  });

  it.each([
    { channelId: 'C', ts: '1.2', total: 3 },
    { channelId: 'C', ts: '1.2', threadTs: '1.1', total: 3, file: 'left' } as const,
    { channelId: 'C', ts: '1.2', total: 3, file: 'there' } as const,
  ])('where an export shows how far it is: %j', async (shown) => {
    await (await open()).exportShown(shown);
    expect((await open()).past.shown).toEqual(shown);
  });

  it('nothing of another job', async () => {
    const first = await open('1.1.1');
    await first.writeBegins('main');
    await first.mayTell();
    expect((await open('2.2.2')).past).toEqual({ attempt: 1, isWriteOpen: false, isTold: false });
  });
});

describe.each(['mayTell', 'mayNote'] as const)('%s', (claim) => {
  it('is given to one of two attempts at once, and to no later one', async () => {
    const attempts = [await open(), await open()];
    const given = await Promise.all(attempts.map((attempt) => attempt[claim]()));
    expect(given.toSorted()).toEqual([false, true]);
    expect(await (await open())[claim]()).toBe(false);
  });

  it('stays with the attempt that has it', async () => {
    const attempt = await open();
    expect([await attempt[claim](), await attempt[claim]()]).toEqual([true, true]);
  });

  // Each is carried out, before the client asks again or after it has.
  it.each([{ truncate: true }, { delayMs: 400 }])(
    'is given though the answer of the table was lost: %j',
    async (fault) => {
      const attempt = await open('1.2.3', patient());
      table.fault(fault);
      expect(await attempt[claim]()).toBe(true);
      expect(await (await open())[claim]()).toBe(false);
    },
  );

  it('is a failure when the table cannot be asked', async () => {
    const attempt = await open();
    table.fault({ status: 400, body: { __type: 'ThrottlingException', message: 'slow down' } });
    await expect(attempt[claim]()).rejects.toThrow('ThrottlingException');
    expect(await attempt[claim]()).toBe(true);
  });
});

it('whoever Slack turned away lets another attempt tell', async () => {
  const [first, second] = [await open(), await open()];
  expect([await first.mayTell(), await second.mayTell()]).toEqual([true, false]);
  await first.notTold();
  expect([await second.mayTell(), await first.mayTell()]).toEqual([true, false]);
});

it('a write begins only as long as no other attempt has, and what the other one wrote down stays', async () => {
  const [first, second] = [await open(), await open()];
  await expect(first.writeBegins('main')).rejects.toThrow(
    new OvertakenError('another attempt has taken over'),
  );
  await second.writeBegins('main');
  await first.writeEnded();
  expect((await open()).past.isWriteOpen).toBe(true);
});

it('whoever does not tell takes nobody else the right to', async () => {
  const [first, second] = [await open(), await open()];
  await first.mayTell();
  await second.notTold();
  expect((await open()).past.isTold).toBe(true);
  expect(await second.mayTell()).toBe(false);
});

it('a note takes nobody the right to tell', async () => {
  const attempt = await open();
  await attempt.mayNote();
  const next = await open();
  expect(next.past.isTold).toBe(false);
  expect([await next.mayNote(), await next.mayTell()]).toEqual([false, true]);
});

it('no note follows the answer, whoever tells it', async () => {
  const [first, second] = [await open(), await open()];
  await second.mayTell();
  expect(await first.mayNote()).toBe(false);
});

it('a journal expires after a day, in seconds', async () => {
  await open();
  expect(await table.read('job#1.2.3')).toEqual({
    id: 'job#1.2.3',
    attempts: 1,
    newest: expect.any(String),
    expiresAt: 1_800_000_000 + 86_400,
  });
});
