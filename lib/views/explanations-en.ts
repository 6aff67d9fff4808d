import type { Explanations, FieldExplanations } from './explanations.ts';
import { enumerate, fieldsEn } from './fields-en.ts';
import { grouped } from './grouped.ts';

const meant = (nearest: string | undefined) => (nearest === undefined ? '' : ` Did you mean “${nearest}”?`);

/** `sinse:` of `sinse:1h` */
const optionIn = (given: string) => given.replace(/[:：].*$/s, ':');

const others: Omit<Explanations, keyof FieldExplanations> = {
  unknown_command: ({ given, nearest }) => `There is no command “${given}”.${meant(nearest)}`,
  unknown_topic: ({ given, known, nearest }) =>
    `There is no help on “${given}”, only on ${enumerate(known)}.${meant(nearest)}`,
  action_expected: ({ verb, given, known, nearest }) =>
    given
      ? `There is no command “${verb} ${given}”, only ${enumerate(known.map((action) => `${verb} ${action}`))}.${meant(nearest)}`
      : `“${verb}” alone is not a command. There is ${enumerate(known.map((action) => `${verb} ${action}`))}.`,
  no_default_stream: () =>
    'Which stream? Name one: this channel has no default stream yet. The command use sets one.',
  default_stream_gone: ({ group, stream }) =>
    `The default stream of this channel, ${group}/${stream}, is not there any more: it may have been deleted or made anew. Name a stream, or have somebody who may change settings choose one with the command use.`,
  nothing_expected: ({ given }) => `“${given}” is more than this command takes.`,
  unknown_option: ({ given, known, nearest }) => {
    if (known.length === 0) return `“${given}” is not understood: this command takes no options.`;
    const takes = `This command takes ${enumerate(known)}.`;
    const search = known.includes('since') ? ' To search for it, put it in quotes.' : '';
    return `There is no option “${optionIn(given)}”.${meant(nearest && `${nearest}:`)} ${takes}${search}`;
  },
  value_expected: ({ option }) => `${option}: needs a value, right behind the colon.`,
  two_starts: () => 'since: and from: both say where the window begins; please keep one of them.',
  start_expected: () => 'to: also needs a start, such as from:09:00.',
  bad_visibility: ({ given }) => `“${given}” is neither public nor private.`,
  bad_member: ({ given }) =>
    `“${given}” names no member of this workspace. Write me, mention the person with @, or give their member id (U…).`,
  unknown_group: ({ given, nearest, mayBeWords }) => {
    const what = `There is no log group “${given}”.`;
    return nearest === undefined && mayBeWords
      ? `${what} To search for words with a slash, name the stream in front of them.`
      : `${what}${meant(nearest)}`;
  },
  unknown_stream: ({ given, group, nearest }) =>
    `There is no stream “${given}” in the group ${group}.${meant(nearest)}`,
  unknown_source: ({ given, known, nearest }) =>
    known.length === 1
      ? `There is no source “${given}”, only ${enumerate(known)}.`
      : `There is no source “${given}”.${meant(nearest)} There are ${enumerate(known)}.`,
  too_many_lines: ({ count, max }) =>
    `${grouped(count)} lines match, and a file holds up to ${grouped(max)}. Narrow the search: a shorter window, or more words.`,
  nothing_to_export: () => 'No lines match any more, so there is nothing to export.',
  stale_button: () => 'This button is from an older version. Please run the command again.',
  own_approval: () =>
    'You asked for this yourself, so somebody else has to approve it. You can withdraw it with Reject.',
  not_decider: () => 'Only those whom the message names can decide this.',
  decider_unknown: () =>
    'Slack does not say who is in the user groups that count here, so nothing was decided. Please try again in a minute.',
  decided_already: ({ how }) => `This has been ${how} already.`,
  approval_gone: () => 'This is not open any more. Whoever still wants it asks again.',
  approval_needs_channel: () =>
    'This needs a second person to approve it. Ask in a channel where they are, not in a direct message.',
  stale_form: () => 'This form is from an older version, so nothing was done. Please run the command again.',
  gone: ({ group, stream }) =>
    stream === undefined
      ? `The log group ${group} is not there any more, so nothing was deleted.`
      : `The log stream ${group}/${stream} is not there any more, so nothing was deleted.`,
  group_changed: ({ group }) =>
    `The streams of the log group ${group} have changed since you saw them, so nothing was deleted. Look at them again:`,
};

/** Pure, so that the front function can leave it out. */
export const explanationsEn: Explanations = /* @__PURE__ */ Object.assign({}, others, fieldsEn);
