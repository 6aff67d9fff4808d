import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

/**
 * The one way in which a function's code is made: for the stack, the local workspace and the benchmark alike, so
 * that what was tested and measured is what is deployed.
 */

const FUNCTIONS = ['front', 'worker', 'failed'] as const;
export type FunctionName = (typeof FUNCTIONS)[number];

/** In the worker's folder, beside its bundle: who may do what. */
export const POLICY_FILE = 'policy.json';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * What Bolt's index loads and this app never runs: Express, Socket Mode and OAuth, with which a cold start takes about
 * three times the CPU, and its assistants, custom functions and the shapes of events. Each becomes a class that nobody
 * can make, should a later Bolt try to.
 */
const UNUSED_BY_BOLT =
  /^(express|raw-body|path-to-regexp|@slack\/(oauth|socket-mode|types)|\.\/(Assistant|CustomFunction)|\.{1,2}\/(receivers\/)?(ExpressReceiver|HTTPReceiver|HTTPModuleFunctions|HTTPResponseAck|SocketModeReceiver|SocketModeFunctions|SocketModeResponseAck|ParamsIncomingMessage|BufferedIncomingMessage|custom-routes|verify-redirect-opts))$/;
const UNUSED = `module.exports = class { constructor() { throw new Error('left out of the bundle') } };
  module.exports.default = module.exports;`;

/** Bolt makes a client of Slack's Web API for each app, and of this one never uses it: a few calls are made without. */
const WEB_API = /^@slack\/web-api$/;
const NO_WEB_API = `const fail = () => { throw new Error('left out of the bundle') };
  exports.WebClient = class { constructor() { return new Proxy(this, { get: fail }) } };
  exports.addAppMetadata = () => {};
  for (const name of ['WebAPIPlatformError', 'WebAPIRateLimitedError', 'WebAPIHTTPError']) exports[name] = class {};`;

/**
 * Of undici, requests over HTTP/1.1 and through a proxy are used; what its index loads beside them is twice as much:
 * fetch, WebSocket, caches, stand-ins for tests, HTTP/2. What is asked of it that is not here is not there at all.
 */
const UNDICI = /^undici$/;
const USED_OF_UNDICI = `const Dispatcher = require('undici/lib/dispatcher/dispatcher.js');
  const request = require('undici/lib/api/api-request.js');
  Object.assign(Dispatcher.prototype, { request, connect: require('undici/lib/api/api-connect.js') });
  exports.Agent = require('undici/lib/dispatcher/agent.js');
  Object.defineProperty(exports, 'EnvHttpProxyAgent', {
    enumerable: true,
    get: () => require('undici/lib/dispatcher/env-http-proxy-agent.js'),
  });`;
const UNUSED_BY_UNDICI = /^(\.{1,2}\/web\/.*|\.\/client-h2\.js)$/;

const leaveOutUnused: Plugin = {
  name: 'leave-out-unused',
  setup({ onResolve, onLoad }) {
    const replace = (namespace: string, filter: RegExp, importedBy: string, contents: string) => {
      onResolve({ filter }, ({ path, importer }) =>
        importer.includes(importedBy) ? { path, namespace } : undefined,
      );
      onLoad({ filter: /.*/, namespace }, () => ({ contents, resolveDir: ROOT }));
    };
    replace('unused-by-bolt', UNUSED_BY_BOLT, '/@slack/bolt/', UNUSED);
    replace('no-web-api', WEB_API, '/@slack/bolt/', NO_WEB_API);
    replace('used-of-undici', UNDICI, '/lib/lts/', USED_OF_UNDICI);
    replace('unused-by-undici', UNUSED_BY_UNDICI, '/undici/', UNUSED);
  },
};

/** Bundles each function into a directory of its own below `directory`: `front/index.js` and so on. */
export async function bundleFunctions(directory: string): Promise<void> {
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: FUNCTIONS.map((name) => ({ in: `lambda/${name}.ts`, out: join(name, 'index') })),
    outdir: directory,
    bundle: true,
    // esbuild's own process would write even after this one, stopped meanwhile, has removed the directory.
    write: false,
    platform: 'node',
    target: 'node24',
    // CommonJS starts faster than ESM, which loads `node:http` for 27 ms where CommonJS does not.
    format: 'cjs',
    // Names stay, for the stack traces that an operator reads; shortening them does not start faster.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    // As Node's own build of undici, without a second parser of HTTP that is being tried out there.
    define: { esbuildDetection: 'true' },
    logLevel: 'warning',
    plugins: [leaveOutUnused],
  });
  for (const { path, text } of outputFiles) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, toAscii(text));
  }
}

/**
 * esbuild leaves patterns as they are, also those in `String.raw`, which holds nothing else here. With one Chinese character
 * among them V8 holds the whole source with two bytes a character.
 */
function toAscii(script: string): string {
  return script.replace(
    /[^\0-\x7f]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
