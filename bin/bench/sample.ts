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
  return { ms, cpuMs: (user + system) / 1_000, peakKb: process.resourceUsage().maxRSS, result };
}
