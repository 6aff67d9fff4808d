import { describe, expect, it } from 'vitest';
import { decide } from '../../lib/access/decide.ts';
import { guardSources } from '../../lib/access/guard.ts';
import { VERBS } from '../../lib/commands/access.ts';
import type { GuardedSources } from '../../lib/commands/lts-sources.ts';
import { lookBeforeDeleting, nameDeletion } from '../../lib/commands/run-delete.ts';
import { runOrAsk } from '../../lib/commands/run-named.ts';
import { runWrite } from '../../lib/commands/run-write.ts';
import { failureOf, soon } from '../lts/lab.ts';
import { openWriteLab, type WriteLab } from './write-lab.ts';

/** As somebody may use LTS who has lost all but these groups since an earlier attempt began. */
function seeing({ client }: WriteLab, ...groups: string[]): GuardedSources {
  const rules = [{ who: ['everyone'], may: [...VERBS].filter((verb) => verb !== 'audit'), groups }];
  const access = decide({ readOnly: false, rules }, ['main'], true);
  return guardSources(new Map([['main', { ...client, readsPerMinute: 100 }]]), access, 'read');
}

const NOTHING: GuardedSources = new Map();
const TARGET = { source: 'main', group: 'checkout', stream: 'api' };
const UNKNOWN = { code: 'lts_unconfirmed', seen: 'unknown' };

/** An attempt that begins to delete, and dies. */
async function openDeletion() {
  const lab = await openWriteLab();
  const { form } = await lookBeforeDeleting(TARGET, { ...lab.alone, signal: soon() });
  await (await lab.journal()).writeBegins('main');
  return {
    ...lab,
    form,
    goOn: async (sources: GuardedSources) => {
      const context = { ...lab.alone, sources, journal: await lab.journal(), signal: soon() };
      return runOrAsk(() => nameDeletion(form, context), context);
    },
  };
}

describe('what a dead attempt began, and the person may not see any more', () => {
  it('is not told as deleted while it is there', async () => {
    const lab = await openDeletion();
    expect(await failureOf(lab.goOn(seeing(lab, 'payments')))).toMatchObject(UNKNOWN);
    expect((await lab.journal()).past.isWriteOpen).toBe(true);
  });

  it('is not told as never there when it was deleted', async () => {
    const lab = await openDeletion();
    await lab.client.deleteStream(lab.form.groupId, lab.form.stream?.id ?? '', soon());
    expect(await failureOf(lab.goOn(NOTHING))).toMatchObject(UNKNOWN);
    expect((await lab.journal()).past.isWriteOpen).toBe(true);
  });

  it('is deleted by whoever may still delete a part of the source', async () => {
    const lab = await openDeletion();
    expect(await lab.goOn(seeing(lab, 'checkout'))).toEqual({
      kind: 'deleted_stream',
      group: 'checkout',
      name: 'api',
    });
    await (await lab.journal()).writeBegins('main');
    expect((await lab.journal()).past.written).toBeDefined();
  });

  it.each([
    ['a source', () => NOTHING],
    ['a group', (lab: WriteLab) => seeing(lab, 'payments')],
  ])('is not told as a mistake: a stream created in %s that is hidden', async (_, sources) => {
    const lab = await openWriteLab();
    await (await lab.journal()).writeBegins('main');
    const context = { ...lab.alone, sources: sources(lab), journal: await lab.journal(), signal: soon() };
    const command = { kind: 'create_stream', group: 'checkout', name: 'new' } as const;
    expect(await failureOf(runWrite(command, 'main', context))).toMatchObject(UNKNOWN);
    expect((await lab.journal()).past.isWriteOpen).toBe(true);
  });
});
