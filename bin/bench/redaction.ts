import { redact } from '../../lib/redaction/redact.ts';
import type { Corpus } from '../../test/redaction/corpus.ts';

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

const LINE = 200;
const PAGE = 5_000;
const WARM_UP = 10;

/** CPU time for a harmless line of 200 characters in µs, in each of several rounds over a page of them. */
export function timeRedaction({ harmless }: Corpus, rounds: number): number[] {
  const line = (at: number) => {
    const long = [0, 1, 2, 3].map((next) => harmless[(at + next) % harmless.length]).join(' ');
    return long.replaceAll('\n', ' ').slice(0, LINE);
  };
  // As what LTS sends: each line is a string of its own.
  const page = JSON.stringify(Array.from({ length: PAGE }, (_, at) => line(at)));
  const lines: string[] = JSON.parse(page);
  // The first rounds warm up and do not count.
  const times = Array.from({ length: WARM_UP + rounds }, () => {
    const before = process.cpuUsage();
    redact(lines);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / PAGE;
  });
  return times.slice(WARM_UP);
}
