'use strict';

// Preloaded with `node --require` into every environment, before aws-lambda-ric. That package loads a native
// addon, `./rapid-client.node`, which needs a C++ toolchain to build; this file takes the addon's place and
// speaks the same Runtime API over node:http. The addon has three functions (src/native/rapid-client.cc there):
// next() gives a promise of { bodyJson, headers }; done() and error() return nothing and ignore the answer.

const http = require('node:http');
const { registerHooks } = require('node:module');
const { pathToFileURL } = require('node:url');
const { arm } = require('./kill-switch.cjs');

const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(':');

const hooks = registerHooks({
  resolve(specifier, context, nextResolve) {
    if (specifier !== './rapid-client.node') return nextResolve(specifier, context);
    hooks.deregister(); // The function's own code, which is loaded later, resolves as in Lambda.
    return { url: pathToFileURL(__filename).href, format: 'commonjs', shortCircuit: true };
  },
});

// The addon posts synchronously, so that an answer is out before the next invocation is asked for.
let posted = Promise.resolve();

exports.next = async () => {
  await posted;
  const invocation = await call('GET', '/2018-06-01/runtime/invocation/next');
  arm(invocation.headers['local-kill']);
  return invocation;
};

exports.done = (id, body) => {
  posted = call('POST', `/2018-06-01/runtime/invocation/${id}/response`, body);
};

exports.error = (id, body) => {
  posted = call('POST', `/2018-06-01/runtime/invocation/${id}/error`, body);
};

// The host never answers this one. The connection breaks when the host is gone, however it went, and then nobody
// is left who could end this process. `unref` lets a process whose code waits for nothing exit, as in Lambda.
http
  .get({ host, port, path: '/local/host-is-there', agent: false })
  .on('socket', (socket) => socket.unref())
  .on('error', exit);

/** Every call takes a new connection: a kept one could be closed under a request after a quiet time. */
function call(method, path, body) {
  return new Promise((resolve) => {
    const headers = body === undefined ? {} : { 'content-type': 'application/json' };
    const request = http.request({ host, port, method, path, headers, agent: false }, (response) => {
      let bodyJson = '';
      response
        .setEncoding('utf8')
        .on('data', (chunk) => {
          bodyJson += chunk;
        })
        .on('end', () => resolve({ bodyJson, headers: response.headers }))
        .on('error', exit);
    });
    request.on('error', exit).end(body);
  });
}

/** The Runtime API is gone: there is nothing left to run for. */
function exit() {
  process.exit(1);
}
