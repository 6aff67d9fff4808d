import type { Random } from '../corpus.ts';
import { NEAR_MISSES } from './near-misses.ts';

const ROUNDS = 30;

/** What logs are full of: hashes, ids, times, versions, addresses, and words that secrets are named by. */
export function harmlessLines(random: Random): string[] {
  const lines = Array.from({ length: ROUNDS }, (_, round) =>
    WRITERS.map((write) => write(random, moment(round, random))),
  );
  return [...lines.flat(), ...NEAR_MISSES, ...certificate(random)];
}

function moment(round: number, random: Random): Date {
  return new Date(Date.UTC(2026, 10, 1 + (round % 28)) + random.below(86_400_000));
}

/** Public, although it looks like a key. */
function certificate(random: Random): string[] {
  const body = Array.from({ length: 18 }, () => random.base64(64));
  return ['-----BEGIN CERTIFICATE-----', ...body, `${random.base64(30)}==`, '-----END CERTIFICATE-----'];
}

const THREADS = [
  'http-nio-8080-exec-7',
  'main',
  'kafka-consumer-0-C-1',
  'scheduling-1',
  'ForkJoinPool-1-worker-3',
];
const CLASSES = [
  'OrderService',
  'TokenFilter',
  'PasswordResetController',
  'KeyspaceRouter',
  'SessionRegistry',
];

const WRITERS: readonly ((random: Random, at: Date) => string)[] = [
  (r, at) =>
    `${time(at)} INFO [${r.pick(THREADS)}] c.a.${r.pick(CLASSES)} traceId=${r.hex(32)} spanId=${r.hex(16)} done in ${r.below(900)} ms`,
  (r, at) =>
    JSON.stringify({
      time: at.toISOString(),
      level: 'info',
      path: `/v1/orders/${r.below(1e6)}`,
      status: 200,
      request_id: r.uuid(),
    }),
  (r, at) =>
    `level=info ts=${at.toISOString()} caller=main.go:${r.below(900)} msg="cache miss" key=orders:${r.below(1e6)} shard=${r.below(16)}`,
  (r) =>
    `10.${r.below(255)}.${r.below(255)}.7 - - [25/Nov/2026:10:00:00 +0800] "GET /static/app.${r.hex(8)}.js HTTP/1.1" 200 ${r.below(90000)} "-" "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36"`,
  (r) =>
    `\tat com.acme.auth.${r.pick(CLASSES)}.check(${r.pick(CLASSES)}.java:${r.below(400)}) ~[auth-2.${r.below(20)}.${r.below(9)}.jar!/:na]`,
  (r) =>
    `pulled swr.cn-north-4.myhuaweicloud.com/crm/api@sha256:${r.hex(64)} in ${r.below(9)}.${r.below(999)}s`,
  (r) => `commit ${r.hex(40)} by li, tree ${r.hex(40)}`,
  (r, at) =>
    `{"line_num":"${at.getTime()}${r.digits(6)}","content":"heartbeat","labels":{"hostId":"${r.uuid()}","appName":"crm"}}`,
  (r, at) =>
    `${at.getTime() * 1000} offset=${r.digits(9)} partition=${r.below(12)} key=null topic=orders.v2 group=crm-${r.below(9)}`,
  (r) =>
    `2 0605767b5780d5762fc5c0118072a564 eni-${r.hex(8)} 192.168.0.${r.below(255)} 10.1.0.5 443 ${40000 + r.below(9999)} 6 20 4249 1764000000 1764000060 ACCEPT OK`,
  (r, at) =>
    `${time(at)} [error] 7#7: *${r.digits(6)} upstream timed out (110: Connection timed out), client: 100.125.${r.below(255)}.1, request: "POST /api/login HTTP/1.1"`,
  (r) =>
    `I1125 10:00:00.${r.digits(6)}       1 reconciler.go:${r.below(400)}] "operationExecutor.MountVolume started" volume="default-token-${r.text('bcdfghjklmnpqrstvwxz2456789', 5)}" pod="default/crm-${r.hex(9)}-${r.hex(5)}"`,
  (r) =>
    `Nov 25 10:00:0${r.below(9)} ecs-7 sshd[${r.below(30000)}]: Failed password for invalid user admin from 203.0.113.${r.below(255)} port ${r.below(60000)} ssh2`,
  (r) =>
    `Nov 25 10:00:00 ecs-7 sshd[${r.below(30000)}]: Accepted publickey for deploy from 10.0.0.9 port 50022 ssh2: RSA SHA256:${r.base64(43)}`,
  (r) =>
    `# Query_time: ${r.below(9)}.${r.digits(6)}  Lock_time: 0.000102 Rows_sent: ${r.below(99)}  Rows_examined: ${r.digits(7)}`,
  (r) =>
    `http_requests_total{method="post",code="200",handler="/oauth/token"} ${r.below(1e6)} ${1764000000000 + r.below(1e6)}`,
  (r) =>
    `[GC pause (G1 Evacuation Pause) (young), 0.${r.digits(7)} secs] [Eden: ${r.below(900)}M(1024M)->0B(960M) Heap: ${r.below(4000)}.1M(4096M)]`,
  (r) =>
    `etag: W/"${r.hex(2)}-${r.base64(27)}" content-length: ${r.below(9999)} cache-control: private, max-age=0`,
  (r) =>
    `goroutine ${r.below(9000)} [running]: main.(*Server).handle(0xc000${r.hex(6)}, {0x${r.hex(6)}, 0x${r.hex(2)}}) /src/main.go:${r.below(400)} +0x${r.hex(3)}`,
  (r) =>
    `  File "/usr/lib/python3.12/site-packages/jwt/api_jwt.py", line ${r.below(300)}, in decode_complete`,
  (r) =>
    `订单 ${r.digits(12)} 支付成功，金额 ${r.below(9999)}.${r.digits(2)} 元，耗时 ${r.below(999)} 毫秒，流水号 ${r.digits(20)}`,
  (r, at) => `${time(at)} WARN 用户登录失败：密码错误，用户编号=${r.below(99999)}，剩余次数=${r.below(5)}`,
  (r) =>
    `{"trace_type":"ApiCall","resource_type":"iam","trace_name":"createCredential","code":"201","trace_id":"${r.uuid()}"}`,
  (r) =>
    `npm info ok integrity sha512-${r.base64(86)}== fetched crm-ui@${r.below(9)}.${r.below(20)}.${r.below(20)}`,
  (r) =>
    `Set log level of com.acme.${r.pick(CLASSES)} to DEBUG; build ${r.digits(8)}.${r.digits(2)}, jdk 21.0.${r.below(9)}+${r.below(20)}-LTS`,
  (r) => `thumbnail data:image/png;base64,${r.base64(120)}`,
  (r) =>
    `message ${r.uuid()} dead-lettered after ${r.below(9)} attempts, correlation ${r.upper(26)}, device ${r.upper(12)}`,
  (r) =>
    `tokens used: prompt_tokens=${r.below(4000)} completion_tokens=${r.below(900)} max_tokens=4096 model=pangu-${r.below(9)}`,
  (r) => `arn:aws:secretsmanager:eu-west-1:${r.digits(12)}:secret:crm/db-${r.alphanumeric(6)} rotated`,
  (r) =>
    `GET /obs/bucket/${r.hex(2)}/${r.hex(30)}?marker=${r.digits(10)}&max-keys=1000 200 in ${r.below(99)} ms`,
  (r) => `{"nextPageToken":"${r.base64url(44)}","items":${r.below(50)},"kind":"list"}`,
  (r) =>
    `lat=31.${r.digits(14)} lon=121.${r.digits(13)} speed=${r.below(120)}.${r.digits(6)} imei=${r.digits(15)}`,
  (r) => `order_id=${4000000000000000 + r.below(1e9) * 1e6} amount=${r.below(999)} seq=${r.digits(16)}`,
];

function time(at: Date): string {
  return at.toISOString().replace('T', ' ').replace('Z', '');
}
