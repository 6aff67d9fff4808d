import type { Random } from '../../lib/local/lts/seeded-random.ts';
import { openDelete } from './deletes.ts';
import type { Logs } from './logs.ts';
import { askByName } from './mentions.ts';
import { clickOn, findPages, type Page } from './pages.ts';
import { askHelp, listGroups, listStreams, makeMistake, searchLogs, setAnswers, useStream } from './reads.ts';
import type { Channel, Group, Person } from './schemas.ts';
import type { Seen } from './seen.ts';
import { isDirect, type Step, type Who } from './step.ts';
import type { Workspace } from './workspace.ts';
import { createGroup, createStream, createUnasked, transfer } from './writes.ts';

/** The one channel whose answers are made public and private again. */
const CHANGING_CHANNEL = 'incident-checkout';

/** How many of all steps are of a kind, out of their sum. */
const WEIGHTS = {
  logs: 26,
  click: 40,
  'group create': 8,
  'stream create': 12,
  'group create by another': 2,
  transfer: 5,
  groups: 4,
  streams: 4,
  use: 3,
  answers: 2,
  help: 3,
  mistake: 4,
} as const;
type Kind = keyof typeof WEIGHTS;

/** Of 100 steps that are typed and can be asked for by the bot's name, those that are. */
const MENTIONED_PERCENT = 30;

/** Each as often as it weighs. */
const KINDS = (Object.keys(WEIGHTS) as Kind[]).flatMap((kind) => Array<Kind>(WEIGHTS[kind]).fill(kind));

/** What people see and LTS has when they decide what to do. */
export interface Situation {
  readonly messages: readonly Seen[];
  readonly groups: readonly Group[];
}

/** Decides what people do, out of a seed and what there is. */
export class Plan {
  readonly #workspace: Workspace;
  readonly #logs: Logs;
  readonly #random: Random;
  /** Streams that are copied to a bucket, or deleted, or may be. */
  readonly #used = new Set<string>();
  readonly #people: readonly [Person, ...Person[]];

  constructor(workspace: Workspace, logs: Logs, random: Random) {
    this.#workspace = workspace;
    this.#logs = logs;
    this.#random = random;
    const [first, ...others] = workspace.people;
    if (!first) throw new Error('nobody is in the workspace');
    this.#people = [first, ...others];
  }

  /**
   * As many steps as may be under way together; what they look for in logs is there by then, and so is the one form that
   * a person can have before them.
   */
  async wave(size: number, situation: Situation): Promise<Step[]> {
    const pages = findPages(situation.messages, this.#logs);
    const removal = await openDelete(this.#workspace, this.#operator(), situation.groups, this.#used);
    const steps: Step[] = [];
    for (let index = 0; index < size - Number(removal !== undefined); index += 1) {
      const step = this.#decide(pages, situation) ?? searchLogs(this.#somebody(), await this.#logs.write());
      const byName = this.#random.chance(MENTIONED_PERCENT) ? askByName(step) : undefined;
      steps.push(byName ?? step);
    }
    return removal ? steps.toSpliced(this.#random.between(0, steps.length), 0, removal) : steps;
  }

  /** Undefined for a search, which can be done at any time. */
  #decide(pages: Page[], { groups }: Situation): Step | undefined {
    const who = this.#somebody();
    const random = this.#random;
    switch (this.#kind()) {
      case 'logs':
        return undefined;
      case 'click':
        return this.#click(pages);
      case 'group create':
        return createGroup(this.#operator(), { groups }, random);
      case 'stream create':
        return createStream(this.#operator(), { groups }, random);
      case 'group create by another':
        return createUnasked(this.#somebody('reader'), random);
      case 'transfer':
        return transfer(this.#operator(), groups, this.#used);
      case 'groups':
        return listGroups(who);
      case 'streams': {
        const [first, ...others] = groups;
        return first && listStreams(who, random.oneOf([first, ...others]));
      }
      case 'use':
        return useStream(this.#operator(), this.#workspace.command, random);
      case 'answers':
        return setAnswers(this.#operator(CHANGING_CHANNEL), random);
      case 'help':
        return askHelp(who, random);
      case 'mistake':
        return makeMistake(who, random);
    }
  }

  #kind(): Kind {
    return KINDS[this.#random.between(0, KINDS.length - 1)] ?? 'logs';
  }

  /** Each word is used once in a wave, and so is each page. */
  #click(pages: Page[]): Step | undefined {
    const index = this.#random.between(0, pages.length - 1);
    const page = pages[index];
    const step = page && clickOn(page, this.#people, this.#random);
    if (!step) return undefined;
    for (let other = pages.length - 1; other >= 0; other -= 1)
      if (pages[other]?.word === page.word) pages.splice(other, 1);
    return step;
  }

  #operator(channelName?: string): Who {
    return this.#somebody('operator', channelName);
  }

  #somebody(role?: string, channelName?: string): Who {
    const [first = this.#people[0], ...others] = this.#people.filter((each) => !role || each.role === role);
    const person = this.#random.oneOf([first, ...others]);
    const channels = this.#workspace.channels.filter(
      (channel) => (!channelName || channel.name === channelName) && isOpenTo(channel, person),
    );
    const [somewhere, ...elsewhere] = channels;
    if (!somewhere) throw new Error(`${person.name} is in no channel ${channelName ?? ''}`);
    const channel = this.#random.oneOf([somewhere, ...elsewhere]);
    return { person, channel, mayBePublic: channel.name === CHANGING_CHANNEL };
  }
}

function isOpenTo(channel: Channel, person: Person): boolean {
  return !channel.isIm || isDirect(channel, person);
}
