import type { Random } from '../../lib/local/lts/seeded-random.ts';
import type { Workspace } from './workspace.ts';

/** A word that stands in a few lines of one stream and nowhere else. */
export interface Word {
  readonly text: string;
  readonly stream: LogStream;
  /** Lines a page of its search. */
  readonly limit: number;
  /** Newest first. */
  readonly lines: readonly Line[];
}

export interface Line {
  readonly content: string;
  readonly lineNum: string;
  /** Minute, second and millisecond, of which no other line has the same. */
  readonly moment: string;
}

interface LogStream {
  readonly name: string;
  /** All of its lines, newest first. */
  readonly lines: string[];
}

export const GROUP = 'harbour';
/** Enough of them that none is read more often than LTS allows in a minute. */
export const STREAMS = [
  ...(['quay', 'crane', 'gate', 'dock', 'pier', 'mole'] as const),
  ...(['berth', 'lock', 'buoy', 'wharf', 'slip', 'basin'] as const),
] as const;
const [FIRST_STREAM] = STREAMS;

/** Long enough ago that no window ends among them, and near enough that `since:6h` begins before them. */
const AGE_MS = 3 * 3_600_000;
/** An hour has room for 97,000 lines that differ in their minutes and below. */
const STEP_MS = 37;
const MOST_LINES = 7;

/** The lines that people look for. */
export class Logs {
  readonly words = new Map<string, Word>();
  readonly #workspace: Workspace;
  readonly #random: Random;
  readonly #streams = STREAMS.map((name): LogStream => ({ name, lines: [] }));
  #time = Date.now() - AGE_MS;

  constructor(workspace: Workspace, random: Random) {
    this.#workspace = workspace;
    this.#random = random;
  }

  /** Writes lines that hold a new word. */
  async write(): Promise<Word> {
    const text = `w${this.#random.hex(8)}`;
    const name = this.#random.oneOf(STREAMS);
    const stream = this.#streams.find((each) => each.name === name) ?? { name: FIRST_STREAM, lines: [] };
    const drafts = Array.from({ length: this.#random.between(1, MOST_LINES) }, (_, index) => {
      this.#time += STEP_MS;
      return { content: `${text} crate ${index + 1} has been moved`, time: this.#time };
    });
    const lineNums = await this.#workspace.addLines(GROUP, name, drafts);
    const lines = drafts.map(({ content, time }, index): Line => {
      const moment = new Date(time).toISOString().slice(14, 23);
      return { content, lineNum: lineNums[index] ?? '', moment };
    });
    stream.lines.unshift(...drafts.map(({ content }) => content).toReversed());
    const limit = this.#random.between(2, 4);
    const word = { text, stream, limit, lines: lines.toReversed() };
    this.words.set(text, word);
    return word;
  }

  /** The word that a message names. */
  wordIn(text: string): Word | undefined {
    const [found = ''] = /w[\da-f]{8}/.exec(text) ?? [];
    return this.words.get(found);
  }
}
