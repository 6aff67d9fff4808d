import type { InputBlock, ModalView } from '@slack/types';
import type { DeleteForm } from '../commands/form.ts';
import type { DeletionResult } from '../commands/result.ts';
import type { DeletedGroupResult, DeletedStreamResult } from '../commands/write-result.ts';
import { button } from './controls.ts';
import { DELETE_FORM, encodeForm, namesOf } from './forms.ts';
import {
  bold,
  bullets,
  context,
  escapeText,
  joinSentences,
  type Message,
  paragraph,
  richText,
  sentence,
} from './message.ts';
import { modalText } from './modal.ts';
import { showName, streamName } from './names.ts';
import type { Viewer } from './viewer.ts';

/** What will be lost, and the field in which its name confirms that. `channelId` is where the person asked. */
export function deletionModal(
  { form, streams, retentionDays, needsApproval }: DeletionResult,
  { words, sources }: Viewer,
  channelId: string,
): ModalView {
  const { deletion, page, modals, language } = words;
  const names = streams.map((stream) => showName(stream.log_stream_name, stream.log_stream_id));
  const whole = wholeName(form);
  const loses = form.stream ? deletion.losesStream(whole) : deletion.losesGroup(whole, names.length);
  const kept = form.stream ? deletion.streamKept : deletion.groupKept;
  const [name] = namesOf(form);
  return {
    type: 'modal',
    callback_id: DELETE_FORM,
    private_metadata: encodeForm(form, { channelId, language }),
    title: modalText(form.stream ? deletion.streamTitle : deletion.groupTitle),
    submit: modalText(deletion.submit),
    close: modalText(modals.cancel),
    blocks: [
      richText(
        sentence(loses),
        ...(names.length > 0 ? [bullets(...names.map(sentence))] : []),
        sentence(kept(words.days(retentionDays))),
        paragraph(bold(deletion.isFinal)),
        ...(needsApproval ? [sentence(deletion.needsApproval)] : []),
      ),
      ...(sources.length > 1 ? [context(page.source(form.source))] : []),
      confirmInput(deletion.confirm(name)),
    ],
  };
}

function confirmInput(label: string): InputBlock {
  return {
    type: 'input',
    block_id: 'confirm',
    label: modalText(label),
    element: { type: 'plain_text_input', action_id: 'confirm' },
  };
}

/** For where no modal is open: a button that opens it. */
export function deletionMessage({ form }: DeletionResult, { words }: Viewer): Message {
  const { deletion } = words;
  const what = form.stream
    ? deletion.streamNotOpened(wholeName(form))
    : deletion.groupNotOpened(wholeName(form));
  const { source, groupId: group, stream } = form;
  const open = { kind: 'open_delete', source, group, ...(stream && { stream: stream.id }) } as const;
  return {
    text: escapeText(what),
    blocks: [
      richText(sentence(what)),
      { type: 'actions', elements: [button('delete', deletion.open, open)] },
    ],
  };
}

export function deletedMessage(result: DeletedGroupResult | DeletedStreamResult, { words }: Viewer): Message {
  const { deletion } = words;
  const deleted =
    result.kind === 'deleted_stream'
      ? deletion.deletedStream(streamName(result.group, result.name))
      : deletion.deletedGroup(showName(result.name));
  const what = joinSentences(deleted, deletion.logsAreGone);
  return { text: escapeText(what), blocks: [richText(sentence(what))] };
}

function wholeName({ groupId, groupName, stream }: DeleteForm): string {
  const group = showName(groupName, groupId);
  return stream ? `${group}/${showName(stream.name, stream.id)}` : group;
}
