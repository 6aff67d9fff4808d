import type { ModalView } from '@slack/types';
import type { PageResult } from '../commands/result.ts';
import { showText } from './log-text.ts';
import { example, richText, sentence } from './message.ts';
import { noticeModal } from './modal.ts';
import { asTyped, streamName } from './names.ts';
import { pageMessage } from './page.ts';
import { filterParts } from './search-header.ts';
import { sameWindow } from './typed-window.ts';
import type { Viewer } from './viewer.ts';

/** More than the longest search: what is cut off cannot be copied. */
const MAX_TYPED = 2_000;

/** A page in a modal, where it has no buttons: a line says how to go on. */
export function pageModal(result: PageResult, viewer: Viewer): ModalView {
  const { words, command, clock } = viewer;
  const { stream, search } = result;
  const { text, blocks } = pageMessage(result, viewer, { kind: 'private' });
  const target = asTyped(streamName(stream.groupName, stream.streamName));
  const line = [command, 'logs', target, ...filterParts(search), sameWindow(search, clock)].join(' ');
  const goOn = richText(sentence(words.search.goOn), example(showText(line, MAX_TYPED)));
  return noticeModal({ text, blocks: [...blocks.filter(({ type }) => type !== 'actions'), goOn] }, words);
}
