import type { ProxySettings } from './transport.ts';

/** The usual variables, in either case. */
export function proxySettings(environment: Readonly<Record<string, string | undefined>>): ProxySettings {
  const httpProxy = environment.http_proxy ?? environment.HTTP_PROXY;
  const httpsProxy = environment.https_proxy ?? environment.HTTPS_PROXY;
  const noProxy = environment.no_proxy ?? environment.NO_PROXY;
  return { ...(httpProxy && { httpProxy }), ...(httpsProxy && { httpsProxy }), ...(noProxy && { noProxy }) };
}
