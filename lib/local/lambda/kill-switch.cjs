'use strict';

// Ends the process the moment that a certain answer has arrived, before the code that waits for it learns of it: what
// a function that runs out of time or memory looks like to those it has called. All HTTP clients tell these channels
// first: undici, Node's own and a bundled one, https://github.com/nodejs/undici/blob/main/docs/docs/api/DiagnosticsChannel.md,
// and node:http, https://nodejs.org/api/diagnostics_channel.html#http

const { subscribe } = require('node:diagnostics_channel');

let point;
let subscribed = false;

/** For the invocation at hand: a kill point of `kill-point.ts` as JSON, or undefined for none. */
exports.arm = (json) => {
  point = json === undefined ? undefined : JSON.parse(json);
  if (point === undefined || subscribed) return;
  subscribed = true;
  subscribe('undici:request:headers', ({ request, response }) =>
    answered(String(request.origin), request, response.statusCode, response.headers.map(String)),
  );
  subscribe('http.client.response.finish', ({ request, response }) =>
    answered(
      `${request.protocol}//${request.getHeader('host')}`,
      request,
      response.statusCode,
      response.rawHeaders,
    ),
  );
};

/** `headers` are names and values in turn. */
function answered(origin, { method, path }, status, headers) {
  if (point === undefined || new URL(origin).origin !== point.origin || status >= point.statusBelow) return;
  if (!new RegExp(point.path).test(path) || !`${method} ${path}`.includes(point.at)) return;
  if (headers.some((name) => name.toLowerCase() === point.unlessHeader)) return;
  process.kill(process.pid, 'SIGKILL');
}
