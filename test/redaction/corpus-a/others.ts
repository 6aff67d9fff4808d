import type { Case, Random } from '../corpus.ts';

/** Headers, webhooks, numbers, and private keys in one line or in several. */
export function otherCases(random: Random): Case[] {
  return [...headerCases(random), ...webhookCases(random), ...numberCases(random), ...keyCases(random)];
}

const one = (kind: string, line: string, ...secrets: string[]): Case => ({ kind, lines: [line], secrets });

function headerCases(random: Random): Case[] {
  const basic = () => Buffer.from(`li:${random.password()}`).toString('base64');
  const [a, b, c] = [basic(), basic(), basic()];
  const [sid, csrf, response, signature] = [random.hex(32), random.hex(24), random.hex(32), random.hex(64)];
  const key = `AK${'IA'}${random.upper(16)}`;
  return [
    one('Basic credentials', `Authorization: Basic ${a}`, a),
    one('Basic credentials', `{"headers":{"Proxy-Authorization":"Basic ${b}"}}`, b),
    one('Basic credentials', `request sent with Basic ${c} and got 401`, c),
    one(
      'Digest credentials',
      `Authorization: Digest username="li", realm="x", response="${response}"`,
      response,
    ),
    one(
      'AWS signature',
      `Authorization: AWS4-HMAC-SHA256 Credential=${key}/20261125/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=${signature}`,
      key,
      signature,
    ),
    one('cookie', `Cookie: SESSION=${sid}; theme=dark`, sid),
    one('cookie', `{"req":{"headers":{"cookie":"lang=zh; csrftoken=${csrf}","host":"x"}}}`, csrf),
    one('cookie', `Set-Cookie: JSESSIONID=${sid}; Path=/; HttpOnly; SameSite=Lax`, sid),
    one('cookie', `set-cookie=[sid=${sid}; Max-Age=3600]`, sid),
    one('cookie', `"HTTP/1.1 200 OK\\r\\nSet-Cookie: sid=${sid}; Path=/\\r\\n"`, sid),
    one('cookie', `GET /home;jsessionid=${sid} 302`, sid),
  ];
}

function webhookCases(random: Random): Case[] {
  const slack = `T${random.upper(8)}/B${random.upper(10)}/${random.alphanumeric(24)}`;
  const [ding, feishu, wecom, discord] = [random.hex(64), random.uuid(), random.uuid(), random.base64url(68)];
  return [
    one('Slack webhook', `POST https://hooks.slack.com/${'services'}/${slack} 200`, slack),
    one('DingTalk webhook', `通知失败 https://oapi.dingtalk.com/robot/send?access_token=${ding}`, ding),
    one('Feishu webhook', `url=https://open.feishu.cn/open-apis/bot/v2/hook/${feishu} code=19001`, feishu),
    one('WeCom webhook', `{"url":"https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${wecom}"}`, wecom),
    one(
      'Discord webhook',
      `POST https://discord.com/api/webhooks/${random.digits(18)}/${discord} 204`,
      discord,
    ),
  ];
}

function numberCases(random: Random): Case[] {
  const visa = withLuhn(`4${random.digits(14)}`);
  const union = withLuhn(`62${random.digits(16)}`);
  const amex = withLuhn(`37${random.digits(12)}`);
  const grouped = (visa.match(/.{4}/g) ?? []).join(' ');
  const hyphened = (withLuhn(`51${random.digits(13)}`).match(/.{4}/g) ?? []).join('-');
  const [resident, other] = [residentId(random), residentId(random)];
  const ssn = `${100 + random.below(500)}-${10 + random.below(80)}-${1000 + random.below(8000)}`;
  return [
    one('card number', `charged ${visa} for 12.50 CNY`, visa),
    one('card number', `{"pan":"${union}","amount":1200}`, union),
    one('card number', `付款卡 ${grouped} 已受理`, grouped),
    one('card number', `level=info card=${hyphened} ok=true`, hyphened),
    one('card number', `amex ${amex} declined`, amex),
    one('resident id', `实名认证 姓名=李雷 身份证号：${resident}`, resident),
    one('resident id', `{"idNo":"${other}","verified":true}`, other),
    one('US social security number', `applicant ssn=${ssn} state=CA`, ssn),
    one('US social security number', `SSN: ${ssn}`, ssn),
  ];
}

function withLuhn(start: string): string {
  const sum = [...start].reverse().reduce((all, digit, place) => {
    const doubled = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return all + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${start}${(10 - (sum % 10)) % 10}`;
}

function residentId(random: Random): string {
  const start = `${random.pick(['110101', '310104', '440305', '510107'])}${1950 + random.below(60)}0${1 + random.below(9)}1${random.below(9)}${random.digits(3)}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((all, weight, place) => all + weight * Number(start[place]), 0);
  return `${start}${'10X98765432'.charAt(sum % 11)}`;
}

function keyCases(random: Random): Case[] {
  const marker = (side: string, type: string) => `-----${side} ${type}PRIVATE ${'KEY'}-----`;
  const body = () => [
    `MIIEvQIBADANBgkqhkiG9w0BAQEFAASC${random.base64(32)}`,
    ...Array.from({ length: 24 }, () => random.base64(64)),
    `${random.base64(22)}==`,
  ];
  const stamped = (lines: readonly string[]) =>
    lines.map((line, n) => `2026-11-25 10:00:00.${100 + n} INFO ${line}`);
  const pem = (type: string, lines: readonly string[]) => [
    marker('BEGIN', type),
    ...lines,
    marker('END', type),
  ];
  const pages: readonly (readonly [kind: string, page: (lines: readonly string[]) => readonly string[]])[] = [
    ['private key in log lines', (lines) => stamped(pem('RSA ', lines))],
    ['private key in log lines, newest first', (lines) => stamped(pem('', lines)).toReversed()],
    ['private key, cut off at the end', (lines) => pem('EC ', lines).slice(0, 12)],
    ['private key, cut off at the beginning', (lines) => stamped(pem('', lines)).slice(14)],
    ['private key, cut off at both', (lines) => lines.slice(5, 15)],
    ['private key in one log line', (lines) => [`loaded\n${pem('OPENSSH ', lines).join('\n')}\ndone`]],
    [
      'private key in JSON',
      (lines) => [JSON.stringify({ msg: 'key', key: pem('', lines).join('\n'), n: 1 })],
    ],
    [
      'private key in JSON, cut off',
      (lines) => [JSON.stringify({ key: pem('', lines).join('\n') }).slice(0, 900)],
    ],
    ['private key without markers', (lines) => [`level=debug pkcs8=${lines.join('')} bits=2048`]],
    [
      'private key in lines of JSON',
      (lines) => pem('RSA ', lines).map((log) => JSON.stringify({ log: `${log}\n`, stream: 'stdout' })),
    ],
  ];
  return pages.map(([kind, page]) => {
    const lines = body();
    const shown = page(lines);
    const secrets = lines.filter((piece) => shown.some((line) => line.includes(piece)));
    return { kind, lines: shown, secrets };
  });
}
