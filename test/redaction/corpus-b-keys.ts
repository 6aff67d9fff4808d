import { type Case, Random } from './corpus.ts';
import { iso, java, many, one, syslog, user } from './corpus-b-words.ts';

const r = new Random(0xb07);

/** The lines of a key between its first and its last. */
const body = (lines: number, start = 'MIIE') => [
  start + r.base64(64 - start.length),
  ...Array.from({ length: lines - 2 }, () => r.base64(64)),
  `${r.base64(22)}==`,
];
const begin = (name: string) => `-----BEGIN ${name} KEY-----`;
const end = (name: string) => `-----END ${name} KEY-----`;
const pem = (name: string, lines: readonly string[]) => [begin(name), ...lines, end(name)];

const coded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What stands before a JWT's last point, and what after. */
const jwt = (alg: string) => [
  `${coded({ sub: user(r), iat: 1764100000 + r.below(9999), jti: r.hex(12) })}`,
  r.base64url(alg === 'RS256' ? 342 : 43),
];

function bearer(kind: string, alg: string, line: (token: string) => string): Case {
  const secrets = jwt(alg);
  return many(kind, secrets, () => [line(`${coded({ alg, typ: 'JWT' })}.${secrets.join('.')}`)]);
}

/** When a machine wrote a key into its log, all lines at once. */
const at = syslog(r);

export const KEYS: readonly Case[] = [
  many('private key over lines', body(5), (...k) => pem('RSA PRIVATE', k)),
  many('private key over lines', body(4, 'MIIEvQIBADAN'), (...k) => [
    `${iso(r)} loaded tls.key:`,
    ...pem('PRIVATE', k),
    'listening',
  ]),
  many('private key over lines', body(3, 'MHcCAQEEI'), (...k) =>
    pem('EC PRIVATE', k).map((line) => `    ${line}`),
  ),
  many('private key over lines', body(4, 'b3BlbnNzaC1rZXktdjE'), (...k) =>
    pem('OPENSSH PRIVATE', k).map((line) => `${at} node-3 cloud-init[61]: ${line}`),
  ),
  many('private key over lines', body(4), (...k) => [
    begin('RSA PRIVATE'),
    'Proc-Type: 4,ENCRYPTED',
    `DEK-Info: AES-128-CBC,${r.hex(32).toUpperCase()}`,
    '',
    ...k,
    end('RSA PRIVATE'),
  ]),
  many('private key over lines', body(3, 'MIIFHDBOBgkq'), (...k) =>
    pem('ENCRYPTED PRIVATE', k).map((line) => `| ${line}`),
  ),
  many('private key cut off', body(4), (...k) => [
    `tls.key: |`,
    `  ${begin('PRIVATE')}`,
    ...k.map((line) => `  ${line}`),
  ]),
  many('private key cut off', body(3, 'Q2aV'), (...k) => [...k, end('RSA PRIVATE')]),
  many('private key over lines', body(4, 'lQOYBF'), (...k) => [
    `-----BEGIN PGP ${'PRIVATE'} KEY BLOCK-----`,
    '',
    ...k,
    `-----END PGP ${'PRIVATE'} KEY BLOCK-----`,
  ]),
  many('private key in a string', body(4, 'MIIEvQ'), (...k) => [
    `{"type":"service_account","private_key":"${pem('PRIVATE', k).join('\\n')}\\n","client_id":"1"}`,
  ]),
  many('private key in a string', body(3), (...k) => [`TLS_KEY=${pem('RSA PRIVATE', k).join('\\n')}`]),
  many('private key in a string', body(3, 'MHQCAQEE'), (...k) => [
    `{\\"key\\":\\"${pem('EC PRIVATE', k).join('\\\\n')}\\"}`,
  ]),
  many('private key in a string', body(3), (...k) => [`Error: bad key '${pem('PRIVATE', k).join(' ')}'`]),
  many('private key in a string', body(3), (...k) => [
    `${java(r)} 商户私钥：${pem('PRIVATE', k).join('\\r\\n')}`,
  ]),
  one(
    'private key bare',
    `MIIEvAIBADANBgkqhkiG9w0BAQEFAASC${r.base64(800)}`,
    (v) => `alipay.merchant_private_key=${v}`,
  ),
  one('private key bare', `MIIEvQIBADANBgkqhkiG9w0BAQEFAASC${r.base64(800)}`, (v) => `{"privateKey":"${v}"}`),
  bearer('JWT', 'HS256', (v) => `Authorization: Bearer ${v}`),
  bearer('JWT', 'RS256', (v) => `${iso(r)} WARN token rejected: ${v}`),
  bearer('JWT', 'HS512', (v) => `{"id_token":"${v}","expires_in":300}`),
  bearer('JWT', 'ES256', (v) => `GET /ws?jwt=${v} 101`),
  bearer('JWT', 'HS256', (v) => `io.jsonwebtoken.SignatureException: JWT signature does not match: ${v}`),
  bearer('JWT', 'RS256', (v) => `/var/run/secrets/kubernetes.io/serviceaccount/token => ${v}`),
  bearer('JWT', 'HS256', (v) => `Set-Cookie: auth=${v}; Path=/; Secure`),
  bearer('JWT', 'HS256', (v) => `解析失败 ${v}，签名无效`),
];
