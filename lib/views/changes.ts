import type {
  CreatedGroupResult,
  CreatedStreamResult,
  TransferResult,
  WriteResult,
} from '../commands/write-result.ts';
import { assertNever } from '../errors.ts';
import { deletedMessage } from './deletion.ts';
import { context, escapeText, example, joinSentences, type Message, richText, sentence } from './message.ts';
import { asTyped, listNames, showName, streamName } from './names.ts';
import { answersMessage, sourceMessage, useMessage } from './settings.ts';
import type { Viewer } from './viewer.ts';

/** What a write, or a change of settings, came to. */
export function writeMessage(result: WriteResult, viewer: Viewer): Message {
  switch (result.kind) {
    case 'created_group':
      return createdGroupMessage(result, viewer);
    case 'created_stream':
      return createdStreamMessage(result, viewer);
    case 'transfer':
      return transferMessage(result, viewer);
    case 'deleted_group':
    case 'deleted_stream':
      return deletedMessage(result, viewer);
    case 'use':
      return useMessage(result, viewer);
    case 'source':
      return sourceMessage(result, viewer);
    case 'answers':
      return answersMessage(result, viewer);
    default:
      return assertNever(result);
  }
}

export function createdGroupMessage(result: CreatedGroupResult, { words, command }: Viewer): Message {
  const { changes } = words;
  const { retentionDays, how } = result;
  const name = showName(result.name);
  const created = changes.createdGroup(name, how);
  // What was there before may keep its logs for another time.
  const isNew = how !== 'existed';
  const keeps = isNew ? changes.keeps(words.days(retentionDays)) : changes.retentionMayDiffer;
  const what = joinSentences(created, keeps);
  const next = isNew ? `stream create ${asTyped(`${name}/api`)}` : 'groups';
  return {
    text: escapeText(what),
    blocks: [
      richText(
        sentence(what),
        ...(isNew ? [sentence(changes.nextStream)] : []),
        example(`${command} ${next}`),
      ),
    ],
  };
}

export function createdStreamMessage(result: CreatedStreamResult, { words, command }: Viewer): Message {
  const { changes, lists } = words;
  const name = streamName(result.group, result.name);
  const what = changes.createdStream(name, result.how);
  return {
    text: escapeText(what),
    blocks: [
      richText(
        sentence(what),
        sentence(lists.howLogsCome),
        sentence(changes.nextLogs),
        example(`${command} logs ${asTyped(name)} since:1h`),
      ),
    ],
  };
}

export function transferMessage(result: TransferResult, { words }: Viewer): Message {
  const { changes } = words;
  const { group, streams, bucket, every, isOn, id } = result;
  const names = listNames(
    streams.map((stream) => streamName(group, stream)),
    words,
  );
  const what = changes.transfer(names, showName(bucket), every, isOn);
  return {
    text: escapeText(what),
    blocks: [
      richText(sentence(what)),
      context(changes.transferIsFixed),
      context(changes.transferId(showName(id))),
    ],
  };
}
