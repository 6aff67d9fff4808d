import type { KnownBlock, RichTextElement, RichTextSection } from '@slack/types';
import type { RepeatCommand } from '../commands/click.ts';
import type { StreamRef } from '../commands/command.ts';
import { button } from './controls.ts';
import { showText } from './log-text.ts';
import { fillIn, mention } from './mentions.ts';
import { bold, bullets, context, paragraph, plain, richText, sentence } from './message.ts';
import { modalText } from './modal.ts';
import { streamName } from './names.ts';
import { typedSearch } from './typed-search.ts';
import type { Viewer } from './viewer.ts';

/** What a person has searched lately, the latest first, and what is set where they did. */
export interface Lately {
  readonly searches: readonly { readonly click: RepeatCommand /** Ms. */; readonly at: number }[];
  /** Their direct message with the bot is the first. */
  readonly channels: readonly SearchedChannel[];
}

/** What `logs` without a name searches there, as far as the person may read it. */
export interface SearchedChannel {
  readonly channelId: string;
  readonly source?: string;
  readonly stream?: StreamRef;
}

/** Enough to know a search by. */
const MAX_TYPED = 300;

/** The latest searches, each with a button that makes it once more, and the default streams where they were made. */
export function latelyBlocks(lately: Lately | undefined, direct: string, viewer: Viewer): KnownBlock[] {
  const { home } = viewer.words;
  const title = paragraph(bold(home.searches));
  if (!lately) return [richText(title, sentence(home.searchesUnread))];
  const { searches, channels } = lately;
  return [
    richText(title, ...(searches.length === 0 ? [sentence(home.noSearches)] : [])),
    ...searches.flatMap((search) => searchBlocks(search, direct, viewer)),
    ...(searches.length > 0 ? [context(home.searchesNote)] : []),
    richText(
      paragraph(bold(home.defaults)),
      bullets(...channels.map((channel) => defaultOf(channel, direct, viewer))),
    ),
    ...(viewer.access?.readsAll ? [] : [context(home.unreadLeftOut)]),
  ];
}

function searchBlocks(
  { click, at }: Lately['searches'][number],
  direct: string,
  viewer: Viewer,
): KnownBlock[] {
  const { words, clock, command } = viewer;
  const { home } = words;
  const line = showText(`${command} ${typedSearch(click.stream, click.search, viewer)}`, MAX_TYPED);
  const where = placeOf(click.channelId, direct, viewer);
  return [
    {
      type: 'section',
      text: modalText(line),
      accessory: button('repeat', home.repeat, click),
    },
    richText(fillIn(home.searchedIn, { where, time: [plain(clock.minute(at))] })),
  ];
}

function defaultOf(
  { channelId, source, stream }: SearchedChannel,
  direct: string,
  viewer: Viewer,
): RichTextSection {
  const { words, sources } = viewer;
  const named = stream ? streamName(stream.groupName, stream.streamName) : words.home.noDefault;
  const of = stream?.source ?? source;
  const what = sources.length > 1 && of !== undefined ? `${named} · ${words.page.source(of)}` : named;
  return fillIn(words.home.defaultIn, { where: placeOf(channelId, direct, viewer), what: [plain(what)] });
}

/** Slack draws the name of a channel, for those who may know it. A direct message has none. */
function placeOf(channelId: string, direct: string, { words }: Viewer): RichTextElement[] {
  if (/^[CG]/.test(channelId)) return [mention(channelId, words)];
  const { own, other } = words.home.directs;
  return [plain(channelId === direct || /^[UW]/.test(channelId) ? own : other)];
}
