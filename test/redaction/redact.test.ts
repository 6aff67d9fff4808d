import { describe, expect, expectTypeOf, it } from 'vitest';
import type { OptionalKind } from '../../lib/redaction/kinds.ts';
import { type Redacted, redact } from '../../lib/redaction/redact.ts';

const one = (line: string) => redact([line]).lines[0];

// Pairs that hold no secret of anybody; those that look like one are put together.
const AK = `HPUA${'ABCDEFGH01234567'}`;
const SK = `${'aB3dE5gH7j'}`.repeat(4);
const PASSWORD = '[redacted: password]';

describe('a password', () => {
  it.each([
    ['as a pair', 'user=li password=hunter2 host=db', `user=li password=${PASSWORD} host=db`],
    ['before a comma', 'password=hunter2, user=li', `password=${PASSWORD}, user=li`],
    ['with a comma in it', 'password=hun,ter2 user=li', `password=${PASSWORD} user=li`],
    ['before a bracket', 'User(name=li, pwd=hunter2)', `User(name=li, pwd=${PASSWORD})`],
    ['in JSON', '{"password": "hun\\"ter2", "n": 1}', `{"password": "${PASSWORD}", "n": 1}`],
    [
      'in JSON in JSON',
      '"{\\"passwd\\":\\"hunter2\\",\\"n\\":1}"',
      `"{\\"passwd\\":\\"${PASSWORD}\\",\\"n\\":1}"`,
    ],
    ['in JSON that is cut off', '{"n":1,"password":"hunt', `{"n":1,"password":"${PASSWORD}`],
    ['in YAML', '  dbPassword: hunter2', `  dbPassword: ${PASSWORD}`],
    ['in Ruby', '{:password=>"hunter2"}', `{:password=>"${PASSWORD}"}`],
    ['in XML', '<a><Password>hunter2</Password></a>', `<a><Password>${PASSWORD}</Password></a>`],
    ['in a query', 'GET /in?u=li&password=hunter2&n=1', `GET /in?u=li&password=${PASSWORD}&n=1`],
    ['in an encoded form', 'u%3Dli%26password%3Dhunter2%26n%3D1', `u%3Dli%26password%3D${PASSWORD}%26n%3D1`],
    ['behind a flag', 'run --password hunter2 --now', `run --password ${PASSWORD} --now`],
    ['behind a short flag', 'mysql -uroot -phunter2 crm', `mysql -uroot -p${PASSWORD} crm`],
    ['of curl', 'curl -u li:hunter2 https://x', `curl -u li:${PASSWORD} https://x`],
    ['in SQL', "IDENTIFIED BY 'hunter2';", `IDENTIFIED BY '${PASSWORD}';`],
    ["of SQL's own", "SET PASSWORD = PASSWORD('hunter2')", `SET PASSWORD = PASSWORD('${PASSWORD}')`],
    [
      'in rows of SQL',
      "INSERT INTO users (name, password) VALUES ('li', 'hunter2'), ('ma', 'it''s, me')",
      `INSERT INTO users (name, password) VALUES ('li', '${PASSWORD}'), ('ma', '${PASSWORD}')`,
    ],
    [
      'in JSON in HTML',
      '{&quot;password&quot;:&quot;a&amp;b&quot;,&quot;n&quot;:1}',
      `{&quot;password&quot;:&quot;${PASSWORD}&quot;,&quot;n&quot;:1}`,
    ],
    [
      'in JSON in a URL',
      '%7B%22password%22%3A%22hunter2%22%2C%22n%22%3A1%7D',
      `%7B%22password%22%3A%22${PASSWORD}%22%2C%22n%22%3A1%7D`,
    ],
    [
      'with its quotes escaped',
      '\\u0022password\\u0022:\\u0022hunter2\\u0022',
      `\\u0022password\\u0022:\\u0022${PASSWORD}\\u0022`,
    ],
    ['in Python', "{'password': u'hunter2'}", `{'password': u'${PASSWORD}'}`],
    ['within a call', 'password=SecretStr("hunter2")', `password=SecretStr("${PASSWORD}")`],
    ['in PHP', '["password"]=> string(7) "hunter2"', `["password"]=> string(7) "${PASSWORD}"`],
    [
      'in an attribute',
      '<add name="db.password" value="hunter2"/>',
      `<add name="db.password" value="${PASSWORD}"/>`,
    ],
    ['in arguments', '["--password", "hunter2", "-v"]', `["--password", "${PASSWORD}", "-v"]`],
    ['of a database shell', "mongosh -u li -p 'hunter2'", `mongosh -u li -p '${PASSWORD}'`],
    ['before its program', "echo 'hunter2' | sudo -S ls", `echo '${PASSWORD}' | sudo -S ls`],
    ['of Windows', 'net use x: /user:li hunter2', `net use x: /user:li ${PASSWORD}`],
    ['of Redis', '"AUTH" "li" "hunter2"', `"AUTH" "li" "${PASSWORD}"`],
    ['of IMAP', 'a1 LOGIN li hunter2', `a1 LOGIN li ${PASSWORD}`],
    [
      'in a part of a form',
      'name=\\"password\\"\\r\\n\\r\\nhunter2\\r\\n--b',
      `name=\\"password\\"\\r\\n\\r\\n${PASSWORD}\\r\\n--b`,
    ],
    ['that is said for somebody', 'password for li is hunter2', `password for li is ${PASSWORD}`],
    ['in a URL', 'redis://li:hunter2@cache:6379/0', `redis://li:${PASSWORD}@cache:6379/0`],
    ['with an @ in a URL', 'pg://li:hunt@er2@db/crm', `pg://li:${PASSWORD}@db/crm`],
    ['with a slash in a URL', 'pg://li:hunt/er2@db/crm', `pg://li:${PASSWORD}@db/crm`],
    ['in a DSN of Go', 'li:hunter2@tcp(db:3306)/crm', `li:${PASSWORD}@tcp(db:3306)/crm`],
    ['for Oracle', 'jdbc:oracle:thin:li/hunter2@db:1521', `jdbc:oracle:thin:li/${PASSWORD}@db:1521`],
    ['for ODBC', 'UID=sa;PWD=hunter2;Encrypt=yes', `UID=sa;PWD=${PASSWORD};Encrypt=yes`],
    ['in Chinese', '用户：li，密码：hunter2，来源：web', `用户：li，密码：${PASSWORD}，来源：web`],
    ['that is said', 'the password is hunter2', `the password is ${PASSWORD}`],
    ['as a hash', `h=$2b$12$${'a1'.repeat(26)}b.`, `h=${PASSWORD}.`],
  ])('is taken out %s', (_, before, after) => {
    expect(one(before)).toBe(after);
  });

  it.each([
    'pam_unix(passwd:chauthtok): password changed for li',
    'passwd: pam_unix(passwd:chauthtok): password changed for li',
    '~ password = (sensitive value)',
    'INSERT INTO users (name, password) VALUES (?, ?)',
    'docker run --name mongo -p 27017:27017 mongo',
    'node1 LOGIN li failed from 10.0.0.1',
    'echo $SECRET | docker login --password-stdin',
    '["--password", "--verbose"]',
    'net use x: /user:li /persistent:yes',
  ])('is not in %s', (line) => {
    expect(one(line)).toBe(line);
  });

  it('stands under the name of its kind even where it looks like a token', () => {
    expect(one(`password=gh${'p'}_${'a1'.repeat(18)}!`)).toBe(`password=${PASSWORD}`);
  });
});

describe('a header', () => {
  it.each([
    ['Authorization: Basic bGk6aHVudGVyMg==', 'Authorization: Basic [redacted: credentials]'],
    ['{"authorization":"Bearer abc.def-1"}', '{"authorization":"Bearer [redacted: credentials]"}'],
    ['sent Bearer abcdefgh1234', 'sent Bearer [redacted: credentials]'],
    ['Authorization: Digest a="b", response="c"', 'Authorization: Digest [redacted: credentials]'],
    [
      `Authorization: SDK-HMAC-SHA256 Access=${AK}, SignedHeaders=host, Signature=${'ab'.repeat(32)}`,
      'Authorization: SDK-HMAC-SHA256 [redacted: credentials]',
    ],
    ['Cookie: a=b; c=d', 'Cookie: [redacted: cookie]'],
    ['"cookie":"a=b; c=d","n":1', '"cookie":"[redacted: cookie]","n":1'],
    ['Set-Cookie: a=b; Path=/; HttpOnly', 'Set-Cookie: a=[redacted: cookie]; Path=/; HttpOnly'],
    ['Set-Cookie: a="b"; Path=/', 'Set-Cookie: a="[redacted: cookie]"; Path=/'],
    ['Set-Cookie: lang=en; Path=/', 'Set-Cookie: lang=en; Path=/'],
    ["cookies={'a': 'b', 'c': 'd'} n=1", 'cookies={[redacted: cookie]} n=1'],
    ['curl -b "a=b; c=d" https://x', 'curl -b "[redacted: cookie]" https://x'],
  ])('gives away nothing: %s', (before, after) => {
    expect(one(before)).toBe(after);
  });
});

describe('other secrets', () => {
  it.each([
    [`ak=${AK}, sk=${SK}`, 'ak=[redacted: cloud key], sk=[redacted: cloud key]'],
    [`X-Auth-Token: ${SK}`, 'X-Auth-Token: [redacted: token]'],
    [`api key: ${SK}`, 'api key: [redacted: token]'],
    [`获取 token 成功: ${SK}`, '获取 token 成功: [redacted: token]'],
    [`"AKIA${'A1'.repeat(8)}", "${SK}"`, '"[redacted: cloud key]", "[redacted: cloud key]"'],
    [`for SK${'a1'.repeat(16)} created`, 'for [redacted: token] created'],
    [`GET /in?code=${SK}&state=x`, 'GET /in?code=[redacted: one-time code]&state=x'],
    [`x-amz-signature=${'ab'.repeat(32)}`, 'x-amz-signature=[redacted: signature]'],
    ['您的验证码：482913，5分钟内有效', '您的验证码：[redacted: one-time code]，5分钟内有效'],
    [
      `https://hooks.slack.com/${'services'}/T1/B2/c3`,
      'https://hooks.slack.com/services/[redacted: webhook]',
    ],
    ['paid with 4111 1111 1111 1111.', 'paid with [redacted: card number].'],
    ['idNo 11010519491231002X', 'idNo [redacted: national id]'],
    ['HKID A123456(3), NRIC S1234567D', 'HKID [redacted: national id], NRIC [redacted: national id]'],
    ['ssn: 219-09-9999', 'ssn: [redacted: national id]'],
  ])('are taken out of %s', (before, after) => {
    expect(one(before)).toBe(after);
  });

  it.each([
    ['whose check digit is wrong', '4111111111111112 110105194912310021 A123456(4) S1234567A'],
    ['that is no date', '110105194913310026'],
    ['of no known issuer', '9111111111111111'],
    ['with a fraction', '0.4111111111111111'],
    ['that numbers something', 'order_id=4111111111111111'],
    ['as the code of an answer', 'GET /in?code=INSUFFICIENT_FUNDS_FOR_ORDER&state=x'],
  ])('are no number %s', (_, line) => {
    expect(one(line)).toBe(line);
  });
});

describe('what identifies a person or a machine', () => {
  const LINE = 'call +86 13812345678 or li@example.com from 203.0.113.7 or 2001:db8::1, v1.2.3.4.5';

  it('stays unless a policy asks for it', () => {
    expect(one(LINE)).toBe(LINE);
  });

  it.each<[OptionalKind, string]>([
    ['phone number', LINE.replace('+86 13812345678', '[redacted: phone number]')],
    ['e-mail address', LINE.replace('li@example.com', '[redacted: e-mail address]')],
    ['IP address', LINE.replace(/203\S+|2001[^,]+/g, '[redacted: IP address]')],
  ])('is taken out as %s', (kind, expected) => {
    expect(redact([LINE], { also: [kind] }).lines).toEqual([expected]);
  });
});

describe('redacted text', () => {
  it('holds no half of a character', () => {
    expect(one('",\\"password\\":\\"u𐀀"')).toBe('",\\"password\\":\\"[redacted: password]"');
  });

  it('has a type that other text has not', () => {
    expectTypeOf(redact(['x']).lines).items.toEqualTypeOf<Redacted>();
    expectTypeOf<Redacted>().toExtend<string>();
    expectTypeOf<string>().not.toExtend<Redacted>();
  });
});
