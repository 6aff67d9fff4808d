import { POD_END } from './find-hosts.ts';

/** A stream by the names of its group and its own. */
export interface StreamName {
  readonly group: string;
  readonly stream: string;
}

/** What a name is made of. Chinese names stand between other words without a blank. */
const WORD = /[\w./-]+/g;
/** Names in LTS have 64 characters: what is longer than a few of them is none. */
const MAX_WORD = 400;
const POD = new RegExp(`${POD_END}$`);
/** What makes a plain word the name of a label: `app = x`, `"app":"x"`, `app:x`; a port or a version does not. */
const IS_LABEL = /^(?: ?=|["'*_]?:[A-Za-z]|["'] ?:)/;
/** A stream that is called `1` is not meant wherever a 1 stands. */
const HAS_LETTERS = /\p{L}{2}/u;
const JOINTS = ['/', '-', '_', '.'];

/**
 * The streams that a text names, as `group/stream`: first by both names joined, then by both apart, then by the
 * stream's alone. One that is named by its stream alone is left out when another of that name is named better.
 */
export function findServices(text: string, streams: readonly StreamName[]): string[] {
  const isNamed = createLookup(text);
  const ranked = streams.map((name) => ({ ...name, rank: rankOf(name, isNamed) }));
  const better = new Set(ranked.filter(({ rank }) => rank > 1).map(({ stream }) => stream));
  return ranked
    .filter(({ rank, stream }) => rank > 1 || (rank === 1 && !better.has(stream)))
    .toSorted((one, other) => other.rank - one.rank)
    .map(({ group, stream }) => `${group}/${stream}`);
}

function rankOf({ group, stream }: StreamName, isNamed: (name: string) => boolean): number {
  if (JOINTS.some((joint) => isNamed(group + joint + stream))) return 3;
  if (!isNamed(stream)) return 0;
  if (isNamed(group)) return 2;
  return HAS_LETTERS.test(stream) ? 1 : 0;
}

/** Whether a name stands in the text as a word. */
function createLookup(text: string): (name: string) => boolean {
  const words = new Set(
    Array.from(text.matchAll(WORD)).flatMap(({ 0: word, index }) => {
      const end = index + word.length;
      const isLabel = /^[A-Za-z_]+$/.test(word) && IS_LABEL.test(text.slice(end, end + 3));
      return isLabel ? [] : readWord(word);
    }),
  );
  return (name) => (/^[\w./-]+$/.test(name) ? words.has(name) : standsIn(text, name));
}

/** Of a name with blanks, or with letters that need none around them. */
function standsIn(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0 && name !== ''; at = text.indexOf(name, at + name.length)) {
    const edges = [
      text.slice(Math.max(0, at - 1), at + 1),
      text.slice(at + name.length - 1, at + name.length + 1),
    ];
    if (!edges.some((edge) => /^[\w-]{2}$/.test(edge))) return true;
  }
  return false;
}

/** A word and, when slashes join it, its last parts; of a pod, its deployment. A path is none. */
function readWord(word: string): string[] {
  if (word.startsWith('/') || word.length > MAX_WORD) return [];
  const parts = word
    .replace(/[./-]+$/, '')
    .replace(POD, '')
    .split('/');
  const pairs = parts.slice(1).map((part, index) => `${parts[index]}/${part}`);
  return [...parts.slice(-1), ...pairs];
}
