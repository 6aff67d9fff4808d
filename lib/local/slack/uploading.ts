import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from '../http.ts';
import { parseMultipart } from './arguments.ts';
import type { Context } from './context.ts';

/**
 * Takes a file's bytes, as the whole body or as the one file of a form. The number of bytes must be the announced one,
 * so that whoever counts characters instead learns it here.
 * https://docs.slack.dev/messaging/working-with-files#uploading_files
 */
export async function answerUpload(
  { files }: Context,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const body = await readBody(request);
  const content = await readContent(request.headers['content-type'] ?? '', body);
  const isTaken = content !== undefined && files.receive(url.pathname, content);
  response.writeHead(isTaken ? 200 : 400, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(isTaken ? `OK - ${content.length}` : 'Bad Request');
}

async function readContent(type: string, body: Buffer): Promise<Buffer | undefined> {
  if (!type.startsWith('multipart/form-data')) return body;
  const form = await parseMultipart(type, body).catch(() => undefined);
  const file = [...(form?.values() ?? [])].find((value) => typeof value !== 'string');
  return file && Buffer.from(await file.arrayBuffer());
}
