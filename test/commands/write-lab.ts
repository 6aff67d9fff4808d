import { onTestFinished } from 'vitest';
import { guardSources } from '../../lib/access/guard.ts';
import type { Command } from '../../lib/commands/command.ts';
import type { Journal } from '../../lib/commands/journal.ts';
import { runWrite } from '../../lib/commands/run-write.ts';
import { startLtsEmulator } from '../../lib/local/lts/emulator.ts';
import { createLtsClient } from '../../lib/lts/client.ts';
import { openJournal } from '../../lib/store/journal.ts';
import { everything } from '../access/everything.ts';
import { soon } from '../lts/lab.ts';
import { openTable } from '../store/table.ts';

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
  const requests = async () => (await (await fetch(`${url}/__emulator/requests`)).json()) as Request[];
  return {
    client,
    groups: emulator.groups,
    /** The journal of a new attempt. */
    journal: (): Promise<Journal> => openJournal(table.connect(), 'State', '1.2.3', Date.now),
    write: (command: Parameters<typeof runWrite>[0] & Command, journal: Journal) =>
      runWrite(command, 'main', { journal, sources, signal: soon() }),
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
