import type { KnownBlock, ModalView } from '@slack/types';
import type { Click } from '../commands/click.ts';
import type { PageResult } from '../commands/result.ts';
import type { AboutMessage } from '../commands/search-form.ts';
import { button } from './controls.ts';
import { showText } from './log-text.ts';
import { example, type Message, richText, sentence } from './message.ts';
import { noticeModal } from './modal.ts';
import { PAGE_MODAL, writeMetadata } from './modal-metadata.ts';
import { pageMessage } from './page.ts';
import { writeAbout } from './search-values.ts';
import { typedSearch } from './typed-search.ts';
import type { Viewer } from './viewer.ts';

/** More than the longest search: what is cut off cannot be copied. */
const MAX_TYPED = 2_000;

/** Where the person asked, and the message whose logs they look up. */
interface Asked {
  readonly channelId: string;
  readonly about: AboutMessage | undefined;
}

/**
 * A page in a modal, which its buttons turn there. What would leave it has none: a message or a file would appear behind
 * it, so a line says how to bring the page there.
 */
export function pageModal(result: PageResult, viewer: Viewer, asked: Asked): ModalView {
  const { words, command } = viewer;
  const { stream, search } = result;
  const { text, blocks } = pageMessage(result, viewer, { kind: 'private', where: 'modal' });
  const target = { source: stream.source, group: stream.groupName, stream: stream.streamName };
  const mayLeave = (['share', 'export'] as const).some((verb) => viewer.access?.may(verb, target));
  const line = showText(`${command} ${typedSearch(stream, search, viewer)}`, MAX_TYPED);
  const goOn = richText(sentence(words.search.goOn), example(line));
  return modalOf({ text, blocks: [...blocks, ...(mayLeave ? [goOn] : [])] }, viewer, asked);
}

/** What stands in the place of a page that could not be had, and what asks for it `again`. */
export function retryModal(
  { text, blocks }: Message,
  again: Click | undefined,
  viewer: Viewer,
  asked: Asked,
): ModalView {
  const elements = again ? [button('again', viewer.words.search.again, again)] : [];
  const actions: KnownBlock[] = elements.length > 0 ? [{ type: 'actions', elements }] : [];
  return modalOf({ text, blocks: [...blocks, ...actions] }, viewer, asked);
}

function modalOf(message: Message, { words }: Viewer, { channelId, about }: Asked): ModalView {
  const { language } = words;
  return {
    ...noticeModal(message, words),
    callback_id: PAGE_MODAL,
    private_metadata: writeMetadata({ channelId, language, names: [] }, writeAbout(about)),
  };
}
