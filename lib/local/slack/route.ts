import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Context } from './context.ts';
import { answerLocal } from './local-api.ts';
import { answerResponseUrl } from './responding.ts';
import { answerUpload } from './uploading.ts';
import { API_PATH, answerWebApi } from './web-api.ts';

/** Answers a request, or answers nothing and says false when the path is not the workspace's. */
export async function route(
  context: Context,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<boolean> {
  const { pathname } = url;
  const isPost = request.method === 'POST';
  if (pathname.startsWith(API_PATH)) await answerWebApi(context, request, response, url);
  else if (isPost && context.responseUrls.isPath(pathname)) {
    await answerResponseUrl(context, request, response, url);
  } else if (isPost && context.files.isPath(pathname)) await answerUpload(context, request, response, url);
  else return answerLocal(context, request, response, url);
  return true;
}
