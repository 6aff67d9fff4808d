import type { KnownBlock } from '@slack/types';
import type { LogGroup, LogStream } from '../lts/schemas.ts';
import { LIMITS } from './limits.ts';
import { bold, code, context, escapeText, type Message, paragraph, plain } from './message.ts';
import type { Viewer } from './viewer.ts';
import type { Words } from './words.ts';

/** The groups of the project. */
export function groupsMessage(groups: readonly LogGroup[], { words, clock, command }: Viewer): Message {
  const [first] = groups;
  if (!first) return { text: words.noGroups, blocks: [sentence(words.noGroups)] };
  const rows = groups.map((group) => [
    group.log_group_name,
    words.days(group.ttl_in_days),
    clock.second(group.creation_time),
  ]);
  return {
    text: escapeText(`${words.groups}: ${groups.map((group) => group.log_group_name).join(', ')}`),
    blocks: [
      ...table(words.groups, [words.name, words.retention, `${words.created} (${clock.zone})`], rows, words),
      example(words.nextStreams(command, first.log_group_name)),
    ],
  };
}

/** The streams of a group. */
export function streamsMessage(group: LogGroup, streams: readonly LogStream[], viewer: Viewer): Message {
  const { words, clock, command } = viewer;
  const name = group.log_group_name;
  const [first] = streams;
  if (!first) return { text: escapeText(words.noStreams(name)), blocks: [sentence(words.noStreams(name))] };
  const rows = streams.map((stream) => [stream.log_stream_name, clock.second(stream.creation_time)]);
  return {
    text: escapeText(
      `${words.streamsOf(name)}: ${streams.map((stream) => stream.log_stream_name).join(', ')}`,
    ),
    blocks: [
      ...table(words.streamsOf(name), [words.name, `${words.created} (${clock.zone})`], rows, words),
      example(words.nextLogs(command, name, first.log_stream_name)),
    ],
  };
}

export function helpMessage({ words, command }: Viewer): Message {
  const { title, lines } = words.help(command);
  return {
    text: escapeText([title, ...lines.map(([typed]) => typed)].join('\n')),
    blocks: [
      {
        type: 'rich_text',
        elements: [
          paragraph(bold(title)),
          {
            type: 'rich_text_list',
            style: 'bullet',
            elements: lines.map(([typed, meaning]) => paragraph(code(typed), plain(`  ${meaning}`))),
          },
        ],
      },
    ],
  };
}

/** As many rows as a data_table holds; LTS's own quota is the same, but may have been raised. */
function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  words: Words,
): KnownBlock[] {
  const shown = [head, ...rows.slice(0, LIMITS.tableRows)];
  const cells = shown.map((row) => row.map((text) => ({ type: 'raw_text' as const, text })));
  const left = rows.length - LIMITS.tableRows;
  return [
    { type: 'data_table', caption, rows: cells, page_size: 10 },
    ...(left > 0 ? [context(words.more(left))] : []),
  ];
}

function sentence(text: string): KnownBlock {
  return { type: 'rich_text', elements: [paragraph(plain(text))] };
}

function example(typed: string): KnownBlock {
  return { type: 'rich_text', elements: [paragraph(code(typed))] };
}
