import { describe, expect, it } from 'vitest';
import type { DeleteForm } from '../../lib/commands/form.ts';
import { lookBeforeDeleting } from '../../lib/commands/run-delete.ts';
import { failureOf, soon } from '../lts/lab.ts';
import { openWriteLab, type WriteLab } from './write-lab.ts';

const DELETES = { method: 'DELETE' };

/** An attempt that wrote down that it begins, and died. */
const die = async ({ journal }: WriteLab) => (await journal()).writeBegins('main');

async function formFor({ alone }: WriteLab, given: { group: string; stream?: string }): Promise<DeleteForm> {
  return (await lookBeforeDeleting({ source: 'main', ...given }, { ...alone, signal: soon() })).form;
}

async function remove({ client }: WriteLab, { groupId, stream }: DeleteForm): Promise<void> {
  await (stream ? client.deleteStream(groupId, stream.id, soon()) : client.deleteGroup(groupId, soon()));
}

describe.each([
  {
    what: 'a group',
    given: { group: 'checkout' },
    result: { kind: 'deleted_group', name: 'checkout' },
    gone: { kind: 'gone', group: 'checkout' },
    isThere: ({ groups }: WriteLab) => groups().some(({ name }) => name === 'checkout'),
  },
  {
    what: 'a stream',
    given: { group: 'checkout', stream: 'api' },
    result: { kind: 'deleted_stream', group: 'checkout', name: 'api' },
    gone: { kind: 'gone', group: 'checkout', stream: 'api' },
    isThere: ({ groups }: WriteLab) =>
      groups().some(({ streams, name }) => name === 'checkout' && streams.some((one) => one.name === 'api')),
  },
])('$what', ({ given, result, gone, isThere }) => {
  it('is deleted, and a later attempt gives the same answer without asking LTS', async () => {
    const lab = await openWriteLab();
    const form = await formFor(lab, given);
    expect(await lab.remove(form, await lab.journal())).toEqual(result);
    const asked = await lab.count();
    expect(await lab.remove(form, await lab.journal())).toEqual(result);
    expect([await lab.count(), isThere(lab)]).toEqual([asked, false]);
  });

  it('that is gone already is told as that, and nothing is deleted', async () => {
    const lab = await openWriteLab();
    const form = await formFor(lab, given);
    await remove(lab, form);
    expect(await failureOf(lab.remove(form, await lab.journal()))).toMatchObject({ mistake: gone });
    expect((await lab.journal()).past.isWriteOpen).toBe(false);
  });

  it('that a dead attempt deleted is deleted', async () => {
    const lab = await openWriteLab();
    const form = await formFor(lab, given);
    await die(lab);
    await remove(lab, form);
    expect(await lab.remove(form, await lab.journal())).toEqual(result);
    expect((await lab.journal()).past).toMatchObject({ isWriteOpen: false, written: result });
  });

  it('that a dead attempt did not delete is deleted', async () => {
    const lab = await openWriteLab();
    const form = await formFor(lab, given);
    await die(lab);
    expect(await lab.remove(form, await lab.journal())).toEqual(result);
    expect(isThere(lab)).toBe(false);
  });

  it('is left alone while nobody can look whether a dead attempt deleted it', async () => {
    const lab = await openWriteLab();
    const form = await formFor(lab, given);
    await die(lab);
    await lab.fault({ match: { method: 'GET' }, status: 500, body: { error_code: 'LTS.0010' }, times: 4 });
    expect(await failureOf(lab.remove(form, await lab.journal()))).toMatchObject({ seen: 'unknown' });
    expect(isThere(lab)).toBe(true);
    expect(await lab.remove(form, await lab.journal())).toEqual(result);
  });

  it('that LTS deleted without a word is deleted', async () => {
    const lab = await openWriteLab();
    const form = await formFor(lab, given);
    await lab.fault({ match: DELETES, truncate: true });
    expect(await lab.remove(form, await lab.journal())).toEqual(result);
    expect(isThere(lab)).toBe(false);
  });

  it('that LTS failed to delete is still there, and may be attempted anew', async () => {
    const lab = await openWriteLab();
    const form = await formFor(lab, given);
    await lab.fault({ match: DELETES, status: 500 });
    expect(await failureOf(lab.remove(form, await lab.journal()))).toMatchObject({ seen: 'still_there' });
    const next = await lab.journal();
    expect(next.past.isWriteOpen).toBe(false);
    expect(await lab.remove(form, next)).toEqual(result);
  });

  it('of which a new one has the name is not taken for it', async () => {
    const lab = await openWriteLab();
    const form = await formFor(lab, given);
    await remove(lab, form);
    const { client } = lab;
    if (form.stream) await client.createStream({ groupId: form.groupId, name: 'api' }, soon());
    else await client.createGroup({ name: 'checkout', retentionDays: 7 }, soon());
    expect(await failureOf(lab.remove(form, await lab.journal()))).toMatchObject({ mistake: gone });
    expect(isThere(lab)).toBe(true);
  });
});

it.each([
  ['one more', (lab: WriteLab, groupId: string) => lab.client.createStream({ groupId, name: 'new' }, soon())],
  ['one less', (lab: WriteLab, groupId: string) => remove(lab, { ...FIRST, groupId, stream: streamOf(lab) })],
])('a group with %s than was shown stays as it is', async (_, change) => {
  const lab = await openWriteLab();
  const form = await formFor(lab, { group: 'checkout' });
  await change(lab, form.groupId);
  const failure = await failureOf(lab.remove(form, await lab.journal()));
  expect(failure).toMatchObject({ mistake: { kind: 'group_changed', group: 'checkout' } });
  expect(lab.groups().some(({ name }) => name === 'checkout')).toBe(true);
});

const FIRST = { kind: 'delete', source: 'main', groupId: '', groupName: '' } as const;
const streamOf = ({ groups }: WriteLab) => {
  const [stream] = groups().find(({ name }) => name === 'checkout')?.streams ?? [];
  return { id: stream?.id ?? '', name: '' };
};

it.each([
  ['LTS.0207', 'stream_has_transfer', { group: 'checkout', stream: 'api' }],
  ['LTS.0105', 'group_has_transfer', { group: 'checkout' }],
])('what is copied to a bucket is refused with %s, and stays', async (ltsCode, reason, given) => {
  const lab = await openWriteLab();
  const form = await formFor(lab, given);
  const { groupId } = form;
  const { id } = (await formFor(lab, { group: 'checkout', stream: 'api' })).stream ?? { id: '' };
  const dump = { bucket: 'lts-archive', every: '5min', format: 'RAW', isOn: true } as const;
  await lab.client.createDump({ ...dump, groupId, streamIds: [id] }, soon());
  expect(await failureOf(lab.remove(form, await lab.journal()))).toMatchObject({ ltsCode, reason });
  expect((await lab.journal()).past.isWriteOpen).toBe(false);
});
