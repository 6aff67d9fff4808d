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

/** A form as Slack shows it, with a text above it. */
interface ShownForm extends Pick<ModalView, 'callback_id' | 'private_metadata'> {
  readonly title: { readonly text: string };
  readonly submit: { readonly text: string } | null;
  readonly close: { readonly text: string } | null;
  readonly blocks: ModalView['blocks'];
}

/** The same form, where what has been entered stays. */
export function stillSaying({ title, submit, close, ...form }: ShownForm, text: string): ModalView {
  const { blocks, callback_id, private_metadata } = form;
  return {
    type: 'modal',
    title: modalText(title.text),
    ...(submit && { submit: modalText(submit.text) }),
    ...(close && { close: modalText(close.text) }),
    ...(callback_id !== undefined && { callback_id }),
    ...(private_metadata !== undefined && { private_metadata }),
    blocks: [{ type: 'section', text: modalText(text) }, ...blocks.slice(0, MOST_BLOCKS - 1)],
  };
}

/** https://docs.slack.dev/reference/views/modal-views */
const MOST_BLOCKS = 100;

/** A message in the place of a modal that was to come: there is nothing to submit. */
export function noticeModal({ blocks }: Message, { modals }: Words): ModalView {
  return { type: 'modal', title: modalText(TITLE), close: modalText(modals.close), blocks };
}

/** `emoji: false`: a `:name:` stays as it is. */
export function modalText(text: string): PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}
