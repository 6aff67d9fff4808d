/** A line as its file has it, with the time at which LTS took it in. */
export interface FileLine {
  /** ms */
  readonly time: number;
  readonly content: string;
  readonly labels: Readonly<Record<string, string>>;
}

export interface Wanted {
  /** Words, perhaps with wildcards, each of which stands somewhere in the line. */
  readonly words: readonly string[];
  /** Words that stand one after the other. */
  readonly phrases: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  /** ms, both ends included. */
  readonly start: number;
  readonly end: number;
}

/** LTS's default delimiters (vendor's page on search syntax). */
const DELIMITERS = /[,'";=()[\]{}@&<>/:\\? \t\r\n]+/;

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(DELIMITERS)
    .filter((word) => word !== '');
}

/** What a person would find who reads the whole file, in its order. */
export function scan(lines: readonly FileLine[], wanted: Wanted): FileLine[] {
  const words = wanted.words.map(wordPattern);
  const phrases = wanted.phrases.map((phrase) => ` ${wordsOf(phrase).join(' ')} `);
  return lines.filter(({ time, content, labels }) => {
    if (time < wanted.start || time > wanted.end) return false;
    if (Object.entries(wanted.labels).some(([name, value]) => labels[name] !== value)) return false;
    const held = wordsOf(content);
    const text = ` ${held.join(' ')} `;
    return (
      words.every((word) => held.some((one) => word.test(one))) && phrases.every((one) => text.includes(one))
    );
  });
}

function wordPattern(word: string): RegExp {
  const plain = word.toLowerCase().replace(/[.+^$|{}()[\]\\]/g, '\\$&');
  return new RegExp(`^${plain.replaceAll('*', '.*').replaceAll('?', '.')}$`);
}

/** A line as a person in this zone sees it: 500 characters at most, without carriage returns. */
export function shownLine({ time, content }: Pick<FileLine, 'time' | 'content'>, timeZone: string): string {
  const clock = new Date(time).toLocaleString('sv-SE', { timeZone });
  const text = content.replaceAll('\r', '');
  const folded = text.length > 500 ? `${text.slice(0, 500)}… (+${text.length - 500} characters)` : text;
  return `${clock}.${String(time % 1_000).padStart(3, '0')}  ${folded}`;
}
