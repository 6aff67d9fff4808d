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
