import type { Mistake } from '../../../lib/commands/mistake.ts';
import { mistakeMessage } from '../../../lib/views/problem.ts';
import type { Viewer } from '../../../lib/views/viewer.ts';
import type { Samples } from './samples.ts';

type Kind = Mistake['kind'];
type Sample<K extends Kind> = readonly [mistake: Omit<Extract<Mistake, { kind: K }>, 'kind'>, line?: string];

const OPTIONS = ['since', 'from', 'to', 'limit', 'order'];
const TOPICS = ['logs', 'times', 'create', 'transfer', 'settings'];
const PERIODS = ['2min', '5min', '30min', '1hour', '3hour', '6hour', '12hour'];
const ACTIONS = ['create', 'delete'];

/** Each kind, with what was typed; brackets mark the place. */
const SAMPLES: { readonly [K in Kind]: readonly Sample<K>[] } = {
  unknown_command: [
    [{ given: 'lgos', nearest: 'logs' }, '[lgos] checkout/api error'],
    [{ given: 'coffee' }, '[coffee]'],
  ],
  unknown_topic: [[{ given: 'time', known: TOPICS, nearest: 'times' }, 'help [time]']],
  action_expected: [
    [{ verb: 'group', given: '', known: ACTIONS }, 'group[]'],
    [{ verb: 'stream', given: 'craete', known: ACTIONS, nearest: 'create' }, 'stream [craete] a/b'],
  ],
  group_expected: [[{}, 'streams[]']],
  stream_expected: [
    [{ given: '' }, 'use checkout[]'],
    [{ given: 'checkout' }, 'stream create [checkout] ttl:7'],
  ],
  no_default_stream: [[{}, 'logs error since:1h']],
  default_stream_gone: [[{ group: 'checkout', stream: 'api' }, 'logs error since:1h']],
  nothing_expected: [[{ given: 'all' }, 'groups [all]']],
  unknown_option: [
    [{ given: 'sinse:1h', known: OPTIONS, nearest: 'since' }, 'logs checkout/api [sinse:1h] error'],
    [{ given: 'days:3', known: ['ttl'] }, 'group create checkout [days:3]'],
    [{ given: 'ttl:3', known: [] }, 'groups [ttl:3]'],
  ],
  value_expected: [[{ option: 'since' }, 'logs checkout/api since:[] error']],
  bad_time: [[{ given: '99x' }, 'logs checkout/api since:[99x]']],
  time_in_future: [[{ given: '23:59' }, 'logs checkout/api from:[23:59]']],
  window_reversed: [[{}, 'logs checkout/api from:10:00 to:[09:00]']],
  window_too_long: [
    [{}, 'logs checkout/api since:[99d]'],
    [{}, 'audit since:[99d]'],
  ],
  two_starts: [[{}, 'logs checkout/api since:1h [from:09:00]']],
  start_expected: [[{}, 'logs checkout/api to:09:00[]']],
  given_twice: [[{ given: 'since' }, 'logs checkout/api since:1h [since:2h]']],
  bad_limit: [[{ given: '1000', max: 200 }, 'logs checkout/api limit:[1000]']],
  bad_order: [[{ given: 'up' }, 'logs checkout/api order:[up]']],
  wildcard_first: [[{ given: '*out' }, 'logs checkout/api [*out]']],
  nothing_to_search: [[{ given: '= :' }, 'logs checkout/api [= :]']],
  open_quote: [
    [{ given: 'payment failed' }, 'logs checkout/api ["payment failed]'],
    [{ given: '' }, 'logs checkout/api error["]'],
  ],
  too_long: [[{}, `logs checkout/api [${'long '.repeat(300)}] since:1h`]],
  label_expected: [[{ given: 'level' }, '']],
  stream_unchosen: [[{}, '']],
  start_unchosen: [[{}, '']],
  name_expected: [
    [{ what: 'group' }, 'group create[]'],
    [{ what: 'stream' }, 'stream create []'],
  ],
  bad_name: [[{ given: 'a/b' }, 'group create [a/b]']],
  bad_retention: [[{ given: '400' }, 'group create checkout ttl:[400]']],
  option_expected: [
    [{ option: 'bucket' }, 'transfer checkout/api every:5min[]'],
    [{ option: 'every' }, 'transfer checkout/api bucket:lts-archive[]'],
  ],
  bad_bucket: [[{ given: 'x' }, 'transfer checkout/api bucket:[x] every:5min']],
  bad_period: [[{ given: '7min', known: PERIODS }, 'transfer checkout/api bucket:lts-archive every:[7min]']],
  bad_format: [[{ given: 'xml' }, 'transfer checkout/api bucket:lts-archive every:5min format:[xml]']],
  bad_prefix: [
    [
      { given: 'p'.repeat(65) },
      `transfer checkout/api bucket:lts-archive every:5min prefix:[${'p'.repeat(65)}]`,
    ],
  ],
  bad_visibility: [[{ given: 'all' }, 'answers [all]']],
  bad_member: [[{ given: 'rita' }, 'audit since:1d who:[rita]']],
  unknown_group: [
    [{ given: 'chekout', nearest: 'checkout' }, 'streams [chekout]'],
    [{ given: 'nowhere' }, 'streams [nowhere]'],
    [{ given: 'GET', mayBeWords: true }, 'logs ["GET /health"] since:1h'],
  ],
  unknown_stream: [
    [{ given: 'apu', group: 'my team', nearest: 'api' }, 'logs "my team/[apu]" error'],
    [{ given: 'nothing', group: 'checkout' }, 'logs checkout/[nothing] error'],
  ],
  unknown_source: [
    [{ given: 'stagin', known: ['prod', 'staging'], nearest: 'staging' }, 'source [stagin]'],
    [{ given: 'x', known: ['prod'] }, 'source [x]'],
  ],
  too_many_lines: [[{ count: 12_345, max: 5_000 }]],
  nothing_to_export: [[{}]],
  stale_button: [[{}]],
  own_approval: [[{}]],
  not_decider: [[{}]],
  decider_unknown: [[{}]],
  decided_already: [[{ how: 'approved' }], [{ how: 'rejected' }]],
  approval_gone: [[{}]],
  approval_needs_channel: [[{}, 'transfer checkout/api bucket:lts-archive every:1hour']],
  stale_form: [[{}]],
  other_streams: [[{}]],
  gone: [
    [{ group: 'checkout', stream: 'api' }, 'stream delete checkout/api'],
    [{ group: 'my team' }, 'group delete "my team"'],
  ],
  group_changed: [[{ group: 'my team' }, 'group delete "my team"']],
};

export function mistakeMessages(viewer: Viewer): Samples {
  const named = Object.entries(SAMPLES).flatMap(([kind, samples]) =>
    samples.map(([mistake, line], index) => {
      const message = mistakeMessage(
        { kind, ...mistake } as Mistake,
        viewer,
        line ? readMarks(line) : undefined,
      );
      return [index === 0 ? kind : `${kind}, ${index + 1}`, message] as const;
    }),
  );
  return Object.fromEntries(named);
}

/** `logs [x]` is `logs x` with a place; without brackets there is none. */
function readMarks(marked: string) {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const line = marked.replace(/[[\]]/g, '');
  return start < 0 ? { line } : { line, place: { start, end } };
}
