import type { Channel } from './channels.ts';
import { type Content, readContent } from './content.ts';
import type { Context } from './context.ts';
import type { Directory } from './directory.ts';
import { fileObject } from './file-object.ts';
import { findOwnChannel } from './find-channel.ts';
import { isObject, type JsonObject, parseJson, stringField } from './json.ts';
import { SlackRefusal } from './refusal.ts';

/** The errors of files.completeUploadExternal */
const MAX_CHANNELS = 100;
/** What Slack answers to a person's id: https://github.com/slackapi/bolt-js/issues/2115 */
const CHANNEL_ID = /^[CGDZ][A-Z0-9]{8,}$/;

interface NamedFile {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly content: Buffer;
}

/** The first step of an upload. https://docs.slack.dev/reference/methods/files.getUploadURLExternal */
export function getUploadUrl({ files, origin }: Context, args: JsonObject): JsonObject {
  const length = Number(args.length ?? 0);
  if (length === 0) throw new SlackRefusal('missing_argument');
  if (!Number.isInteger(length) || length < 0) {
    throw new SlackRefusal('invalid_arguments', ['must provide an integer [json-pointer:/length]']);
  }
  const { id, path } = files.announce(stringField(args, 'filename') ?? '', length);
  return { upload_url: `${origin}${path}`, file_id: id };
}

/**
 * The last step: the files get their titles, and with a channel a message that shows them. Without one they stay the
 * bot's own. https://docs.slack.dev/reference/methods/files.completeUploadExternal
 */
export function completeUpload(context: Context, args: JsonObject): JsonObject {
  const files = readFiles(context, args);
  const channels = readChannels(context.directory, args);
  const content = readComment(args);
  const shown = files.map((file) => fileObject(file, context, channels));
  for (const { id } of channels) {
    const message = context.rates.limit(id, () =>
      context.messages.post({
        ...content,
        channel: id,
        from: context.directory.bot.userId,
        threadTs: stringField(args, 'thread_ts'),
        files: shown,
      }),
    );
    for (const file of files) {
      const { threadTs } = message;
      context.files.share({ ...file, size: file.content.length, channel: id, threadTs });
    }
  }
  for (const file of files) context.files.finish(file.id);
  return { files: shown };
}

/** @throws SlackRefusal `invalid_arguments`, or `file_not_found` for one whose bytes never came */
function readFiles({ files }: Context, args: JsonObject): NamedFile[] {
  const list = typeof args.files === 'string' ? parseJson(args.files) : args.files;
  if (!Array.isArray(list) || list.length === 0 || !list.every(isObject)) {
    throw new SlackRefusal('invalid_arguments', ['must provide an array of objects [json-pointer:/files]']);
  }
  return list.map((each) => {
    const id = stringField(each, 'id') ?? '';
    const uploaded = files.findUploaded(id);
    if (uploaded === undefined) throw new SlackRefusal('file_not_found');
    return { ...uploaded, id, title: stringField(each, 'title') ?? uploaded.name };
  });
}

/** One channel by its id alone; several also by people's ids. */
function readChannels(directory: Directory, args: JsonObject): Channel[] {
  const one = stringField(args, 'channel_id');
  if (one !== undefined) {
    if (!CHANNEL_ID.test(one)) {
      const problem = `input must match regex pattern: ${CHANNEL_ID.source} [json-pointer:/channel_id]`;
      throw new SlackRefusal('invalid_arguments', [problem]);
    }
    return [findChannel(directory, one)];
  }
  const ids = (stringField(args, 'channels') ?? '').split(',').filter((each) => each !== '');
  if (ids.length > MAX_CHANNELS) throw new SlackRefusal('channels_limit_exceeded');
  return ids.map((id) => {
    const person = directory.person(id);
    return person === undefined ? findChannel(directory, id) : directory.directMessage(person);
  });
}

function findChannel(directory: Directory, id: string): Channel {
  const channel = findOwnChannel(directory, id);
  if (channel.isArchived) throw new SlackRefusal('posting_to_channel_denied');
  return channel;
}

/** The words above the files need not be there; with a comment, blocks do not count. */
function readComment(args: JsonObject): Content {
  const comment = stringField(args, 'initial_comment');
  if (comment !== undefined) return readContent({ text: comment });
  return args.blocks === undefined ? { text: '', blocks: [] } : readContent({ blocks: args.blocks });
}
