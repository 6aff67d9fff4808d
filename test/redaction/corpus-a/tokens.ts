import type { Case, Random } from '../corpus.ts';

/** Tokens that their form gives away, each in lines that say nothing else of them. */
export function tokenCases(random: Random): Case[] {
  return Object.entries(tokens(random)).flatMap(([kind, secret]) =>
    [0, 1].map((): Case => ({ kind, lines: [random.pick(LINES)(secret, random)], secrets: [secret] })),
  );
}

const LINES: readonly ((secret: string, random: Random) => string)[] = [
  (secret, random) =>
    `2026-11-25 10:21:${10 + random.below(50)}.113 ERROR push failed with ${secret} (attempt 2)`,
  (secret, random) =>
    JSON.stringify({ level: 'info', msg: `using ${secret}`, attempt: random.below(9), ok: true }),
  (secret) => `level=warn caller=client.go:88 arg=${secret} took=12ms`,
  (secret) =>
    `java.lang.IllegalStateException: rejected ${secret}\n\tat com.acme.Client.call(Client.java:41)`,
  (secret) => `调用接口失败，参数 ${secret}，请稍后重试`,
  (secret) => `GET /v1/items?limit=10&q=${secret} HTTP/1.1 401`,
  (secret) => `{"log":"{\\"body\\":\\"${secret}\\",\\"n\\":1}\\n","stream":"stdout"}`,
];

function tokens(random: Random): Record<string, string> {
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const head = encode({ alg: 'HS256', typ: 'JWT' });
  return {
    'Slack bot token': `xox${'b'}-${random.digits(12)}-${random.digits(12)}-${random.alphanumeric(24)}`,
    'Slack user token': `xox${'p'}-${random.digits(11)}-${random.digits(12)}-${random.digits(12)}-${random.hex(32)}`,
    'Slack app token': `xap${'p'}-1-A${random.upper(10)}-${random.digits(13)}-${random.hex(64)}`,
    'GitHub personal token': `gh${'p'}_${random.alphanumeric(36)}`,
    'GitHub server token': `gh${'s'}_${random.alphanumeric(36)}`,
    'GitHub fine-grained token': `github_${'pat'}_${random.alphanumeric(22)}_${random.alphanumeric(59)}`,
    'GitLab token': `gl${'pat'}-${random.base64url(20)}`,
    'AWS access key id': `AK${'IA'}${random.upper(16)}`,
    'AWS temporary key id': `AS${'IA'}${random.upper(16)}`,
    'Alibaba Cloud key id': `LT${'AI'}5t${random.alphanumeric(18)}`,
    'Google API key': `AI${'za'}Sy${random.base64url(33)}`,
    'Google access token': `ya${'29'}.a0${random.base64url(60)}`,
    'Google client secret': `GO${'CSPX'}-${random.base64url(28)}`,
    'Azure client secret': `${random.alphanumeric(3)}8${'Q~'}${random.alphanumeric(34)}`,
    'Stripe secret key': `sk_${'live'}_${random.alphanumeric(24)}`,
    'Stripe restricted key': `rk_${'test'}_${random.alphanumeric(24)}`,
    'npm token': `np${'m'}_${random.alphanumeric(36)}`,
    'PyPI token': `py${'pi'}-AgEIcHlwaS5vcmc${random.base64url(80)}`,
    'SendGrid key': `S${'G'}.${random.base64url(22)}.${random.base64url(43)}`,
    'DigitalOcean token': `do${'p'}_v1_${random.hex(64)}`,
    'Shopify token': `shp${'at'}_${random.hex(32)}`,
    'OpenAI key': `sk-${'proj'}-${random.base64url(74)}`,
    'Hugging Face token': `h${'f'}_${random.text('abcdefghijklmnopqrstuvwxyzABCDEFGH', 34)}`,
    'Docker Hub token': `dckr_${'pat'}_${random.base64url(27)}`,
    'Vault token': `hv${'s'}.${random.base64url(90)}`,
    'Telegram bot token': `${random.digits(10)}:${'AA'}${random.base64url(33)}`,
    'Databricks token': `da${'pi'}${random.hex(32)}`,
    'Grafana token': `gl${'sa'}_${random.alphanumeric(32)}_${random.hex(8)}`,
    JWT: `${head}.${encode({ sub: random.digits(10), iat: 1_760_000_000 })}.${random.base64url(43)}`,
    'JWT, cut off': `${head}.${encode({ sub: random.digits(10) })}`,
    'Huawei Cloud IAM token': `MII${random.alphanumeric(2)}${'gYJKoZIhvcN'}AQcCoII${random.base64(400)}==`,
    'bcrypt hash': `$2${'b'}$12$${random.alphanumeric(53)}`,
  };
}
