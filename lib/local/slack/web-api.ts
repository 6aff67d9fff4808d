import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, sendJson } from '../http.ts';
import { expectArguments, readArguments, readToken } from './arguments.ts';
import { revokeAuth, testApi, testAuth } from './auth-methods.ts';
import { deleteMessage, getPermalink, postEphemeral, postMessage, updateMessage } from './chat-methods.ts';
import type { Context } from './context.ts';
import { listReplies, openConversation, showConversation } from './conversation-methods.ts';
import { completeUpload, getUploadUrl } from './file-methods.ts';
import type { JsonObject } from './json.ts';
import { expectScope, isMethodName, METHOD_RULES, type MethodName } from './method-rules.ts';
import { SlackRefusal, sendRefusal } from './refusal.ts';
import { listGroupMembers, showBot, showUser } from './user-methods.ts';
import { openView, publishView, pushView, updateView } from './view-methods.ts';

type Method = (context: Context, args: JsonObject) => JsonObject;

const METHODS: Readonly<Partial<Record<MethodName, Method>>> = {
  'api.test': testApi,
  'auth.revoke': revokeAuth,
  'auth.test': testAuth,
  'bots.info': showBot,
  'chat.delete': deleteMessage,
  'chat.getPermalink': getPermalink,
  'chat.postEphemeral': postEphemeral,
  'chat.postMessage': postMessage,
  'chat.update': updateMessage,
  'conversations.info': showConversation,
  'conversations.open': openConversation,
  'conversations.replies': listReplies,
  'files.completeUploadExternal': completeUpload,
  'files.getUploadURLExternal': getUploadUrl,
  'usergroups.users.list': listGroupMembers,
  'users.info': showUser,
  'views.open': openView,
  'views.publish': publishView,
  'views.push': pushView,
  'views.update': updateView,
};

export const API_PATH = '/api/';

/** Slack's Web API: errors are answered with status 200 too. https://docs.slack.dev/apis/web-api/#responses */
export async function answerWebApi(
  context: Context,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const body = await readBody(request);
  const headers: Record<string, string> = {};
  try {
    const answer = await callMethod(context, request, url, body, headers);
    sendJson(response, 200, { ok: true, ...answer }, headers);
  } catch (error) {
    if (!(error instanceof SlackRefusal)) throw error;
    sendRefusal(response, error, 200, headers);
  }
}

async function callMethod(
  context: Context,
  request: IncomingMessage,
  url: URL,
  body: Buffer,
  headers: Record<string, string>,
): Promise<JsonObject> {
  const name = url.pathname.slice(API_PATH.length);
  const method = isMethodName(name) ? METHODS[name] : undefined;
  if (!isMethodName(name) || method === undefined) throw new SlackRefusal('unknown_method');
  const { scopes, required, takesJson } = METHOD_RULES[name];
  const args = await readArguments(request, url, body, takesJson);
  // The one method for people without a token.
  if (name !== 'api.test') {
    context.botToken.check(readToken(request, args));
    // https://docs.slack.dev/authentication/installing-with-oauth: whoever asks learns what the token may do.
    headers['x-oauth-scopes'] = context.app.scopes.join(',');
    if (scopes.length > 0) headers['x-accepted-oauth-scopes'] = scopes.join(',');
    expectScope(context.app, scopes);
  }
  expectArguments(args, required);
  return method(context, args);
}
