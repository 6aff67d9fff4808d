import { redact } from '../../lib/redaction/redact.ts';
import type { Corpus } from '../../test/redaction/corpus.ts';
import { runProgram } from './run-program.ts';
import { inTurn } from './take-turns.ts';

export interface RedactionFigures {
  /** Secrets that did not come out ÷ all. */
  readonly recall: number;
  /** Harmless lines that came out changed ÷ all. */
  readonly touched: number;
  /** What went wrong: a secret that came out, or a harmless line as it came out. */
  readonly missed: readonly string[];
  readonly spoilt: readonly string[];
}

/** What redaction makes of a corpus. */
export function judgeRedaction({ cases, harmless }: Corpus): RedactionFigures {
  const missed = cases.flatMap(({ kind, lines, secrets }) => {
    const text = redact(lines).lines.join('\n');
    return secrets.filter((secret) => text.includes(secret)).map((secret) => `${kind}: ${secret} in ${text}`);
  });
  const all = cases.reduce((sum, { secrets }) => sum + secrets.length, 0);
  const spoilt = redact(harmless).lines.filter((line, index) => line !== harmless[index]);
  return { recall: 1 - missed.length / all, touched: spoilt.length / harmless.length, missed, spoilt };
}

const PROGRAM = new URL('redaction-program.ts', import.meta.url);

/** CPU time for a harmless line of 200 characters, in µs, in each of several fresh processes. */
export async function timeRedaction(rounds: number): Promise<number[]> {
  const samples = await inTurn(rounds, [() => runProgram(PROGRAM)]);
  return samples.map(([{ cpuMs, result: lines }]) => (cpuMs * 1_000) / Number(lines));
}
