import { extname } from 'node:path';
import type { Channel } from './channels.ts';
import type { Context } from './context.ts';
import type { JsonObject } from './json.ts';

interface Described {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly content: Buffer;
}

/** What Slack makes of the ends of names; all else is plain text or bytes to it. */
const TYPES: Readonly<Record<string, readonly [filetype: string, mimetype: string]>> = {
  '.csv': ['csv', 'text/csv'],
  '.gz': ['gzip', 'application/gzip'],
  '.json': ['javascript', 'application/json'],
  '.zip': ['zip', 'application/zip'],
};

/** A file as Slack shows it to programs. https://docs.slack.dev/reference/objects/file-object */
export function fileObject(file: Described, context: Context, channels: readonly Channel[]): JsonObject {
  const { directory, now } = context;
  const { id, name, title, content } = file;
  const [filetype, mimetype] = TYPES[extname(name).toLowerCase()] ?? ['text', 'text/plain'];
  const base = `https://files.slack.com/files-pri/${directory.team.id}-${id}`;
  const at = Math.floor(now() / 1000);
  const idsOf = (isKind: (channel: Channel) => boolean) => channels.filter(isKind).map((each) => each.id);
  return {
    id,
    name,
    title,
    created: at,
    timestamp: at,
    mimetype,
    filetype,
    pretty_type: filetype,
    user: directory.bot.userId,
    user_team: directory.team.id,
    size: content.length,
    mode: filetype === 'text' ? 'snippet' : 'hosted',
    editable: false,
    is_external: false,
    external_type: '',
    is_public: channels.some((each) => !each.isPrivate),
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    url_private: `${base}/${encodeURIComponent(name)}`,
    url_private_download: `${base}/download/${encodeURIComponent(name)}`,
    permalink: `https://${directory.team.domain}.slack.com/files/${directory.bot.userId}/${id}`,
    channels: idsOf((each) => !each.isPrivate),
    groups: idsOf((each) => each.isPrivate && !each.isIm),
    ims: idsOf((each) => each.isIm),
    comments_count: 0,
    file_access: 'visible',
  };
}
