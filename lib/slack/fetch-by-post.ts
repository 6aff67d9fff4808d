import type { FetchFunction } from '@slack/web-api';
import { post, postAnew } from '../post.ts';

/** As much of `fetch` as Slack's WebClient asks for, without forms that carry files. */
export const fetchByPost = fetchBy(post);

/** The same, for what may be asked twice, and is not asked again by whoever asks. */
export const fetchAnew = fetchBy(postAnew);

function fetchBy(send: typeof post): FetchFunction {
  return async (url, { headers = {}, body, signal } = {}) => {
    if (typeof body !== 'string') throw new TypeError('a body must be text');
    const { status, text, headers: answered } = await send(url, { headers, body, signal });
    const read = async () => {
      if (text === undefined) throw new Error('the answer broke off');
      return text;
    };
    const get = (name: string) => answered[name.toLowerCase()]?.toString() ?? null;
    return {
      ok: status >= 200 && status < 300,
      status,
      statusText: '',
      url: String(url),
      headers: { get, entries: () => Object.keys(answered).map((name) => [name, get(name) ?? '']) },
      text: read,
      json: async () => JSON.parse(await read()),
      arrayBuffer: async () => new TextEncoder().encode(await read()).buffer,
    };
  };
}
