import type { Mistake } from '../commands/mistake.ts';
import type { Words } from './words.ts';

/** For each mistake: what is wrong, and what was expected. The example beside it is the same in every language. */
export type Explanations = {
  readonly [K in Mistake['kind']]: (mistake: MistakeOf<K>, zone: string) => string;
};

type MistakeOf<K extends Mistake['kind']> = { readonly [P in K]: Extract<Mistake, { readonly kind: P }> }[K];

/** `zone` is the one in which the person's times were read. */
export function explain<K extends Mistake['kind']>(
  mistake: MistakeOf<K>,
  { mistakes }: Pick<Words, 'mistakes'>,
  zone: string,
): string {
  return mistakes[mistake.kind](mistake, zone);
}
