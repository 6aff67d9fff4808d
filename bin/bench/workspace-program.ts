import { setTimeout as sleep } from 'node:timers/promises';
import { startForPrograms } from '../chaos/start.ts';

// A program: the local workspace of the cloud assembly that is its argument. It tells its parent the address, and ends
// with it. Whatever its parent says, it ends the functions' processes, and says so when they are gone.

const [, , assembly = ''] = process.argv;
const workspace = await startForPrograms(assembly, () => {});

process.on('message', async () => {
  for (const { pid } of workspace.processes()) process.kill(pid, 'SIGKILL');
  while (workspace.processes().length > 0) await sleep(5);
  process.send?.({ url: workspace.url });
});
process.on('disconnect', () => workspace.close().finally(() => process.exit()));
process.send?.({ url: workspace.url });
