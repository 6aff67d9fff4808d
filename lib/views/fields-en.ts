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
};
