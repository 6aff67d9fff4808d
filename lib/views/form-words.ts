import type { FormName } from '../commands/form.ts';

export interface FormWords {
  readonly titles: Readonly<Record<FormName, string>>;
  readonly submit: Readonly<Record<FormName, string>>;
  readonly labels: Readonly<
    Record<
      | 'source'
      | 'group'
      | 'streams'
      | 'name'
      | 'ttl'
      | 'project'
      | 'bucket'
      | 'period'
      | 'format'
      | 'prefix'
      | 'dir',
      string
    >
  >;
  readonly hints: { readonly ttl: string };
  /** Of which the person may use one: there may be none at all. */
  readonly noGroups: string;
  noStreams(group: string): string;
  rest(count: number): string;
  readonly notOpened: string;
  readonly open: string;
}

export interface HomeWords {
  /** Heads what the person has searched. */
  readonly searches: string;
  readonly noSearches: string;
  /** Below them: what running one again does, and which are not there. */
  readonly searchesNote: string;
  readonly searchesUnread: string;
  readonly repeat: string;
  /** `{where}` and `{time}`. */
  readonly searchedIn: string;
  readonly directs: { readonly own: string; readonly other: string };
  /** Heads the default streams of channels where the person searched. */
  readonly defaults: string;
  /** `{where}`, and `{what}` is searched there. */
  readonly defaultIn: string;
  readonly noDefault: string;
  /** Said each time to whoever may not read everything. */
  readonly unreadLeftOut: string;
  /** Heads the LTS projects. */
  readonly sources: string;
  source(name: string, state: string): string;
  readonly states: Readonly<Record<'reachable' | 'silent' | 'unreadable', string>>;
  refused(code: string): string;
  elsewhere(command: string): string;
  /** Which language and zone are used, and why. */
  settings(locale: string, zone: string): string;
  readonly settingsUnknown: string;
  /** `{contact}`: those who can help. */
  readonly help: string;
}
