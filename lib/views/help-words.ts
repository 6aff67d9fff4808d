import type { Verb } from '../commands/access.ts';
import type { HelpTopic } from '../commands/help-topics.ts';

interface HelpPage {
  readonly title: string;
  readonly sections: readonly {
    readonly title?: string;
    readonly lines: readonly (readonly [typed: string, meaning: string])[];
  }[];
  /** Of one with a permission in front, those read the rest who have it. */
  readonly notes?: readonly (string | readonly (string | readonly [needed: Verb, sentence: string])[])[];
}

export interface HelpWords {
  overview(hasSources: boolean): HelpPage;
  /** What is taken out of lines has a page of its own. */
  readonly topics: Readonly<Record<Exclude<HelpTopic, 'redaction'>, HelpPage>>;
}
