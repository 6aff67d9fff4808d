import { onTestFinished } from 'vitest';
import { guardSources } from '../../lib/access/guard.ts';
import type { Command } from '../../lib/commands/command.ts';
import type { DeleteForm } from '../../lib/commands/form.ts';
import type { Journal } from '../../lib/commands/journal.ts';
import { nameDeletion } from '../../lib/commands/run-delete.ts';
import { runOrAsk } from '../../lib/commands/run-named.ts';
import { runWrite } from '../../lib/commands/run-write.ts';
import { startLtsEmulator } from '../../lib/local/lts/emulator.ts';
import { createLtsClient } from '../../lib/lts/client.ts';
import { createApprovals } from '../../lib/store/approvals.ts';
import { openJournal } from '../../lib/store/journal.ts';
import { everything } from '../access/everything.ts';
import { soon } from '../lts/lab.ts';
import { openTable } from '../store/table.ts';

const JOB = { id: '1.2.3', userId: 'U1', teamId: 'T1', channelId: 'C1', receivedAt: Date.now() };

interface Request {
  readonly method: string;
  readonly path: string;
  readonly status: number | null;
}

/** An LTS with a story in it, a table, and one job after the other that is to write there. */
export async function openWriteLab() {
  const emulator = await startLtsEmulator({ logs: [], keepTimes: false });
  onTestFinished(() => emulator.close());
  const table = await openTable();
  const { url, projectId, accessKey, secretKey } = emulator;
  const client = createLtsClient({
    endpoint: url,
    iamEndpoint: url,
    projectId,
    credentials: { accessKey, secretKey },
    random: () => 0,
  });
  const unguarded = new Map([['main', { ...client, readsPerMinute: 100 }]]);
  const sources = guardSources(unguarded, everything, 'read');
  const alone = {
    sources,
    actAs: async () => ({ access: everything, sources }),
    approversOf: () => undefined,
    approvals: createApprovals(table.connect(), 'State', Date.now),
    audit: { note: () => {}, begins: async () => {} },
    job: JOB,
  };
  const requests = async () => (await (await fetch(`${url}/__emulator/requests`)).json()) as Request[];
  return {
    client,
    groups: emulator.groups,
    /** The journal of a new attempt. */
    journal: (jobId = JOB.id): Promise<Journal> => openJournal(table.connect(), 'State', jobId, Date.now),
    /** Of somebody who may do everything, alone. */
    alone,
    write: (
      command: Parameters<typeof runWrite>[0] & Command,
      journal: Journal,
      begins = async (): Promise<void> => {},
    ) => runWrite(command, 'main', { ...alone, journal, audit: { note: () => {}, begins }, signal: soon() }),
    remove: (form: DeleteForm, journal: Journal) => {
      const context = { ...alone, journal, signal: soon() };
      return runOrAsk(() => nameDeletion(form, context), context);
    },
    /** Lets something go wrong in LTS; once, unless `times` says otherwise. */
    async fault(fault: object): Promise<void> {
      const response = await fetch(`${url}/__emulator/faults`, {
        method: 'POST',
        body: JSON.stringify(fault),
      });
      if (!response.ok) throw new Error(await response.text());
    },
    /** How LTS answered each write, oldest first; null for the one that it has not answered. */
    answers: async () =>
      (await requests()).filter(({ method }) => method === 'POST').map(({ status }) => status),
    count: async () => (await requests()).length,
  };
}

export type WriteLab = Awaited<ReturnType<typeof openWriteLab>>;
