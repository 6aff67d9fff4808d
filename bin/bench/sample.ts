import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';

/** What one piece of work took, and what came out of it. */
export const Sample = z.object({
  ms: z.number(),
  /** User and system, of every thread of the process. */
  cpuMs: z.number(),
  /** The most memory that the process ever had. */
  peakKb: z.number(),
  /** Two sides that did the same work give the same text. */
  result: z.string(),
});
export type Sample = z.infer<typeof Sample>;

export async function measure(work: () => Promise<string> | string): Promise<Sample> {
  const cpuBefore = process.cpuUsage();
  const start = performance.now();
  const result = await work();
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { ms, cpuMs: (user + system) / 1_000, peakKb: peakKb(), result };
}

/**
 * What `process.resourceUsage` calls maxRSS begins with the memory of the process that started this one.
 * https://man7.org/linux/man-pages/man5/proc_pid_status.5.html
 */
function peakKb(): number {
  return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
}
