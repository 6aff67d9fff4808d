import { distance } from 'fastest-levenshtein';
import { fold } from './pieces.ts';

/**
 * The known word that a mistyped one may mean: at most two letters off, or a third of them, whatever their case. A
 * word of which no letter would be left is none.
 */
export function findNearest(given: string, known: readonly string[]): string | undefined {
  const typed = fold(given);
  const most = Math.max(2, Math.floor(typed.length / 3));
  let nearest: string | undefined;
  let least = Math.min(most + 1, typed.length);
  for (const candidate of known) {
    // A lower bound, which spares the comparison with a text that is far too long.
    if (Math.abs(candidate.length - typed.length) > most) continue;
    const letters = distance(typed, fold(candidate));
    if (letters < least) [nearest, least] = [candidate, letters];
  }
  return nearest;
}

/** The same as a part of a mistake, which has it only when there is one. */
export function suggest(given: string, known: readonly string[]): { readonly nearest?: string } {
  const nearest = findNearest(given, known);
  return nearest === undefined ? {} : { nearest };
}
