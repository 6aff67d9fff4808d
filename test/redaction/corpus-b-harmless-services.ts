import { Random } from './corpus.ts';
import {
  host,
  ip,
  iso,
  java,
  klog,
  level,
  millis,
  noCard,
  path,
  plain,
  pod,
  rounds,
  seconds,
  service,
  syslog,
  type Template,
  table,
  user,
  version,
} from './corpus-b-words.ts';

const r = new Random(0xb12);
const thread = () => r.pick(['main', 'nio-8080-exec-3', 'scheduling-1', 'pool-2-thread-7', 'ForkJoinPool-1']);

const TEMPLATES: readonly Template[] = [
  () =>
    `${java(r)} ${level(r)} 1 --- [${thread()}] c.e.${service(r)}.web.OrderController : order ${r.digits(10)} accepted in ${r.below(900)} ms`,
  () =>
    `${java(r)} [${thread()}] INFO  org.hibernate.SQL - select o.id, o.state from ${table(r)} o where o.id=?`,
  () =>
    `${java(r)} ${level(r)} [${service(r)},${r.hex(32)},${r.hex(16)}] c.e.Dispatcher - handled ${path(r)} status=OK`,
  () =>
    `${java(r)} INFO c.z.hikari.pool.HikariPool - HikariPool-1 - Pool stats (total=${r.below(20)}, active=${r.below(9)}, idle=${r.below(9)}, waiting=0)`,
  () =>
    `${java(r)} INFO o.s.s.web.DefaultSecurityFilterChain - Will secure any request with filters: UsernamePasswordAuthenticationFilter, BearerTokenAuthenticationFilter`,
  () => `${java(r)} DEBUG o.s.s.a.dao.DaoAuthenticationProvider - Authenticated user ${user(r)}`,
  () =>
    `${java(r)} - ${service(r)}.tasks - ${level(r)} - task ${r.uuid()} done in ${r.below(9)}.${r.digits(3)}s`,
  () =>
    `[${java(r)}: INFO/ForkPoolWorker-${r.below(9)}] Task app.tasks.send_password_reset[${r.uuid()}] succeeded in 0.${r.digits(6)}s: None`,
  () => `${level(r)}:${service(r)}.views:user=${user(r)} action=export rows=${r.below(9000)}`,
  () => `${plain(r)} ${service(r)}.go:${r.below(400)}: listening on :${r.below(9000)}`,
  () => `${plain(r)} [${level(r)}] raft: node ${r.hex(8)} term ${r.below(90)} index ${r.digits(7)}`,
  () =>
    `I${klog(r)}       1 controller.go:${r.below(900)}] Starting workers kind="Secret" count=${r.below(9)}`,
  () =>
    `W${klog(r)}       1 reflector.go:${r.below(900)}] watch of *v1.Secret ended with: too old resource version: ${r.digits(8)}`,
  () =>
    `{"level":"info","ts":${seconds(r)}.${r.digits(6)},"caller":"${service(r)}/main.go:${r.below(90)}","msg":"request","path":"${path(r)}","status":200}`,
  () =>
    `{"level":30,"time":${millis(r)},"pid":${r.below(99)},"hostname":"${pod(r)}","msg":"job finished","jobId":"${r.digits(6)}"}`,
  () =>
    `{"@timestamp":"${iso(r)}","log.level":"${level(r)}","trace.id":"${r.hex(32)}","span.id":"${r.hex(16)}","message":"cache refreshed"}`,
  () =>
    `{"time":"${iso(r)}","severity":"${level(r)}","component":"${service(r)}","version":"${version(r)}","commit":"${r.hex(40)}"}`,
  () =>
    `{"event":"order.created","orderNo":"20261125${r.digits(10)}","userId":${r.digits(7)},"amount":"${r.below(900)}.${r.digits(2)}"}`,
  () => `{"type":"audit","user":"${user(r)}","action":"password.change","result":"success","ip":"${ip(r)}"}`,
  () => `{"msg":"token refreshed","token_type":"bearer","expires_in":${r.below(9000)},"scope":"read write"}`,
  () =>
    `{"model":"m-${r.below(9)}","usage":{"prompt_tokens":${r.below(4000)},"completion_tokens":${r.below(900)},"total_tokens":${r.digits(4)}}}`,
  () =>
    `{"batch":${r.digits(5)},"partitionKey":"${service(r)}-${r.below(99)}","sortKey":"2026-11","items":${r.below(99)}}`,
  () => `{"metric":"http_requests","labels":{"svc":"${service(r)}","code":"200"},"value":${r.digits(7)}}`,
  () =>
    `{"file":"report-${r.digits(8)}.pdf","size":${r.digits(6)},"sha256":"${r.hex(64)}","etag":"${r.hex(32)}-${r.below(9)}"}`,
  () =>
    `ts=${iso(r)} level=${level(r).toLowerCase()} caller=wal.go:${r.below(400)} msg="segment flushed" seq=${r.digits(6)} dur=${r.below(90)}ms`,
  () =>
    `time="${iso(r)}" level=info msg="reconciled" controller=${service(r)} namespace=prod name=${pod(r)} requeue=false`,
  () =>
    `level=warn component=scheduler msg="no capacity" need=${r.below(9)} have=0 key=queue/${service(r)}/${r.below(99)}`,
  () => `${iso(r)} ${service(r)}:server GET ${path(r)} completed +${r.below(900)}ms`,
  () =>
    `${iso(r)} app[web.${r.below(4)}]: source=web.1 dyno=heroku.${r.digits(8)}.${r.uuid()} sample#memory_total=${r.below(500)}.${r.digits(2)}MB`,
  () =>
    `(node:${r.below(99)}) [DEP00${r.digits(2)}] DeprecationWarning: url.parse() behaviour is not standardized, use WHATWG URL`,
  () =>
    `[${iso(r)}] production.INFO: Queue worker processed App\\Jobs\\SendPasswordMail {"attempts":${r.below(4)}}`,
  () =>
    `I, [2026-11-2${r.below(9)}T08:11:0${r.below(9)}.${r.digits(6)} #${r.below(900)}]  INFO -- : [${r.uuid()}] Rendered users/password/edit.html.erb (${r.below(90)}.1ms)`,
  () =>
    `${syslog(r)} ${host(r)} dovecot: imap-login: Login: user=<${user(r)}>, method=PLAIN, rip=${ip(r)}, mpid=${r.below(9999)}, TLS`,
  () => `charge ${r.digits(12)} settled, reference ${noCard(r, '4', 16)}, batch ${r.below(99)}`,
  () => `shipment ${noCard(r, '62', 16)} left ${r.pick(['Shenzhen', 'Hamburg', 'Singapore'])}`,
  () => `运单号 ${noCard(r, '75', 16)} 已揽收，网点 ${r.digits(6)}`,
  () =>
    `${java(r)} INFO 订单 20261125${r.digits(10)} 支付成功，金额 ${r.below(900)}.00 元，耗时 ${r.below(900)}ms`,
  () => `${java(r)} WARN 用户 ${user(r)} 登录失败，剩余尝试次数 ${r.below(5)}`,
  () => `${java(r)} INFO 缓存命中率 ${r.below(99)}.${r.digits(2)}%，key 数量 ${r.digits(6)}`,
  () =>
    `[${thread()}] 消费消息 topic=${service(r)}-event partition=${r.below(12)} offset=${r.digits(9)} 成功`,
  () =>
    `grpc.method=Charge grpc.service=pay.Pay grpc.code=OK grpc.time_ms=${r.below(90)}.${r.digits(3)} peer.address=${ip(r)}:${r.below(60000)}`,
];

/** What services write about their work. */
export const SERVICES = rounds(r, 8, TEMPLATES);
