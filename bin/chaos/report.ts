import type { Taken } from './attribute.ts';
import type { Violation } from './judge.ts';
import type { ChaosOutcome } from './run.ts';
import type { Change } from './seen.ts';
import { describeStep } from './step.ts';

/** What was done, what went wrong on request, and what came of it, as lines to read. */
export function summarise({ seed, waves, retries, deaths, ms }: ChaosOutcome): string {
  const taken = waves.flatMap((wave) => wave.taken);
  const violations = waves.flatMap((wave) => wave.violations);
  const endings = waves.flatMap((wave) => [...wave.endings.values()]);
  const latencies = waves.flatMap((wave) => wave.latencies).toSorted((a, b) => a - b);
  const mentions = taken.filter(({ step }) => step.deed.kind === 'mentioned').length;
  const clicks = taken.filter(({ step }) => step.deed.kind === 'clicked').length;
  const percentile = (percent: number) =>
    Math.round(
      latencies[Math.min(latencies.length - 1, Math.floor((latencies.length * percent) / 100))] ?? 0,
    );
  return [
    `seed ${seed}: ${taken.length - clicks} commands, ${mentions} of them by name, and ${clicks} clicks in ${Math.round(ms / 1_000)} s`,
    `kinds: ${countUp(taken.map(({ step }) => step.kind))}`,
    `faults: ${countUp(taken.flatMap(({ faults }) => faults.map(({ name }) => name)))}`,
    `outcomes: ${countUp(endings)}`,
    `failures: ${countUp(waves.flatMap((wave) => wave.failures.map(firstSentence)))}`,
    `notes: ${sum(waves.map(({ notes }) => notes))}, retries: ${retries}, processes killed: ${deaths}`,
    `repetitions of a job that showed nothing twice: ${countSuppressed(taken, violations)}`,
    `ms until told: median ${percentile(50)}, 90 % ${percentile(90)}, 99 % ${percentile(99)}`,
    `violations: ${violations.length} ${countUp(violations.map(({ what }) => what.replace(/\[.*/s, '…')))}`,
  ].join('\n');
}

/** All that one needs to look into each violation. */
export function describeViolations({ seed, waves }: ChaosOutcome): string[] {
  return waves.flatMap(({ taken, violations }) =>
    violations.map((violation) => describeViolation(seed, violation, taken)),
  );
}

function describeViolation(seed: number, { what, steps, found }: Violation, wave: readonly Taken[]): string {
  const shared = wave.flatMap(({ faults }) => faults.filter(({ isShared }) => isShared));
  return [
    `seed ${seed}: ${what}`,
    ...steps.map(describeTaken),
    `  wrong for anybody meanwhile: ${countUp(shared.map(({ name }) => name))}`,
    ...(found.length > 0 ? found.map(describeChange) : ['  no message']),
  ].join('\n');
}

function describeTaken({ number, step, faults, answer }: Taken): string {
  const names = faults.map(({ name, isShared }) => (isShared ? `${name} (for anybody)` : name));
  const wrong = names.length > 0 ? names.join(', ') : 'nothing';
  const answered = `${answer.status} ${answer.body ?? answer.refused ?? ''}`.trim();
  return `  ${number}: ${describeStep(step)}\n    wrong with it: ${wrong}; answered ${answered}`;
}

function describeChange({ how, message }: Change): string {
  const { channel, threadTs, visibleTo, ts, text, file, lines } = message;
  const where = `${channel.name}${threadTs === null ? '' : `, thread ${threadTs}`}`;
  const whose = visibleTo === null ? 'all' : visibleTo;
  const shown = file === undefined ? JSON.stringify(text) : 'a file';
  const shownLines = lines.length > 0 ? ` ${JSON.stringify(lines)}` : '';
  return `  ${how} in ${where} for ${whose} at ${ts}: ${shown}${shownLines}`;
}

/** Steps whose job ran again, or twice, after it may have shown something. */
function countSuppressed(taken: readonly Taken[], violations: readonly Violation[]): number {
  const told = new Set(violations.flatMap(({ steps }) => steps));
  const isRepeated = ({ faults }: Taken) =>
    faults.some(({ fault }) => fault.duplicate || fault.kill === 'afterDeliver');
  return taken.filter((each) => isRepeated(each) && !told.has(each)).length;
}

function firstSentence(text: string): string {
  return text.replace(/(?<=[.。]).*/s, '');
}

function countUp(names: readonly string[]): string {
  const counts = [...Map.groupBy(names, (name) => name)].map(([name, { length }]) => [name, length] as const);
  return counts
    .toSorted(([, a], [, b]) => b - a)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
