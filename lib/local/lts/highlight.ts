import type { Condition } from './keywords.ts';
import { findTerm, type Term } from './terms.ts';

const open = '<HighLightTag>';
const close = '</HighLightTag>';

/** The text of a line, its line feed included, with the hits of a query's terms wrapped in LTS's tags. */
export function highlight(line: Buffer, terms: readonly Term[]): string {
  let text = '';
  let done = 0;
  for (const [start, end] of hits(line, terms)) {
    if (start < done) continue;
    text += line.toString('utf8', done, start) + open + line.toString('utf8', start, end) + close;
    done = end;
  }
  return text + line.toString('utf8', done);
}

/** The terms that a line is found by: those under a `not` are not in it. */
export function wantedTerms(condition: Condition): Term[] {
  if (condition.kind === 'term') return [condition.term];
  return condition.kind === 'not' ? [] : condition.of.flatMap(wantedTerms);
}

/** In the order of their starts, the longest first. */
function hits(line: Buffer, terms: readonly Term[]): [start: number, end: number][] {
  const found: [number, number][] = [];
  for (const term of terms) {
    for (let at = findTerm(line, term, 0, line.length); at !== -1; ) {
      const end = term.endOf(line, at);
      found.push([at, end]);
      at = findTerm(line, term, end, line.length);
    }
  }
  return found.sort(([start, end], [otherStart, otherEnd]) => start - otherStart || otherEnd - end);
}
