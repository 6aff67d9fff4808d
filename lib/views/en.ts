import { assertNever } from '../errors.ts';
import { refusalsEn } from './refusals-en.ts';
import { asTyped } from './typed.ts';
import type { Words } from './words.ts';

export const en: Words = {
  help: (command) => ({
    title: 'Look up logs of Log Tank Service',
    lines: [
      [`${command} groups`, 'lists the log groups'],
      [`${command} streams checkout`, 'lists the streams of a group'],
      [
        `${command} logs checkout/api error "payment failed" since:1h`,
        'finds lines that hold all of these words',
      ],
      [
        `${command} logs checkout/api level=warn limit:20 order:oldest`,
        'filters by label; 20 lines a page, oldest first',
      ],
    ],
  }),
  groups: 'Log groups',
  streams: 'Log streams',
  name: 'Name',
  retention: 'Kept for',
  created: 'Created',
  more: (count) => `and ${count} more`,
  noGroups: 'There are no log groups in this project yet.',
  days: (count) => (count === 1 ? '1 day' : `${count} days`),
  streamsOf: (group) => `Log streams of ${group}`,
  noStreams: (group) => `The group ${group} has no streams yet.`,
  nextStreams: (command, group) => `${command} streams ${asTyped(group)}`,
  nextLogs: (command, group, stream) => `${command} logs ${asTyped(`${group}/${stream}`)} since:1h`,
  newestFirst: 'newest first',
  oldestFirst: 'oldest first',
  lineCount: (count) => (count === 1 ? '1 line' : `${count} lines`),
  noMatch: 'No lines match.',
  noMatchHint: (canWiden) =>
    `Fewer words may find some${canWiden ? ', or a longer window (since:1d)' : ''}. Lines appear about a minute after they are written.`,
  noOlder: 'The window holds no older matching lines.',
  nothingNewer: (time) => `Nothing newer as of ${time}.`,
  older: 'Older',
  newer: 'Newer',
  mistake: (mistake, command) => {
    switch (mistake.kind) {
      case 'unknown_command':
        return { what: `There is no command “${mistake.given}”.`, example: `${command} help` };
      case 'group_expected':
        return { what: 'Which group? Its name or id is missing.', example: `${command} streams checkout` };
      case 'stream_expected':
        return {
          what: mistake.given
            ? `“${mistake.given}” is not a stream: a group, a slash and a stream were expected.`
            : 'Which stream? A group, a slash and a stream are missing.',
          example: `${command} logs checkout/api error since:1h`,
        };
      case 'nothing_expected':
        return { what: `“${mistake.given}” is more than this command takes.`, example: `${command} help` };
      case 'unknown_option':
        return {
          what: `There is no option “${mistake.given}”; there are since:, limit: and order:. To search for it, put it in quotes.`,
          example: `${command} logs checkout/api "${mistake.given}" since:1h`,
        };
      case 'bad_duration':
        return {
          what: `“${mistake.given}” is not a time span of up to 30 days, such as 15m, 2h30m or 1d.`,
          example: `${command} logs checkout/api error since:2h30m`,
        };
      case 'bad_limit':
        return {
          what: `“${mistake.given}” is not a number of lines from 1 to ${mistake.max}.`,
          example: `${command} logs checkout/api error limit:50`,
        };
      case 'bad_order':
        return {
          what: `“${mistake.given}” is not an order: newest or oldest.`,
          example: `${command} logs checkout/api error order:oldest`,
        };
      case 'wildcard_first':
        return {
          what: `“${mistake.given}” begins with a wildcard; * and ? may only stand inside a word or at its end.`,
          example: `${command} logs checkout/api time*`,
        };
      case 'open_quote':
        return {
          what: mistake.given
            ? `The quote before ${mistake.given.slice(0, 40)} is never closed.`
            : 'The quote at the end is never closed.',
          example: `${command} logs checkout/api "payment failed"`,
        };
      case 'given_twice':
        return { what: `“${mistake.given}” is given twice; please keep one of them.` };
      case 'too_long':
        return {
          what: 'Words and labels are too long together for the buttons to carry. Please shorten them.',
        };
      case 'unknown_group':
        return { what: `There is no log group “${mistake.given}”.`, example: `${command} groups` };
      case 'unknown_stream':
        return {
          what: `There is no stream “${mistake.given}” in the group ${mistake.group}.`,
          example: `${command} streams ${asTyped(mistake.group)}`,
        };
      case 'not_allowed':
        return { what: 'You are not allowed to do this here.' };
      case 'stale_button':
        return { what: 'This button is from an older version. Please run the command again.' };
      default:
        return assertNever(mistake);
    }
  },
  unreachable: 'Log Tank Service could not be reached, or broke off. Try again in a moment.',
  late: 'Log Tank Service did not answer in time. Try again in a moment, or with a shorter window.',
  incomplete: 'Log Tank Service has not read all lines yet. Try again in a moment, or with a shorter window.',
  tooLarge: 'Log Tank Service sent more than can be read at once. Try again with fewer lines (limit:10).',
  refusals: refusalsEn,
  malformed: 'Log Tank Service sent an answer that cannot be read. Try again; if it stays, tell its support.',
  requestId: (id) => `Request id ${id}`,
};
