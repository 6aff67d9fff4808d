import { type Random, seededRandom } from '../../lib/local/lts/seeded-random.ts';
import type { Taken } from './attribute.ts';
import { changesBy, judge, type Verdict } from './judge.ts';
import { GROUP, Logs, STREAMS } from './logs.ts';
import { Plan } from './plan.ts';
import { Requests } from './requests.ts';
import type { Seen } from './seen.ts';
import { type Pressure, takeSteps } from './wave.ts';
import { connect, type Workspace } from './workspace.ts';

/** Three attempts, the failed function's three, and the waits between them, on a busy machine. */
const IDLE_MS = 60_000;

export interface WaveOutcome extends Verdict {
  readonly taken: readonly Taken[];
}

/** Lets people use a workspace in waves, and judges what comes of each. */
export class Driver {
  readonly #workspace: Workspace;
  readonly #random: Random;
  readonly #plan: Plan;
  readonly #requests: Requests;
  #messages: readonly Seen[] = [];
  #taken = 0;

  private constructor(workspace: Workspace, random: Random) {
    this.#workspace = workspace;
    this.#random = random;
    this.#plan = new Plan(workspace, new Logs(workspace, random), random);
    this.#requests = new Requests(workspace);
  }

  /** Makes the streams that people search. */
  static async start(url: string, seed: number): Promise<Driver> {
    const workspace = await connect(url);
    const driver = new Driver(workspace, seededRandom(seed));
    const operator = workspace.people.find(({ role }) => role === 'operator');
    const [channel] = workspace.channels;
    if (!operator || !channel) throw new Error('no operator, or no channel');
    for (const text of [
      `group create ${GROUP}`,
      ...STREAMS.map((stream) => `stream create ${GROUP}/${stream}`),
    ]) {
      await workspace.type(operator, channel, `${workspace.command} ${text}`);
      await driver.#settle();
    }
    driver.#messages = await workspace.look();
    return driver;
  }

  /**
   * Between two waves nothing is under way, so that what one brought is not taken for what the next one did.
   *
   * @throws Error when the work does not end
   */
  async wave(size: number, pressure: Pressure): Promise<WaveOutcome> {
    const workspace = this.#workspace;
    const situation = { messages: this.#messages, groups: await workspace.groups() };
    const steps = await this.#plan.wave(size, situation);
    const options = { first: this.#taken + 1, random: this.#random, ...pressure };
    const taken = await takeSteps(workspace, steps, options);
    this.#taken += taken.length;
    await this.#settle();
    await workspace.disarm();
    const messages = await workspace.look();
    const changes = changesBy(workspace.botUserId, this.#messages, messages);
    this.#messages = messages;
    const state = { groups: await workspace.groups(), requests: await this.#requests.look() };
    return { taken, ...judge(taken, changes, state) };
  }

  close(): void {
    this.#requests.close();
  }

  async #settle(): Promise<void> {
    const waiting = await this.#workspace.waiting(IDLE_MS);
    if (waiting.length > 0) throw new Error(`still under way after ${IDLE_MS} ms: ${waiting.join('; ')}`);
  }
}
