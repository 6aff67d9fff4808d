import type { FieldExplanations } from './explanations.ts';

/** `a, b and c` */
export function enumerate(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB').format(names);
}

/** Apart from the others: the front function says these, and is as small as can be. */
export const fieldsEn: FieldExplanations = {
  group_expected: () => 'Which group? Its name or id is missing.',
  stream_expected: ({ given }) =>
    given
      ? `“${given}” is not a stream: a group, a slash and a stream were expected.`
      : 'Which stream? A group, a slash and a stream are missing.',
  name_expected: ({ what }) =>
    what === 'group' ? 'The name of the group is missing.' : 'The name of the stream is missing.',
  bad_name: ({ given }) =>
    `“${given}” cannot be a name. A name has up to 64 characters; the name of a group has no slash.`,
  bad_retention: ({ given }) => `“${given}” is not a number of days from 1 to 365.`,
  option_expected: ({ option }) =>
    option === 'bucket'
      ? 'bucket: is missing, the OBS bucket to copy to.'
      : 'every: is missing, the time between two copies.',
  bad_bucket: ({ given }) => `“${given}” cannot be a bucket: the name of one has 3 to 63 characters.`,
  bad_period: ({ given, known }) => `“${given}” is not a period. There are ${enumerate(known)}.`,
  bad_format: ({ given }) => `“${given}” is not a format: RAW or JSON.`,
  bad_prefix: ({ given }) => `“${given}” is too long for a prefix or a folder: up to 64 characters.`,
  other_streams: () =>
    'The streams are not of this group. Wait a moment for its own, or choose another group.',
  time_in_future: ({ given }, zone) => `“${given}” lies in the future. Times are read in your zone, ${zone}.`,
  bad_time: ({ given }) =>
    `“${given}” is not a time. Times are 15m or 2h30m ago, 13:10, yesterday 09:00 or 2026-11-23T09:00, for example.`,
  window_reversed: () => 'The window must begin before it ends.',
  window_too_long: () => 'The window is longer than 30 days, which is the most that can be searched at once.',
  given_twice: ({ given }) => `“${given}” is given twice; please keep one of them.`,
  bad_limit: ({ given, max }) => `“${given}” is not a number of lines from 1 to ${max}.`,
  bad_order: ({ given }) => `“${given}” is not an order: newest or oldest.`,
  wildcard_first: ({ given }) =>
    `“${given}” begins with a wildcard; * and ? may only stand inside a word or at its end.`,
  nothing_to_search: ({ given }) =>
    `“${given}” holds no word: LTS takes these characters for blanks between words.`,
  open_quote: ({ given }) =>
    given.trim()
      ? `The quote before “${given.trim()}” is never closed.`
      : 'The quote at the end is never closed.',
  too_long: () => 'Words and labels are too long together. Please shorten them.',
  label_expected: ({ given }) => `“${given}” is not a label. Labels are key=value or key="two words".`,
  stream_unchosen: () => 'Choose a group, and then one of its streams.',
  start_unchosen: () => 'Choose when the window begins.',
};
