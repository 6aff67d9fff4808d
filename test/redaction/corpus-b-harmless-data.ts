import { Random } from './corpus.ts';
import {
  host,
  iso,
  java,
  millis,
  noCard,
  plain,
  rounds,
  seconds,
  service,
  type Template,
  table,
  user,
  version,
} from './corpus-b-words.ts';

const r = new Random(0xb14);

const TEMPLATES: readonly Template[] = [
  () => `SELECT id, name, password_hash FROM users WHERE login = $1 LIMIT ${r.below(90)}`,
  () => `UPDATE users SET password = ?, salt = ? WHERE id = ? -- ${r.below(90)}ms`,
  () => `INSERT INTO ${table(r)} (id, token, created_at) VALUES (?, ?, ?) /* ${service(r)} */`,
  () =>
    `DELETE FROM ${table(r)} WHERE expires_at < '2026-11-${10 + r.below(18)} 00:00:00' -> ${r.below(9000)} rows`,
  () =>
    `duration: ${r.below(900)}.${r.digits(3)} ms  execute <unnamed>: SELECT count(*) FROM ${table(r)} WHERE tenant_id = $1`,
  () =>
    `ERROR:  duplicate key value violates unique constraint "${table(r)}_pkey" DETAIL:  Key (id)=(${r.digits(8)}) already exists.`,
  () => `ERROR:  insert or update on table "${table(r)}" violates foreign key constraint "fk_${r.hex(10)}"`,
  () =>
    `LOG:  checkpoint complete: wrote ${r.digits(4)} buffers (${r.below(9)}.${r.below(9)}%); lsn=${r.hex(2).toUpperCase()}/${r.hex(8).toUpperCase()}`,
  () => `FATAL:  password authentication failed for user "${service(r)}"`,
  () =>
    `ERROR 1045 (28000): Access denied for user '${service(r)}'@'10.0.0.${r.below(250)}' (using password: YES)`,
  () =>
    `# Query_time: ${r.below(9)}.${r.digits(6)}  Lock_time: 0.${r.digits(6)} Rows_sent: ${r.below(99)}  Rows_examined: ${r.digits(6)}`,
  () => `postgres://${service(r)}@${host(r)}:5432/${service(r)} connected, server ${version(r)}`,
  () => `jdbc:mysql://${host(r)}:3306/${service(r)}?useSSL=true&serverTimezone=Asia/Shanghai pool ready`,
  () => `redis://${host(r)}:6379/${r.below(16)} ready in ${r.below(90)}ms`,
  () => `mongodb://${host(r)}:27017,${host(r)}:27017/?replicaSet=rs0&authSource=admin`,
  () => `amqp://${host(r)}:5672/ channel ${r.below(90)} opened, prefetch=${r.below(90)}`,
  () => `${seconds(r)}.${r.digits(6)} [0 10.0.0.${r.below(250)}:50122] "GET" "user:${r.digits(7)}:profile"`,
  () => `cache miss key=session:count:${service(r)} ttl=${r.below(900)}`,
  () => `cache key=item:${r.hex(32)}:v${r.below(9)} bytes=${r.digits(5)}`,
  () =>
    `[Consumer clientId=consumer-${service(r)}-1, groupId=${service(r)}] Committed offset ${r.digits(9)} for partition ${service(r)}-${r.below(12)}`,
  () =>
    `${java(r)} INFO [Producer clientId=producer-${r.below(9)}] ProducerId set to ${r.digits(7)} with epoch ${r.below(9)}`,
  () => `MD5 (${service(r)}.tar.gz) = ${r.hex(32)}`,
  () => `${r.hex(64)}  ${service(r)}-${version(r)}.tar.gz`,
  () => `checksum crc32c=${r.base64(6)}== md5=${r.base64(22)}== object=backup/${r.digits(8)}.tar`,
  () => `uploaded part ${r.below(90)} etag=${r.hex(32)} size=${r.digits(7)}`,
  () => `block ${r.digits(7)} hash 0x${r.hex(64)} parent 0x${r.hex(64)}`,
  () =>
    `inode ${r.digits(8)} blocks ${r.digits(6)} path /var/lib/${service(r)}/data/${r.hex(2)}/${r.hex(38)}`,
  () => `snowflake=1${r.digits(18)} worker=${r.below(32)} seq=${r.below(4096)}`,
  () => `order_no=${noCard(r, '4', 16)} state=PAID channel=wxpay`,
  () => `ref ${noCard(r, '51', 16)} settled by batch ${r.digits(10)}`,
  () => `out_trade_no=20261125${r.digits(14)} transaction_id=420000${r.digits(22)}`,
  () => `counters rx=${noCard(r, '37', 15)} tx=${noCard(r, '6011', 16)} drop=${r.below(90)}`,
  () => `micros=17641${r.digits(11)} nanos=17641${r.digits(14)}`,
  () => `meter 138${r.digits(8)} pulses, 139${r.digits(8)} total, gauge=${r.below(900)}`,
  () => `imsi range ${r.digits(15)} loaded, cells=${r.below(900)}`,
  () => `batch ${r.digits(18)} rows=${r.digits(6)} took=${millis(r)}`,
  () => `png data:image/png;base64,iVBORw0KGgo${r.base64(44)}`,
  () => `thumbnail ${r.base64(64)} (32x32 webp)`,
  () => `protobuf payload b64=${r.base64(47)}= len=35 type=${service(r)}.v1.Event`,
  () => `cursor=${Buffer.from(`{"id":${r.digits(7)},"ts":${seconds(r)}}`).toString('base64url')} limit=50`,
  () =>
    `${plain(r)} index ${service(r)}-2026.11.${10 + r.below(18)} uuid=${r.base64url(22)} shards=${r.below(9)} docs=${r.digits(8)}`,
  () => `uuid=${r.uuid()} parent=${r.uuid()} depth=${r.below(9)}`,
  () => `ulid 01J${r.text('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 23)} accepted`,
  () => `objectid ${r.hex(24)} not found in ${table(r)}`,
  () => `public key fingerprint SHA256:${r.base64(43)} added for ${user(r)}`,
  () => `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${r.base64(43)} ${user(r)}@laptop`,
  () => `serial=${r.hex(40)} subject=CN=${service(r)}.internal notAfter=${iso(r)}`,
  () =>
    `MAC ${r.text('0123456789abcdef', 2)}:${r.hex(2)}:${r.hex(2)}:${r.hex(2)}:${r.hex(2)}:${r.hex(2)} lease 10.0.1.${r.below(250)}`,
];

/** What databases, caches, queues and stores write, and numbers and sums of all sorts. */
export const DATA = rounds(r, 6, TEMPLATES);
