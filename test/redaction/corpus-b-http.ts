import { type Case, Random } from './corpus.ts';
import { clf, host, ip, iso, java, many, one, plain, strong, urlSafe, user, weak } from './corpus-b-words.ts';

const r = new Random(0xb04);
const basic = () =>
  Buffer.from(`${user(r)}:${strong(r)}`)
    .toString('base64')
    .replace(/=+$/, '');

/** What HTTP carries: headers, cookies, addresses and forms. */
export const HTTP: readonly Case[] = [
  one('Authorization', basic(), (v) => `Authorization: Basic ${v}`),
  one('Authorization', basic(), (v) => `${iso(r)} DEBUG > authorization: basic ${v}`),
  one('Authorization', basic(), (v) => `{"req":{"headers":{"authorization":"Basic ${v}","host":"api"}}}`),
  one('Authorization', basic(), (v) => `Proxy-Authorization: Basic ${v}`),
  one('Authorization', r.alphanumeric(40), (v) => `AUTHORIZATION: Bearer ${v}`),
  one(
    'Authorization',
    r.base64url(60),
    (v) => `${java(r)} o.a.http.headers : http-outgoing-0 >> Authorization: Bearer ${v}`,
  ),
  one('Authorization', r.hex(40), (v) => `{\\"Authorization\\":\\"token ${v}\\"}`),
  one(
    'Authorization',
    r.alphanumeric(32),
    (v) => `headers={'Authorization': 'Bearer ${v}', 'Accept': '*/*'}`,
  ),
  one('Authorization', r.alphanumeric(38), (v) => `map[Accept:[*/*] Authorization:[Bearer ${v}] Host:[api]]`),
  one('Authorization', r.uuid(), (v) => `upstream rejected bearer ${v}: 401`),
  one('Authorization', r.alphanumeric(30), (v) => `-H 'Authorization: ApiKey ${v}'`),
  one('Authorization', r.hex(64), (v) => `authorization=${v}, content-type=application/json`),
  one(
    'Authorization',
    r.base64url(44),
    (v) => `gRPC metadata: authorization=Bearer ${v}, :path=/pay.Pay/Charge`,
  ),
  one(
    'Authorization Digest',
    r.hex(32),
    (v) =>
      `Authorization: Digest username="${user(r)}", realm="api", nonce="5f1c", uri="/x", response="${v}", qop=auth`,
  ),
  one(
    'signed request',
    r.hex(64),
    (v) =>
      `Authorization: AWS4-HMAC-SHA256 Credential=x/20261125/eu/s3/aws4_request, SignedHeaders=host, Signature=${v}`,
  ),
  one(
    'signed request',
    r.hex(64),
    (v) => `Authorization: SDK-HMAC-SHA256 Access=x, SignedHeaders=host;x-sdk-date, Signature=${v}`,
  ),
  one(
    'signed request',
    r.hex(64),
    (v) => `GET /b/k.zip?X-Amz-Date=20261125T010203Z&X-Amz-Signature=${v} 200`,
  ),
  // Headers of their own
  one('header', r.hex(32), (v) => `X-API-Key: ${v}`),
  one('header', r.alphanumeric(40), (v) => `< x-auth-token: ${v}`),
  one('header', r.uuid(), (v) => `PRIVATE-TOKEN: ${v}`),
  one('header', r.base64url(48), (v) => `"X-Access-Token" => "${v}"`),
  one('header', r.hex(40), (v) => `[http] > apikey: ${v}`),
  one('header', r.alphanumeric(32), (v) => `X-Vault-Token=[${v}], X-Request-Id=[${r.uuid()}]`),
  one('header', r.hex(40), (v) => `X-Consul-Token: ${v}`),
  one('header', r.hex(32), (v) => `Ocp-Apim-Subscription-Key: ${v}`),
  // A dump of a request
  many(
    'header dump',
    ['a', 'b'].map((start) => start + r.alphanumeric(31)),
    (token, cookie) => [
      '> POST /v3/orders HTTP/1.1',
      '> Host: api.internal',
      `> Authorization: Bearer ${token}`,
      `> Cookie: sid=${cookie}; tz=8`,
      '> Content-Length: 81',
    ],
  ),
  // Cookies
  one('cookie', r.upper(32), (v) => `Cookie: JSESSIONID=${v}; lang=zh-CN`),
  one('cookie', r.base64url(44), (v) => `cookie: theme=dark; session=${v}; _ga=GA1.2.3`),
  one('cookie', r.alphanumeric(26), (v) => `"Cookie":"PHPSESSID=${v}; seen=1"`),
  one('cookie', `s%3A${r.base64url(32)}.${r.alphanumeric(43)}`, (v) => `Cookie: connect.sid=${v}`),
  one('cookie', r.hex(32), (v) => `cookies={'sessionid': '${v}', 'csrf': '1'}`),
  one('Set-Cookie', r.base64url(50), (v) => `Set-Cookie: SESSION=${v}; Path=/; HttpOnly; SameSite=Lax`),
  one('Set-Cookie', r.hex(40), (v) => `${iso(r)} < set-cookie: auth_token=${v}; Max-Age=86400; Secure`),
  one('Set-Cookie', r.alphanumeric(36), (v) => `"set-cookie":["remember_me=${v}; Path=/"]`),
  one('Set-Cookie', r.alphanumeric(32), (v) => `Set-Cookie: sid="${v}"; Version=1; Domain=.shop.internal`),
  // Addresses
  one('URL with a password', urlSafe(r), (v) => `fetching https://svc:${v}@${host(r)}/repo/index.json`),
  one(
    'URL with a password',
    urlSafe(r),
    (v) => `fatal: unable to access 'https://ci:${v}@git.internal/app.git/': 403`,
  ),
  one('URL with a password', urlSafe(r), (v) => `HTTPS_PROXY=http://proxy:${v}@${ip(r)}:3128`),
  one(
    'URL with a password',
    `${r.alphanumeric(5)}@${r.alphanumeric(6)}`,
    (v) => `ftp://upload:${v}@${host(r)}/in/`,
  ),
  one('URL with a password', r.hex(40), (v) => `Cloning https://${v}@git.internal/team/app.git`),
  one(
    'URL with a password',
    encodeURIComponent(`p#${r.alphanumeric(6)}/${r.digits(3)}`),
    (v) => `sftp://bob:${v}@${ip(r)}:22`,
  ),
  one('URL with a password', urlSafe(r), (v) => `smtp://noreply%40shop.cn:${v}@smtp.internal:587`),
  one('URL with a password', r.hex(32), (v) => `dsn=https://${v}@sentry.internal/4`),
  // Query strings
  one(
    'query string',
    r.hex(32),
    (v) => `${ip(r)} - - [${clf(r)}] "GET /api/v1/list?api_key=${v}&page=2 HTTP/1.1" 200 512`,
  ),
  one('query string', r.alphanumeric(40), (v) => `"GET /files/7?access_token=${v} HTTP/1.1" 302 0`),
  one(
    'query string',
    encodeURIComponent(weak(r)),
    (v) => `GET /login?user=${user(r)}&password=${v}&x=1 -> 200`,
  ),
  one('query string', r.base64url(36), (v) => `redirect to https://app.internal/cb?code=${v}&state=x`),
  one('query string', r.uuid(), (v) => `${plain(r)} "GET /reset-password?token=${v} HTTP/2.0" 200`),
  one('query string', r.hex(32), (v) => `ws://${host(r)}/socket?EIO=4&transport=websocket&token=${v}`),
  one('query string', r.alphanumeric(43), (v) => `#access_token=${v}&token_type=Bearer&expires_in=3600`),
  one('query string', r.hex(32), (v) => `GET https://api.weixin.qq.com/cgi-bin/token?appid=wx1&secret=${v}`),
  one('query string', r.alphanumeric(22), (v) => `uri=/login%3Fname%3Dbob%26password%3D${v}%26n%3D1`),
  one('query string', r.alphanumeric(30), (v) => `GET /v1/x?limit=5&amp;apiKey=${v}&amp;fmt=json`),
  one('query string', r.alphanumeric(24), (v) => `GET /share/open;jsessionid=${v}?id=4`),
  // Forms
  one('form', weak(r).replace('@', '%40'), (v) => `body=username=${user(r)}&password=${v}&_csrf=`),
  one('form', r.base64url(64), (v) => `grant_type=refresh_token&refresh_token=${v}&client_id=web`),
  one('form', r.alphanumeric(32), (v) => `grant_type=client_credentials&client_id=a&client_secret=${v}`),
  many('form', [r.alphanumeric(16)], (v) => ['Content-Disposition: form-data; name="password"', '', v]),
];
