import { type Corpus, Random } from './corpus.ts';
import { harmlessLines } from './corpus-a/harmless.ts';
import { otherCases } from './corpus-a/others.ts';
import { pairCases } from './corpus-a/pairs.ts';
import { tokenCases } from './corpus-a/tokens.ts';

const random = new Random(20_261_125);

/** The corpus that the rules were written with. */
export const CORPUS_A: Corpus = {
  cases: [...tokenCases(random), ...pairCases(random), ...otherCases(random)],
  harmless: harmlessLines(random),
};
