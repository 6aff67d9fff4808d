import type { FieldMistake, Mistake } from '../commands/mistake.ts';
import { LIMITS } from './limits.ts';
import { cutText } from './safe-text.ts';

/** For each mistake: what is wrong, and what was expected. The example beside it is the same in every language. */
export type Explanations = {
  readonly [K in Mistake['kind']]: (mistake: MistakeOf<K>, zone: string) => string;
};

/** Of what may be wrong in the fields of a form. */
export type FieldExplanations = Pick<Explanations, FieldMistake['kind']>;

type MistakeOf<K extends Mistake['kind']> = { readonly [P in K]: Extract<Mistake, { readonly kind: P }> }[K];

/** `zone` is the one in which the person's times were read. */
export function explain<K extends Mistake['kind']>(
  mistake: MistakeOf<K>,
  { mistakes }: { readonly mistakes: Pick<Explanations, K> },
  zone: string,
): string {
  return mistakes[mistake.kind](mistake, zone);
}

/**
 * What was typed stands elsewhere whole; within a sentence it must not bury the rest. Beside a field it is told to the
 * person who typed it there; what is posted has lost its secrets before.
 */
export function shorten<M extends Mistake>(mistake: M): M {
  return 'given' in mistake ? { ...mistake, given: cutText(mistake.given, LIMITS.name) } : mistake;
}
