import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../lib/local/lts/seeded-random.ts';
import type { Taken } from './attribute.ts';
import { type PlannedFault, planFaults } from './faults.ts';
import type { Acknowledgement } from './schemas.ts';
import type { Step } from './step.ts';
import type { Workspace } from './workspace.ts';

const LOOK_MS = 15;
/** Something always ends by then. */
const LONGEST_TURN_MS = 60_000;
/** Between two steps, so that they neither queue nor march. */
const LONGEST_PAUSE_MS = 40;

/** How hard a time the bot has. */
export interface Pressure {
  /** Of 100 steps, those for which something goes wrong. */
  readonly faultedPercent: number;
  /** When another step begins: invocations, those that wait for their retry too, and calls of theirs and of people. */
  readonly mostUnderWay: number;
}

interface WaveOptions extends Pressure {
  /** Number of the first step. */
  readonly first: number;
  readonly random: Random;
}

/** Takes these steps, several at a time, each with its own faults. Returns when all are acknowledged. */
export async function takeSteps(
  workspace: Workspace,
  steps: readonly Step[],
  { first, random, faultedPercent, mostUnderWay }: WaveOptions,
): Promise<Taken[]> {
  const taking: Promise<Taken>[] = [];
  for (const [index, step] of steps.entries()) {
    await waitForTurn(workspace, mostUnderWay);
    const faults = planFaults(step, random, faultedPercent);
    for (const { fault } of faults) await workspace.arm(fault);
    taking.push(takeStep(workspace, step, faults, first + index));
    await sleep(random.between(0, LONGEST_PAUSE_MS));
  }
  return Promise.all(taking);
}

/** @throws Error when nothing of what is under way ends */
async function waitForTurn(workspace: Workspace, most: number): Promise<void> {
  const until = Date.now() + LONGEST_TURN_MS;
  for (let waiting = await workspace.waiting(0); waiting.length >= most; ) {
    if (Date.now() > until) throw new Error(`nothing ends: ${waiting.join('; ')}`);
    await sleep(LOOK_MS);
    waiting = await workspace.waiting(0);
  }
}

async function takeStep(
  workspace: Workspace,
  step: Step,
  faults: readonly PlannedFault[],
  number: number,
): Promise<Taken> {
  const startedAt = Date.now();
  return { number, step, faults, startedAt, answer: await act(workspace, step) };
}

function act(workspace: Workspace, { person, channel, deed }: Step): Promise<Acknowledgement> {
  if (deed.kind === 'typed') return workspace.type(person, channel, `${workspace.command} ${deed.text}`);
  if (deed.kind === 'mentioned')
    return workspace.type(person, channel, `<@${workspace.botUserId}> ${deed.text}`);
  if (deed.kind === 'submitted') return workspace.submit(person, deed.viewId, deed.values);
  const { messageTs, actionId, value } = deed;
  return workspace.click(person, channel, { messageTs, actionId, value });
}
