import type { Channel, Group, Person, Request } from './schemas.ts';
import type { Change, Seen } from './seen.ts';
import type { Fault } from './workspace.ts';

/** Who does something, and where. */
export interface Who {
  readonly person: Person;
  readonly channel: Channel;
  /** Others may see the answer. */
  readonly mayBePublic: boolean;
}

/** What a person does, how what comes of it is known among all messages, and what must then be true. */
export interface Step extends Who {
  readonly kind: string;
  readonly deed: Deed;
  readonly marks: Marks;
  /** Whether this is what was asked for, or what one gets for asking wrongly. */
  readonly isAnswer: (change: Change) => boolean;
  /** Whether this only says how far the work is. */
  readonly isProgress?: (change: Change) => boolean;
  /** What is wrong with such an answer. */
  readonly flawOf: (answer: Seen) => string | undefined;
  /** What it is to do in LTS. */
  readonly write?: Write;
}

type Deed =
  | { readonly kind: 'typed'; readonly text: string }
  | { readonly kind: 'mentioned'; readonly text: string }
  | {
      readonly kind: 'clicked';
      readonly messageTs: string;
      readonly actionId: string;
      readonly value: string;
    }
  | {
      readonly kind: 'submitted';
      readonly viewId: string;
      readonly values: Readonly<Record<string, string>>;
    };

/** How what is done for a step is told from what is done for others: what faults look for. */
interface Marks {
  /** What its job holds; another's may hold the same where its answer has no mark. */
  readonly job: string;
  /** Absent where LTS is not asked. */
  readonly lts?: NonNullable<Fault['match']>;
  /** What its answer holds; absent where another's may hold the same. */
  readonly answer?: string;
}

/** What LTS has, and has been asked. */
export interface LtsState {
  readonly groups: readonly Group[];
  readonly requests: readonly Request[];
}

/** A change of LTS that must happen once at most. Deleting something is done when it is gone. */
export interface Write {
  readonly isDone: (state: LtsState) => boolean;
  /** How often LTS did it. */
  readonly count: (state: LtsState) => number;
  /** Whether a message says that it was done. */
  readonly isTold: (text: string) => boolean;
}

/** As it is read in a report. */
export function describeStep({ person, channel, deed }: Step): string {
  const where = `${person.name} in ${channel.name}`;
  if (deed.kind === 'typed') return `${where} types ${deed.text}`;
  if (deed.kind === 'mentioned') return `${where} asks by name ${deed.text}`;
  if (deed.kind === 'submitted') return `${where} submits ${JSON.stringify(deed.values)}`;
  return `${where} clicks ${deed.actionId} of ${deed.messageTs}`;
}

export function isDirect(channel: Channel, person: Person): boolean {
  return channel.isIm && channel.name === person.name;
}

/** Whether a message is for this person, as far as one sees. */
export function isFor({ visibleTo, channel, content }: Seen, person: Person): boolean {
  return visibleTo === person.id || isDirect(channel, person) || content.includes(`<@${person.id}>`);
}

/** Where an answer may come: to where it was asked for, or to the person. */
export function isNear({ channel }: Seen, step: Step): boolean {
  return channel.id === step.channel.id || isDirect(channel, step.person);
}
