import type { Mistake } from '../commands/mistake.ts';
import { asTyped } from './names.ts';

const AUDIT = 'audit since:1d who:me';

/** One line for each command, as it is typed after the slash command. */
const EXAMPLES: Readonly<Record<string, string>> = {
  help: 'help logs',
  groups: 'groups',
  streams: 'streams checkout',
  logs: 'logs checkout/api error since:1h',
  'group create': 'group create checkout ttl:7',
  'group delete': 'group delete checkout',
  'stream create': 'stream create checkout/api ttl:30',
  'stream delete': 'stream delete checkout/api',
  group: 'group create checkout ttl:7',
  stream: 'stream create checkout/api ttl:30',
  transfer: 'transfer checkout/api bucket:lts-archive every:1hour',
  use: 'use checkout/api',
  source: 'source prod',
  answers: 'answers public',
  audit: AUDIT,
};

/** What may be typed instead; undefined where nothing can be. `line` is what was typed, if anything was. */
export function exampleFor(mistake: Mistake, line: string): string | undefined {
  switch (mistake.kind) {
    case 'unknown_command':
      return EXAMPLES[mistake.nearest ?? ''] ?? 'help';
    case 'unknown_topic':
      return EXAMPLES.help;
    case 'bad_time':
    case 'time_in_future':
    case 'window_too_long':
      return exampleOf(line) === AUDIT ? AUDIT : 'logs checkout/api error since:2h30m';
    case 'window_reversed':
    case 'two_starts':
    case 'start_expected':
      return exampleOf(line) === AUDIT ? AUDIT : 'logs checkout/api error from:09:00 to:09:30';
    case 'bad_limit':
      return 'logs checkout/api error limit:50';
    case 'bad_order':
      return 'logs checkout/api error order:oldest';
    case 'wildcard_first':
      return 'logs checkout/api time*';
    case 'open_quote':
      return 'logs checkout/api "payment failed"';
    case 'default_stream_gone':
      return EXAMPLES.groups;
    case 'unknown_group':
      return mistake.nearest === undefined ? 'groups' : `streams ${asTyped(mistake.nearest)}`;
    case 'unknown_stream':
      return mistake.nearest === undefined
        ? `streams ${asTyped(mistake.group)}`
        : withStream(line, asTyped(`${mistake.group}/${mistake.nearest}`));
    case 'gone':
      return mistake.stream === undefined ? 'groups' : `streams ${asTyped(mistake.group)}`;
    case 'group_changed':
      return `group delete ${asTyped(mistake.group)}`;
    case 'unknown_source':
      return `source ${mistake.nearest ?? mistake.known[0] ?? ''}`.trim();
    case 'given_twice':
    case 'too_many_lines':
    case 'nothing_to_export':
    case 'stale_button':
    case 'own_approval':
    case 'not_decider':
    case 'decider_unknown':
    case 'decided_already':
    case 'approval_gone':
    case 'stale_form':
    case 'other_streams':
      return undefined;
    default:
      return exampleOf(line);
  }
}

/** The example of the command that was typed, with the stream that may be meant. */
function withStream(line: string, stream: string): string | undefined {
  return exampleOf(line)?.replace('checkout/api', () => stream);
}

/** The example of the command that a line begins with. */
function exampleOf(line: string): string | undefined {
  const [verb = '', noun = ''] = line.normalize('NFKC').toLowerCase().trim().split(/\s+/);
  return EXAMPLES[`${verb} ${noun}`] ?? EXAMPLES[verb];
}
