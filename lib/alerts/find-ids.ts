import { findNamed } from './find-named.ts';

const TRACE_NAMES = 'trace(?:[ _.-]?(?:id|parent)|"\\s?:\\s?\\{\\s?"id)|(?:链路(?:追踪)?|调用链|追踪) ?ID';
const REQUEST_NAMES = 'req(?:uest)?[ _.-]?id|correlation[ _-]?id|请求 ?(?:ID|标识)';

/** Where only a trace can be meant, though it does not say `id`: `trace 4bf9…`, `/trace/4bf9…` in a link. */
const SAID = /(?<![A-Za-z])traces?(?:[ _-]?id)?[\s:=："'`*_/]{1,4}([\da-f]{16,32})(?![\w-])/gi;
/** W3C Trace Context: version, trace, parent, flags. */
const TRACEPARENT = /(?<![\w-])[\da-f]{2}-([\da-f]{32})-[\da-f]{16}-[\da-f]{2}(?![\w-])/g;
/** AWS X-Ray: version, epoch seconds, and 96 bits. */
const XRAY = /(?<![\w-])(1-[\da-f]{8}-[\da-f]{24})(?![\w-])/g;
/** `req-` and a UUID, as OpenStack and Huawei Cloud write it, `req_` and letters elsewhere. */
const PREFIXED = /(?<![\w-])(req[-_][\dA-Za-z-]{8,64})(?![\w-])/g;

/** The ids by which services know a request through all of them. Links count: many monitoring systems name it nowhere else. */
export function findTraceIds(text: string): string[] {
  const named = findNamed(text, TRACE_NAMES, String.raw`[\dA-Za-z][\w.-]{14,98}[\dA-Za-z]`);
  const shaped = [TRACEPARENT, XRAY, SAID].flatMap((pattern) => findAll(text, pattern));
  return [...shaped, ...named.map(({ value }) => value)].filter(
    (id) => isId(id) && id.search(TRACEPARENT) < 0,
  );
}

/** The ids that one service gives to what it was asked. */
export function findRequestIds(text: string): string[] {
  const named = findNamed(text, REQUEST_NAMES, String.raw`[\dA-Za-z][\w.-]{4,98}[\dA-Za-z]`);
  return [...named.map(({ value }) => value), ...findAll(text, PREFIXED)].filter(isId);
}

function findAll(text: string, pattern: RegExp): string[] {
  return Array.from(text.matchAll(pattern), ([, id = '']) => id);
}

/** Nobody gives an id without digits, and one of zeros says that there is none. */
function isId(text: string): boolean {
  return /[1-9]/.test(text);
}
