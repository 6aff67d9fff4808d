import type { ModalView, PlainTextElement } from '@slack/types';
import type { Message } from './message.ts';
import type { Words } from './words.ts';

/** Of all modals that only say something. */
const TITLE = 'LTS ChatOps';

/** Opened before anybody knows the person's language, and filled when it is known what is to be shown. */
export function loadingModal(externalId: string): ModalView {
  const text =
    'One moment, this is being looked up. If nothing has come within a minute, close this and try again. / 正在查询，请稍候。如一分钟内没有结果，请关闭后重试。';
  return { ...saying(text), external_id: externalId };
}

/** A text that may come before anybody knows the person's language. */
export function saying(text: string): ModalView {
  const block = { type: 'section', text: modalText(text) } as const;
  return { type: 'modal', title: modalText(TITLE), close: modalText('Close / 关闭'), blocks: [block] };
}

/** A message in the place of a modal that was to come: there is nothing to submit. */
export function noticeModal({ blocks }: Message, { modals }: Words): ModalView {
  return { type: 'modal', title: modalText(TITLE), close: modalText(modals.close), blocks };
}

/** `emoji: false`: a `:name:` stays as it is. */
export function modalText(text: string): PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}
