import type { KnownBlock, ModalView } from '@slack/types';
import type { SearchFormResult } from '../commands/result.ts';
import { PRESETS, RANGE } from '../commands/search-entries.ts';
import { type Named, type RefillCommand, SEARCH_VISIBILITIES } from '../commands/search-form.ts';
import { writeGroup, writeStream } from './choices.ts';
import { button } from './controls.ts';
import { hiddenNote } from './hidden.ts';
import { choice, field, number, option, optional, text, time } from './inputs.ts';
import { LIMITS } from './limits.ts';
import { context, escapeText, joinSentences, type Message, richText, sentence } from './message.ts';
import { modalText } from './modal.ts';
import { showName } from './names.ts';
import { encodeSearch, FOUND_ROOM, keepFitting, SEARCH_FORM } from './search-values.ts';
import type { Viewer } from './viewer.ts';

/** What stands above the fields, where something went wrong. */
type Note = Pick<Message, 'blocks'>;

/**
 * The form of a search. A field keeps what was entered as long as its block_id and action_id stay: those of groups and
 * streams change with what they are of. `channelId` is where the person asked.
 */
export function searchModal(
  form: SearchFormResult,
  viewer: Viewer,
  channelId: string,
  note?: Note,
): ModalView {
  const { words, clock } = viewer;
  const { search, language } = words;
  return {
    type: 'modal',
    callback_id: SEARCH_FORM,
    private_metadata: encodeSearch(form.source, form.filled, { channelId, language, zone: clock.zone }),
    title: modalText(search.title),
    submit: modalText(search.submit),
    close: modalText(words.modals.cancel),
    blocks: [
      ...(note?.blocks ?? []),
      ...sourceField(form, viewer),
      ...(note && !form.group ? [] : groupField(form, viewer)),
      ...(note ? [retry(search.again)] : streamField(form, viewer)),
      ...searchFields(form, viewer),
    ],
  };
}

/** The form as it was, without what could not be listed. */
export function keptSearchModal(
  { source, group, filled }: RefillCommand,
  problem: Message,
  viewer: Viewer,
  channelId: string,
): ModalView {
  const form: SearchFormResult = {
    kind: 'search_form',
    source,
    groups: group ? [group] : [],
    ...(group && { group }),
    streams: [],
    filled,
    reopen: { kind: 'open_search' },
  };
  const said = richText(sentence(viewer.words.search.notRefilled));
  return searchModal(form, viewer, channelId, { blocks: [...problem.blocks, said] });
}

/** For where Slack did not show the modal: a button that opens it. */
export function searchFormMessage({ reopen }: SearchFormResult, { words }: Viewer): Message {
  const { notOpened, open } = words.search;
  const { about } = reopen;
  const kept = about && { about: { ...about, found: keepFitting(about.found, FOUND_ROOM.button) } };
  return {
    text: escapeText(notOpened),
    blocks: [
      richText(sentence(notOpened)),
      {
        type: 'actions',
        elements: [button('search', open, { ...reopen, ...kept })],
      },
    ],
  };
}

/** Asks for the same once more. It brings what was entered along, as every action in a modal does. */
function retry(label: string): KnownBlock {
  return {
    type: 'actions',
    block_id: 'again',
    elements: [{ type: 'button', action_id: 'again', text: modalText(label) }],
  };
}

function sourceField({ source }: SearchFormResult, { words, sources }: Viewer): KnownBlock[] {
  if (sources.length < 2) return [];
  const options = sources.map((name) => option(name, name));
  return [
    { ...field('source', words.search.source, choice('source', options, source)), dispatch_action: true },
  ];
}

function groupField(form: SearchFormResult, viewer: Viewer): KnownBlock[] {
  const { words, command, sources } = viewer;
  const { search, lists } = words;
  const { source, groups, group } = form;
  if (groups.length === 0)
    return [{ ...context(joinSentences(lists.noGroups, hiddenNote(viewer))), block_id: 'group' }];
  const shown = firstWith(groups, group?.id);
  const options = shown.map((each) => option(showName(each.name, each.id), writeGroup(each)));
  const actionId = sources.length < 2 ? 'group' : `group_${source}`;
  const select = choice(actionId, options, group && writeGroup(group), search.pickGroup);
  const rest = groups.length - shown.length;
  return [
    {
      ...field('group', search.group, select, rest > 0 ? search.notListed(rest, command) : undefined),
      dispatch_action: true,
    },
  ];
}

function streamField(form: SearchFormResult, viewer: Viewer): KnownBlock[] {
  const { words, command } = viewer;
  const { search, lists } = words;
  const { group, streams, streamId } = form;
  if (!group) return [{ ...context(search.groupFirst), block_id: 'stream' }];
  if (streams.length === 0) {
    const none = lists.noStreams(showName(group.name, group.id));
    return [{ ...context(joinSentences(none, hiddenNote(viewer))), block_id: 'stream' }];
  }
  const shown = firstWith(streams, streamId);
  const options = shown.map((each) => option(showName(each.name, each.id), writeStream(group.id, each)));
  const stream = shown.find(({ id }) => id === streamId);
  const chosen = stream && writeStream(group.id, stream);
  const select = choice(`stream_${group.id}`, options, chosen, search.pickStream);
  const rest = streams.length - shown.length;
  return [field('stream', search.stream, select, rest > 0 ? search.notListed(rest, command) : undefined)];
}

function searchFields({ filled }: SearchFormResult, { words, access }: Viewer): KnownBlock[] {
  const { search, page } = words;
  const { entries, found, about, visibility } = filled;
  const windows = ([...PRESETS, RANGE] as const).map((span) => option(search.windows[span], span));
  const orders = [option(page.newestFirst, 'newest'), option(page.oldestFirst, 'oldest')];
  const offered = SEARCH_VISIBILITIES.filter((each) => each === 'me' || access?.mayAtAll('share'));
  const visibilities = offered.map((each) => option(search.visibilities[each], each));
  const clues = keepFitting(about?.found ?? [], FOUND_ROOM.modal).map((value) => option(value, value));
  return [
    ...(clues.length > 0
      ? [optional(field('found', search.found, choice('found', clues, found), search.foundHint))]
      : []),
    optional(field('words', search.words, text('words', entries.words), search.wordsHint)),
    optional(field('labels', search.labels, text('labels', entries.labels), search.labelsHint)),
    field('window', search.window, choice('window', windows, entries.window)),
    optional(field('from', search.from, time('from', entries.from), search.fromHint)),
    optional(field('to', search.to, time('to', entries.to), search.toHint)),
    field('limit', search.limit, number('limit', entries.limit)),
    field('order', search.order, choice('order', orders, entries.order)),
    ...(about
      ? [
          field(
            'visibility',
            search.visibility,
            choice('visibility', visibilities, offered.includes(visibility) ? visibility : 'me'),
          ),
        ]
      : []),
  ];
}

/** As many as a select holds, and the one that is chosen among them. */
function firstWith(all: readonly Named[], chosen: string | undefined): readonly Named[] {
  const first = all.slice(0, LIMITS.selectOptions);
  const other = all.slice(LIMITS.selectOptions).find(({ id }) => id === chosen);
  return other ? [...first.slice(0, -1), other] : first;
}
