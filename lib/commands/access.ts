/** What a person may be allowed to do. `docs/policy.md` says what each covers. */
export const VERBS = [
  'read',
  'create',
  'delete',
  'transfer',
  'share',
  'export',
  'reveal',
  'audit',
  'settings',
] as const;
export type Verb = (typeof VERBS)[number];

/** What something is done to, by names. Without a stream the group as a whole, without a group the whole source. */
export interface Target {
  readonly source: string;
  readonly group?: string;
  readonly stream?: string;
}

/** What the person who acts may do in the channel where they act: the policy's word, for one job. */
export interface Access {
  /** On anything at all: what help shows, and what is refused before LTS is asked. */
  mayAtAll(verb: Verb): boolean;
  /** On all of the target: a group with all of its streams, a source with all of its groups. */
  may(verb: Verb, target: Target): boolean;
  /** On at least something in the target: a group in which one stream may be read is one that is seen. */
  mayWithin(verb: Verb, target: Target): boolean;
}

/** The same, with what explanations need. */
export interface PersonalAccess extends Access {
  /** Nothing is hidden from the person: what is unknown to them is not there. */
  readonly readsAll: boolean;
  /** False when Slack did not say which user groups the person is in: rules for those do not apply then. */
  readonly isCertain: boolean;
}

/** Who can be the second person for something. That the one who asks cannot be is for whoever asks this to hold. */
export interface Approvers {
  /** Of each list one who is in it: `everyone`, members and user groups. The same person may be it for all. */
  readonly named: readonly (readonly string[])[];
  /** Whether this person is in every list; undefined when Slack does not say. */
  mayApprove(userId: string): Promise<boolean | undefined>;
}
