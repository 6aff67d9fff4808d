import type { AnswersResult, SourceResult, UseResult } from '../commands/write-result.ts';
import { hiddenNote } from './hidden.ts';
import { context, escapeText, example, joinSentences, type Message, richText, sentence } from './message.ts';
import { listNames, streamName } from './names.ts';
import type { Viewer } from './viewer.ts';

/** The channel's default stream. */
export function useMessage({ stream, isChanged }: UseResult, viewer: Viewer): Message {
  const { words, command, sources } = viewer;
  const { settings } = words;
  if (!stream) {
    const next = change(settings.setStream, 'use checkout/api', viewer);
    const note = isChanged ? '' : hiddenNote(viewer);
    return settingMessage(settings.noStream(isChanged), next, viewer, note || undefined);
  }
  const name = streamName(stream.groupName, stream.streamName);
  const what = settings.stream(name, isChanged, command);
  const source = sources.length > 1 ? words.page.source(stream.source) : undefined;
  return settingMessage(what, [settings.logsWithoutName, 'logs error since:1h'], viewer, source);
}

/** The channel's LTS project. */
export function sourceMessage({ name, known, isChanged, cleared }: SourceResult, viewer: Viewer): Message {
  const { words } = viewer;
  const { settings } = words;
  const what = settings.source(name, isChanged);
  if (cleared) {
    const lost = settings.streamCleared(streamName(cleared.groupName, cleared.streamName));
    const next = change(settings.setStream, 'use checkout/api', viewer);
    return settingMessage(joinSentences(what, lost), next, viewer);
  }
  const other = known.find((source) => source !== name);
  if (other === undefined) return settingMessage(what, undefined, viewer);
  const all = settings.sources(listNames(known, words));
  const next = change(settings.changeIt, `source ${other}`, viewer);
  return settingMessage(joinSentences(what, all), next, viewer);
}

/** Who sees answers in the channel. */
export function answersMessage({ visibility, isChanged }: AnswersResult, viewer: Viewer): Message {
  const { settings } = viewer.words;
  const other = visibility === 'public' ? 'private' : 'public';
  const next = change(settings.changeIt, `answers ${other}`, viewer);
  return settingMessage(settings.answers(visibility, isChanged), next, viewer);
}

type Next = readonly [what: string, typed: string];

/** What changes a setting is offered to those who may. */
function change(what: string, typed: string, { access }: Viewer): Next | undefined {
  return access?.mayAtAll('settings') === true ? [what, typed] : undefined;
}

/** How things stand, and what may be typed next. */
function settingMessage(what: string, next: Next | undefined, { command }: Viewer, note?: string): Message {
  return {
    text: escapeText(what),
    blocks: [
      richText(sentence(what), ...(next ? [sentence(next[0]), example(`${command} ${next[1]}`)] : [])),
      ...(note === undefined ? [] : [context(note)]),
    ],
  };
}
