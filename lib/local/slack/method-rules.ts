import type { AppDefinition } from './app-definition.ts';
import type { Channel } from './channels.ts';
import { MissingScope } from './refusal.ts';

interface MethodRule {
  /** A token needs one of these; without any, every token will do. */
  readonly scopes: readonly string[];
  /** The arguments that must be there. */
  readonly required: readonly string[];
  /** The others read forms and query strings only, and see nothing of a JSON body. */
  readonly takesJson: boolean;
}

const READ = ['channels:read', 'groups:read', 'im:read', 'mpim:read'];
const HISTORY = ['channels:history', 'groups:history', 'im:history', 'mpim:history'];
const OPEN = ['channels:manage', 'groups:write', 'im:write', 'mpim:write'];

/** As https://docs.slack.dev/reference/methods/ says on each method's own page. */
export const METHOD_RULES = {
  'api.test': rule([], [], true),
  'auth.revoke': rule([], []),
  'auth.test': rule([], [], true),
  'bots.info': rule(['users:read'], ['bot']),
  'chat.delete': rule(['chat:write'], ['channel', 'ts'], true),
  'chat.getPermalink': rule([], ['channel', 'message_ts']),
  'chat.postEphemeral': rule(['chat:write'], ['channel', 'user'], true),
  'chat.postMessage': rule(['chat:write'], ['channel'], true),
  'chat.update': rule(['chat:write'], ['channel', 'ts'], true),
  'conversations.info': rule(READ, ['channel']),
  'conversations.open': rule(OPEN, [], true),
  'conversations.replies': rule(HISTORY, ['channel', 'ts']),
  'files.completeUploadExternal': rule(['files:write'], ['files'], true),
  'files.getUploadURLExternal': rule(['files:write'], ['filename']),
  'usergroups.users.list': rule(['usergroups:read'], ['usergroup']),
  'users.info': rule(['users:read'], ['user']),
  'views.open': rule([], ['view'], true),
  'views.publish': rule([], ['user_id', 'view'], true),
  'views.push': rule([], ['view'], true),
  'views.update': rule([], ['view'], true),
} as const satisfies Readonly<Record<string, MethodRule>>;

export type MethodName = keyof typeof METHOD_RULES;

export function isMethodName(name: string): name is MethodName {
  return Object.hasOwn(METHOD_RULES, name);
}

function rule(scopes: readonly string[], required: readonly string[], takesJson = false): MethodRule {
  return { scopes, required, takesJson };
}

/** @throws MissingScope unless the app has one of the accepted scopes, or none is asked for */
export function expectScope({ scopes }: AppDefinition, accepted: readonly string[]): void {
  if (accepted.length === 0 || accepted.some((scope) => scopes.includes(scope))) return;
  throw new MissingScope(accepted, scopes);
}

/** The scope that reads this kind of conversation, where a method takes several: `groups:history`. */
export function scopeFor(channel: Channel, action: 'read' | 'history'): string {
  if (channel.isIm) return `im:${action}`;
  return channel.isPrivate ? `groups:${action}` : `channels:${action}`;
}
