import type { GroupsResult, StreamsResult } from '../commands/result.ts';
import type { LogGroup, LogStream } from '../lts/schemas.ts';
import { hiddenNote } from './hidden.ts';
import { context, escapeText, example, joinSentences, type Message, richText, sentence } from './message.ts';
import { asTyped, listNames, showName, streamName } from './names.ts';
import { numberCell, type Row, type TableOptions, tableOf, textCell } from './table.ts';
import type { Viewer } from './viewer.ts';

/** The groups of a project, and a select for the streams of one. */
export function groupsMessage(result: GroupsResult, viewer: Viewer): Message {
  const { source, groups, withIds } = result;
  const { words, clock, command } = viewer;
  const { lists } = words;
  if (groups.length === 0) {
    return emptyMessage(lists.noGroups, words.changes.nextGroup, 'group create checkout', source, viewer);
  }
  return listMessage(
    groups.map((group) => groupRow(group, result, viewer)),
    {
      caption: [lists.groups, ...sourceOf(source, viewer)].join(' · '),
      head: [lists.name, lists.retention, lists.created(clock.zone), ...(withIds ? [lists.id] : [])],
      actionId: 'streams',
      placeholder: lists.pickGroup,
    },
    (name) => `${command} streams ${asTyped(name)}`,
    viewer,
  );
}

function groupRow(group: LogGroup, { source, withIds }: GroupsResult, { words, clock }: Viewer): Row {
  const { log_group_id: groupId, ttl_in_days: days } = group;
  const name = showName(group.log_group_name, groupId);
  const cells = [
    textCell(name),
    numberCell(days, words.days(days)),
    textCell(clock.minute(group.creation_time)),
    ...(withIds ? [textCell(groupId)] : []),
  ];
  return { cells, choice: { label: name, click: { kind: 'picked_group', source, groupId } } };
}

/** The streams of a group, and a select for the lines of one. */
export function streamsMessage(result: StreamsResult, viewer: Viewer): Message {
  const { source, streams, withIds } = result;
  const { words, clock, command } = viewer;
  const { lists } = words;
  const group = showName(result.group.log_group_name, result.group.log_group_id);
  if (streams.length === 0) {
    const create = `stream create ${asTyped(`${group}/api`)}`;
    return emptyMessage(lists.noStreams(group), words.changes.nextStream, create, source, viewer);
  }
  return listMessage(
    streams.map((stream) => streamRow(stream, result, viewer)),
    {
      caption: [lists.streamsOf(group), ...sourceOf(source, viewer)].join(' · '),
      head: [lists.name, lists.created(clock.zone), lists.filters, ...(withIds ? [lists.id] : [])],
      actionId: 'logs',
      placeholder: lists.pickStream,
    },
    (name) => `${command} logs ${asTyped(streamName(group, name))} since:1h`,
    viewer,
  );
}

function streamRow(stream: LogStream, { source, group, withIds }: StreamsResult, { clock }: Viewer): Row {
  const { log_stream_id: streamId, filter_count: filters } = stream;
  const { log_group_id: groupId } = group;
  const name = showName(stream.log_stream_name, streamId);
  const cells = [
    textCell(name),
    textCell(clock.minute(stream.creation_time)),
    // The service may leave the number out.
    typeof filters === 'number' ? numberCell(filters, String(filters)) : textCell('–'),
    ...(withIds ? [textCell(streamId)] : []),
  ];
  return { cells, choice: { label: name, click: { kind: 'picked_stream', source, groupId, streamId } } };
}

/** `typed` is the command for a row: one that is not shown, where there is such a one. */
function listMessage(
  rows: readonly Row[],
  options: TableOptions,
  typed: (name: string) => string,
  { words }: Viewer,
): Message {
  const { table, select, left } = tableOf(rows, options);
  const names = rows.map(({ choice }) => choice.label);
  const isWhole = left === 0;
  return {
    text: escapeText(words.lists.listed(options.caption, listNames(names, words))),
    blocks: [
      table,
      richText(
        ...(isWhole ? [] : [sentence(words.lists.rest(left))]),
        example(typed(names[isWhole ? 0 : names.length - left] ?? '')),
      ),
      { type: 'actions', elements: [select] },
    ],
  };
}

/** None yet: what to do. */
function emptyMessage(what: string, next: string, typed: string, source: string, viewer: Viewer): Message {
  const { words, command, access } = viewer;
  const hidden = hiddenNote(viewer);
  const notes = [...(hidden ? [hidden] : []), words.lists.howLogsCome, ...sourceOf(source, viewer)];
  const mayCreate = access?.mayAtAll('create') === true;
  return {
    text: escapeText(mayCreate ? joinSentences(what, next, `${command} ${typed}`) : what),
    blocks: [
      richText(sentence(what), ...(mayCreate ? [sentence(next), example(`${command} ${typed}`)] : [])),
      ...notes.map(context),
    ],
  };
}

/** Which project, where there are several. */
function sourceOf(source: string, { words, sources }: Viewer): string[] {
  return sources.length > 1 ? [words.page.source(source)] : [];
}
