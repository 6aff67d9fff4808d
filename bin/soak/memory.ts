import { readFile } from 'node:fs/promises';
import type { FunctionProcess } from '../../lib/local/lambda/host.ts';

/** The memory of one process, in kB, at each moment that was looked at: absent where it did not live. */
interface Series {
  readonly functionName: string;
  readonly kilobytes: (number | undefined)[];
}

const EVERY_MS = 1_000;

/**
 * Watches how much of the machine's memory the processes of functions take, from outside: nothing in them runs for it. It
 * is all that Lambda counts; how much of it is heap only they know.
 * https://man7.org/linux/man-pages/man5/proc_pid_status.5.html
 */
export class MemoryWatch {
  readonly #processes: () => readonly FunctionProcess[];
  readonly #series = new Map<number, Series>();
  readonly #timer = setInterval(() => void this.#look(), EVERY_MS);
  #looks = 0;

  constructor(processes: () => readonly FunctionProcess[]) {
    this.#processes = processes;
  }

  /** Of each function, what its processes take on average at each moment; those that were born late or died early apart. */
  end(): ReadonlyMap<string, Memory> {
    clearInterval(this.#timer);
    const byFunction = Map.groupBy(this.#series.values(), ({ functionName }) => functionName);
    return new Map([...byFunction].map(([name, series]) => [name, this.#average(series)]));
  }

  async #look(): Promise<void> {
    const look = this.#looks;
    this.#looks += 1;
    for (const { functionName, pid } of this.#processes()) {
      const series = this.#series.get(pid) ?? { functionName, kilobytes: [] };
      this.#series.set(pid, series);
      series.kilobytes[look] = await residentKilobytes(pid);
    }
  }

  #average(series: readonly Series[]): Memory {
    const warm = Math.floor(this.#looks * WARM_UP);
    const lasting = series.filter(
      ({ kilobytes }) => kilobytes[warm] !== undefined && kilobytes[this.#looks - 1] !== undefined,
    );
    const kilobytes = Array.from({ length: this.#looks - warm }, (_, index) => {
      const values = lasting.flatMap((each) => each.kilobytes[warm + index] ?? []);
      return values.reduce((sum, value) => sum + value, 0) / values.length;
    });
    return {
      lasting: lasting.length,
      kilobytes,
      minutesBetween: EVERY_MS / 60_000,
    };
  }
}

/** Code is compiled, connections are opened, and V8 widens its young generation: that takes the first quarter. */
const WARM_UP = 0.25;

/** A function's memory after the warm-up. */
export interface Memory {
  /** Processes that are averaged. */
  readonly lasting: number;
  readonly kilobytes: readonly number[];
  readonly minutesBetween: number;
}

/** Undefined for a process that is gone. */
async function residentKilobytes(pid: number): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(status) ?? [];
  return kilobytes === undefined ? undefined : Number(kilobytes);
}
