import { asText } from '../views/as-text.ts';
import { type Change, keyOf, type Placed } from './look.ts';

/**
 * What people did and what came of it, as a reader takes it in: for every step each message that was posted, changed
 * or deleted anywhere, where it stands, who sees it, and all that it says. Messages are numbered as they appear.
 */
export class Transcript {
  readonly #numbers = new Map<string, number>();
  readonly #nameOf: (userId: string) => string;
  #text = '';

  constructor(nameOf: (userId: string) => string) {
    this.#nameOf = nameOf;
  }

  add(step: string, changes: readonly Change[]): void {
    const parts = changes.map((change) => this.#describe(change));
    const what = parts.length > 0 ? parts : ['[nothing changes]'];
    this.#text += `> ${step}\n\n${what.join('\n\n')}\n\n`;
  }

  /** `message 3`; for the name of a step. */
  refer(message: Placed): string {
    const key = keyOf(message);
    const number = this.#numbers.get(key) ?? this.#numbers.size + 1;
    this.#numbers.set(key, number);
    return `message ${number}`;
  }

  /** Times of today and ids are masked: they differ from run to run. */
  toString(): string {
    return maskIds(maskTimes(this.#text));
  }

  #describe({ how, message }: Change): string {
    const head = `[${this.refer(message)} ${how}, ${this.#place(message)}, ${this.#audience(message)}]`;
    if (how === 'deleted') return head;
    return `${head}\n${message.file ? describeFile(message.file) : asText(message)}`;
  }

  #place(message: Placed): string {
    if (message.threadTs === null) return `in ${message.channel}`;
    return `in the thread of ${this.refer({ ...message, ts: message.threadTs })}`;
  }

  #audience({ visibleTo, shown }: Placed): string {
    if (!shown) return 'shown to nobody';
    return visibleTo === null ? 'for all' : `for ${this.#nameOf(visibleTo)} alone`;
  }
}

function describeFile({ name, content }: { readonly name: string; readonly content: string }): string {
  return `(the file ${name} of ${content.trimEnd().split('\n').length} lines)`;
}

/** Lines of 2025 are a test's own: their times stay. Whether another window passes midnight depends on the hour. */
const OTHER_YEAR = /\b(?!2025)\d{4}-\d\d-\d\d \d\d:\d\d[\d:.]*(?: – (?:\d{4}-\d\d-\d\d )?\d\d:\d\d:\d\d)?/g;

function maskTimes(text: string): string {
  return text.replace(OTHER_YEAR, (time) => time.replace(/ – \d{4}-\d\d-\d\d /, ' – ').replace(/\d/g, '0'));
}

function maskIds(text: string): string {
  return text
    .replace(/\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b/g, '<id>')
    .replace(/\b[\da-f]{32}\b/g, '<request id>');
}
