import { Random } from './corpus.ts';
import {
  host,
  ip,
  iso,
  klog,
  pod,
  rounds,
  seconds,
  service,
  syslog,
  type Template,
  user,
  version,
} from './corpus-b-words.ts';

const r = new Random(0xb13);

const TEMPLATES: readonly Template[] = [
  () =>
    `${r.below(59)}m  Normal  Pulled  pod/${pod(r)}  Successfully pulled image "registry.internal/${service(r)}:${version(r)}" in ${r.below(9)}.${r.digits(3)}s`,
  () =>
    `${r.below(59)}s  Warning  FailedMount  pod/${pod(r)}  MountVolume.SetUp failed for volume "tls" : secret "${service(r)}-tls" not found`,
  () =>
    `Warning  BackOff  pod/${pod(r)}  Back-off restarting failed container ${service(r)} in pod ${pod(r)}_prod(${r.uuid()})`,
  () => `Normal  SuccessfulCreate  replicaset/${service(r)}-${r.hex(9)}  Created pod: ${pod(r)}`,
  () => `Error: couldn't find key db-password in Secret prod/${service(r)}-db`,
  () =>
    `E${klog(r)}    2113 pod_workers.go:1298] "Error syncing pod, skipping" pod="prod/${pod(r)}" podUID="${r.uuid()}"`,
  () =>
    `I${klog(r)}    2113 kubelet.go:2421] "SyncLoop (PLEG): event for pod" pod="prod/${pod(r)}" containerID="containerd://${r.hex(64)}"`,
  () => `secretName=${service(r)}-tls issuer=letsencrypt-prod ready=true`,
  () =>
    `cert-manager: Certificate ${service(r)}-tls renewed, secret ${service(r)}-tls updated, serial ${r.hex(36)}`,
  () =>
    `external-secrets: synced ExternalSecret prod/${service(r)} refreshInterval=1h resourceVersion=${r.digits(8)}`,
  () => `secret/${service(r)}-credentials configured`,
  () => `serviceaccount/${service(r)}-token-reader created`,
  () => `arn:aws:secretsmanager:eu-west-1:${r.digits(12)}:secret:prod/${service(r)} rotated`,
  () => `kms key arn:aws:kms:eu-west-1:${r.digits(12)}:key/${r.uuid()} enabled`,
  () =>
    `${syslog(r)} ${host(r)} systemd[1]: Started session-${r.below(9000)}.scope - Session ${r.below(9000)} of User ${user(r)}.`,
  () =>
    `${syslog(r)} node-${r.below(9)} systemd[1]: ${service(r)}.service: Main process exited, code=exited, status=${r.below(130)}/n/a`,
  () =>
    `${syslog(r)} node-${r.below(9)} sshd[${r.digits(5)}]: Failed password for invalid user ${user(r)} from ${ip(r)} port ${r.below(60000)} ssh2`,
  () =>
    `${syslog(r)} node-${r.below(9)} sshd[${r.digits(5)}]: Accepted publickey for ${user(r)} from ${ip(r)} port ${r.below(60000)} ssh2: ED25519 SHA256:${r.base64(43)}`,
  () =>
    `${syslog(r)} node-${r.below(9)} sshd[${r.digits(5)}]: Accepted password for ${user(r)} from ${ip(r)} port ${r.below(60000)} ssh2`,
  () =>
    `${syslog(r)} node-${r.below(9)} sudo: pam_unix(sudo:auth): authentication failure; logname=${user(r)} uid=10${r.digits(2)} euid=0 tty=/dev/pts/${r.below(9)}`,
  () =>
    `${syslog(r)} node-${r.below(9)} kernel: [${r.digits(6)}.${r.digits(6)}] Out of memory: Killed process ${r.digits(5)} (java) total-vm:${r.digits(7)}kB, anon-rss:${r.digits(7)}kB`,
  () =>
    `${syslog(r)} node-${r.below(9)} systemd[1]: Reached target cryptsetup.target - Local Encrypted Volumes.`,
  () =>
    `${syslog(r)} node-${r.below(9)} systemd-ask-password[${r.digits(4)}]: Started Forward Password Requests to Wall Directory Watch.`,
  () =>
    `${syslog(r)} node-${r.below(9)} passwd[${r.digits(4)}]: pam_unix(passwd:chauthtok): password changed for ${user(r)}`,
  () =>
    `type=USER_AUTH msg=audit(${seconds(r)}.${r.digits(3)}:${r.digits(5)}): pid=${r.digits(4)} uid=0 auid=10${r.digits(2)} ses=${r.below(90)} res=success`,
  () => `Digest: sha256:${r.hex(64)}`,
  () => `docker.io/library/nginx@sha256:${r.hex(64)}`,
  () => `${r.hex(12)}: Pull complete`,
  () =>
    `#${r.below(30)} [build ${r.below(9)}/9] COPY --from=deps /app/node_modules ./node_modules DONE ${r.below(9)}.${r.below(9)}s`,
  () => `HEAD is now at ${r.hex(8)} fix(${service(r)}): keep the order of pages`,
  () => `commit ${r.hex(40)}`,
  () => `Merge: ${r.hex(7)} ${r.hex(7)}`,
  () => `   ${r.hex(7)}..${r.hex(7)}  main       -> origin/main`,
  () => `Cloning into 'app'... git@git.internal:team/${service(r)}.git at ${r.hex(40)}`,
  () => `resolved "https://registry.npmjs.org/lodash/-/lodash-4.17.${r.below(30)}.tgz#${r.hex(40)}"`,
  () => `integrity sha512-${r.base64(86)}==`,
  () => `h1:${r.base64(43)}= github.com/acme/${service(r)} v${version(r)}`,
  () =>
    `Downloading ${service(r)}-${version(r)}-py3-none-any.whl (${r.below(900)} kB) --hash=sha256:${r.hex(64)}`,
  () => `aws_instance.web[${r.below(9)}]: Creation complete after ${r.below(59)}s [id=i-0${r.hex(16)}]`,
  () => `random_password.${service(r)}: Refreshing state... [id=none]`,
  () => `~ password = (sensitive value)   # module.${service(r)}.db`,
  () => `TASK [${service(r)} : set database password] **************** ok: [node-${r.below(9)}]`,
  () =>
    `${iso(r)} lambda REPORT RequestId: ${r.uuid()} Duration: ${r.below(900)}.${r.digits(2)} ms Billed Duration: ${r.below(900)} ms Memory Size: 256 MB`,
  () =>
    `etcd: applied index ${r.digits(9)} member ${r.hex(16)} cluster ${r.hex(16)} took ${r.below(90)}.${r.digits(3)}ms`,
  () => `envoy warming: SdsApi secret ${service(r)}-cert loaded, version_info ${r.digits(19)}`,
];

/** What clusters, machines, builds and deployments write. */
export const PLATFORM = rounds(r, 6, TEMPLATES);
