import * as z from 'zod/mini';
import { VERBS } from '../commands/access.ts';

// The descriptions are what editors show. After a change `npm run vitest -- run test/access/policy.test.ts -u` writes
// `docs/policy.schema.json` anew.

/** Slack's ids are told apart by their first letter. */
const ID = { person: '[UW][A-Z0-9]{5,}', group: 'S[A-Z0-9]{5,}', channel: '[CDG][A-Z0-9]{5,}' };

const idOf = (...kinds: readonly string[]) => new RegExp(`^(${kinds.join('|')})$`);

const text = (form: RegExp, expected: string, what: string) =>
  z.string().check(z.regex(form, expected), z.describe(what));

const list = <T extends z.core.$ZodType>(item: T, whenEmpty: string, what: string) =>
  z.array(item).check(z.minLength(1, whenEmpty), z.describe(what));

const Who = text(
  idOf('everyone', ID.person, ID.group),
  'must be everyone, a Slack member id such as U012ABCDEF, or a user group id such as S012ABCDEF',
  '`everyone` of the workspace, its guest accounts included; a member (U… or W…); a user group (S…)',
);

const Channel = text(
  idOf(ID.channel),
  'must be a Slack channel id such as C012ABCDEF',
  'A channel (C… or G…) or a direct message (D…)',
);

const Contact = text(
  idOf(ID.person, ID.group, '[CG][A-Z0-9]{5,}'),
  'must be the Slack id of a member, a user group or a channel',
  'A member (U… or W…), a user group (S…) or a channel (C… or G…)',
);

const Pattern = z
  .string()
  .check(
    z.minLength(1, 'must be a name; * stands for any run of characters'),
    z.describe(
      'A whole name, upper and lower case as in LTS. `*` stands for any run of characters, and nothing else is special.',
    ),
  );

/** What a policy may have taken out of log lines. */
export const PERSONAL = ['phone', 'email', 'ip'] as const;

const NOBODY = 'must name at least one';
const EMPTY = 'must not be empty: leave it out for all';

/** To what a rule or an approval applies: each field narrows it, and one that is absent does not. */
const scope = {
  channels: z.optional(
    list(Channel, EMPTY, 'Only for what is done in these channels. Absent: in all, and in direct messages.'),
  ),
  sources: z.optional(
    list(Pattern, EMPTY, 'Only for these sources, by the names in chatops.config.json. Absent: for all.'),
  ),
  groups: z.optional(list(Pattern, EMPTY, 'Only for log groups with these names. Absent: for all.')),
  streams: z.optional(
    list(
      Pattern,
      EMPTY,
      'Only for log streams with these names. Absent: for all, and for groups as a whole.',
    ),
  ),
};

const Rule = z.strictObject({
  who: list(Who, NOBODY, 'Whom the rule lets do more: each of these.'),
  may: list(
    z.enum(VERBS),
    'must hold at least one permission',
    'What they may do. docs/policy.md says what each covers.',
  ),
  ...scope,
});

const Approval = z.strictObject({
  for: list(
    z.enum(['delete', 'transfer']),
    'must hold delete, transfer or both',
    'What needs a second person, whoever asks.',
  ),
  ...scope,
  by: list(Who, NOBODY, 'Who can be the second person: each of these but the one who asks.'),
});

/** Who may do what, as it stands in `chatops.policy.json`. `docs/policy.md` explains it for those who write it. */
export const Policy = z
  .strictObject({
    $schema: z.optional(z.string().check(z.describe('For editors; the bot ignores it.'))),
    readOnly: z._default(
      z
        .boolean()
        .check(z.describe('Refuses create, delete, transfer and settings to all, whatever the rules say.')),
      false,
    ),
    contact: z.optional(
      list(
        Contact,
        'must not be empty: leave it out where nobody is to be named',
        'Who can help: named when something is refused.',
      ),
    ),
    rules: z
      .array(Rule)
      .check(z.describe('Each lets somebody do something. What no rule allows is refused.')),
    redact: z.optional(
      list(
        z.enum(PERSONAL),
        'must not be empty: leave it out for none of these',
        'What is taken out of log lines beside secrets. Those always are.',
      ),
    ),
    approvals: z._default(
      z.array(Approval).check(z.describe('What takes a second person, even where a rule allows it.')),
      [],
    ),
  })
  .check(z.describe('Who may do what with LTS ChatOps.'));

export type Policy = z.infer<typeof Policy>;
export type Rule = z.infer<typeof Rule>;
export type Approval = z.infer<typeof Approval>;
export type Scope = Pick<Rule, 'channels' | 'sources' | 'groups' | 'streams'>;

/** `docs/policy.schema.json`: what an editor completes, explains and checks. */
export function policyJsonSchema(): object {
  return z.toJSONSchema(Policy, { io: 'input', target: 'draft-7' });
}
