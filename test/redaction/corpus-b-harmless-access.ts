import { Random } from './corpus.ts';
import {
  agent,
  clf,
  host,
  ip,
  iso,
  millis,
  path,
  plain,
  pod,
  rounds,
  service,
  syslog,
  type Template,
  user,
  version,
} from './corpus-b-words.ts';

const r = new Random(0xb11);
const status = () => r.pick(['200', '201', '204', '301', '304', '400', '404', '429', '500', '503']);
const verb = () => r.pick(['GET', 'POST', 'PUT', 'DELETE', 'HEAD']);

const TEMPLATES: readonly Template[] = [
  () =>
    `${ip(r)} - - [${clf(r)}] "${verb()} ${path(r)} HTTP/1.1" ${status()} ${r.below(90000)} "-" "${agent(r)}"`,
  () =>
    `${ip(r)} - ${user(r)} [${clf(r)}] "${verb()} ${path(r)}?page=${r.below(50)}&size=20 HTTP/2.0" ${status()} ${r.below(9000)}`,
  () =>
    `[${iso(r)}] "${verb()} ${path(r)} HTTP/1.1" ${status()} - via_upstream - "-" 0 ${r.below(9000)} ${r.below(90)} ${r.below(90)} "-" "${agent(r)}" "${r.uuid()}" "${service(r)}:8080" "${ip(r)}:8080"`,
  () =>
    `https ${iso(r)} app/prod-alb/${r.hex(16)} ${ip(r)}:${r.below(60000)} ${ip(r)}:80 0.00${r.below(9)} 0.0${r.digits(2)} 0.000 ${status()} ${status()} ${r.below(900)} ${r.below(9000)} "GET https://shop.internal:443${path(r)} HTTP/1.1" TLS_AES_128_GCM_SHA256 TLSv1.3`,
  () =>
    `${syslog(r)} lb haproxy[214]: ${ip(r)}:${r.below(60000)} [${clf(r)}] fe_main be_${service(r)}/s${r.below(9)} 0/0/1/${r.below(90)}/${r.below(90)} ${status()} ${r.below(9000)} - - ---- 12/12/0/0/0 0/0 "${verb()} ${path(r)} HTTP/1.1"`,
  () =>
    `[GIN] ${plain(r)} | ${status()} |  ${r.below(900)}.${r.digits(3)}µs |  ${ip(r)} | ${verb()}  "${path(r)}"`,
  () => `INFO:     ${ip(r)}:${r.below(60000)} - "${verb()} ${path(r)} HTTP/1.1" ${status()} OK`,
  () =>
    `::ffff:${ip(r)} "${verb()} ${path(r)}/${r.digits(6)}" ${status()} ${r.below(900)} - ${r.below(90)}.${r.digits(3)} ms`,
  () =>
    `Started ${verb()} "${path(r)}" for ${ip(r)} at 2026-11-2${r.below(9)} 1${r.below(9)}:0${r.below(9)}:3${r.below(9)} +0800`,
  () =>
    `Completed ${status()} OK in ${r.below(900)}ms (Views: ${r.below(9)}.${r.below(9)}ms | ActiveRecord: ${r.below(90)}.${r.below(9)}ms | Allocations: ${r.digits(5)})`,
  () =>
    `{"remote_addr":"${ip(r)}","request":"${verb()} ${path(r)}","status":${status()},"request_time":0.${r.digits(3)},"request_id":"${r.hex(32)}"}`,
  () => `${iso(r)} > ETag: "${r.hex(32)}"`,
  () => `< etag: W/"${r.hex(4)}-${r.base64(27)}"`,
  () => `If-None-Match: "${r.hex(8)}-${r.hex(5)}"`,
  () => `x-request-id: ${r.uuid()}`,
  () => `traceparent: 00-${r.hex(32)}-${r.hex(16)}-01`,
  () => `X-B3-TraceId: ${r.hex(32)}, X-B3-SpanId: ${r.hex(16)}, X-B3-Sampled: 1`,
  () => `x-amz-request-id: ${r.upper(16)} x-amz-id-2: ${r.base64(75)}=`,
  () => `cf-ray: ${r.hex(16)}-HKG cf-cache-status: ${r.pick(['HIT', 'MISS', 'DYNAMIC'])}`,
  () => `Content-MD5: ${r.base64(22)}==`,
  () => `Digest: SHA-256=${r.base64(43)}=`,
  () => `Sec-WebSocket-Accept: ${r.base64(27)}=`,
  () => `Set-Cookie: lang=${r.pick(['zh-CN', 'en', 'de'])}; Path=/; Max-Age=31536000`,
  () => `Cache-Control: max-age=${r.below(9000)}, must-revalidate; Vary: Accept-Encoding, Authorization`,
  () => `Access-Control-Allow-Headers: Content-Type, Authorization, X-Api-Key, X-Requested-With`,
  () =>
    `${host(r)} TLS handshake ok cipher=ECDHE-RSA-AES${r.pick(['128', '256'])}-GCM-SHA384 sni=${service(r)}.shop.internal`,
  () => `WWW-Authenticate: Basic realm="${service(r)}"`,
  () =>
    `WWW-Authenticate: Bearer realm="${service(r)}", error="invalid_token", error_description="The access token expired"`,
  () => `"GET /assets/main.${r.hex(8)}.js HTTP/1.1" 200 ${r.digits(6)} "https://shop.internal/cart"`,
  () => `GET /v1/tokens/count?model=m1 ${status()} ${r.below(90)}ms`,
  () => `POST /api/v1/password/reset ${status()} ${r.below(400)}ms rid=${r.uuid()}`,
  () =>
    `POST /oauth/token ${status()} grant_type=authorization_code client_id=web-${r.below(9)} ${r.below(400)}ms`,
  () => `GET /users/${r.digits(7)}/api-keys?limit=20&offset=${r.below(90)} ${status()}`,
  () => `OPTIONS /login ${status()} origin=https://m.shop.internal ua="${agent(r)}"`,
  () => `GET /img/${r.hex(2)}/${r.hex(2)}/${r.hex(36)}.webp ${status()} ${r.digits(5)} HIT`,
  () => `GET /track?cid=${r.digits(10)}.${r.digits(10)}&t=${millis(r)}&ev=view 204`,
  () =>
    `proxy: ${pod(r)} -> http://${ip(r)}:8080${path(r)} ${status()} retry=${r.below(3)} proto=h2c/${version(r)}`,
  () =>
    `upstream timed out (110: Connection timed out) while reading response header from upstream, client: ${ip(r)}, server: shop.internal, request: "${verb()} ${path(r)} HTTP/1.1"`,
];

/** What servers and proxies write about requests. */
export const ACCESS = rounds(r, 7, TEMPLATES);
