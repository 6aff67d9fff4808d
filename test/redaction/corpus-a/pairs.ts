import type { Case, Random } from '../corpus.ts';

type Write = (secret: string) => string;

/** Secrets that a key names, in every way in which logs write pairs. */
export function pairCases(random: Random): Case[] {
  const make = (kind: string, secret: () => string, writes: readonly Write[]): Case[] =>
    writes.map((write) => {
      const value = secret();
      return { kind, lines: [write(value)], secrets: [value] };
    });
  return [
    ...make('password', () => random.password(), PASSWORDS),
    ...make('password in Chinese', () => random.password(), CHINESE_PASSWORDS),
    ...make('Huawei Cloud AK', () => random.upper(20), ACCESS_KEYS),
    ...make('Huawei Cloud SK', () => random.alphanumeric(40), SECRET_KEYS),
    ...make('AWS secret access key', () => random.base64(40), AWS_SECRETS),
    ...make('token', () => random.alphanumeric(32), TOKENS),
    ...make('client secret', () => random.base64url(24), CLIENT_SECRETS),
    ...make('one-time code', () => random.digits(6), CODES),
  ];
}

const PASSWORDS: readonly Write[] = [
  (v) => `2026-11-25 10:00:00 INFO connecting user=app password=${v} host=db-1`,
  (v) => `login attempt with password: ${v}`,
  (v) => `{"user":"li","password":"${v}","remember":true}`,
  (v) => `{"msg":"{\\"user\\":\\"li\\",\\"password\\":\\"${v}\\"}","level":"debug"}`,
  (v) => `{'username': 'li', 'passwd': '${v}'}`,
  (v) => `DB_PASSWORD=${v} ./start.sh --fast`,
  (v) => `export PGPASSWORD="${v}"`,
  (v) => `spring.datasource.password=${v}`,
  (v) => `  password: "${v}"`,
  (v) => `  - passphrase: ${v}`,
  (v) => `UserDto(name=li, password=${v}, age=30)`,
  (v) => `User{name='li', pwd='${v}', admin=false}`,
  (v) => `POST /login username=li&password=${v}&next=%2Fhome`,
  (v) => `GET /login?user=li&passwd=${v} HTTP/1.1`,
  (v) => `body: user%3Dli%26password%3D${v}%26next%3Dx`,
  (v) => `running: deploy --user li --password ${v} --verbose`,
  (v) => `running: deploy --db-password=${v} --verbose`,
  (v) => `mysql -h 10.0.0.5 -u root -p${v} orders`,
  (v) => `+ sshpass -p ${v} ssh deploy@10.0.0.7`,
  (v) => `+ curl -s -u admin:${v} https://nexus.example.com/x`,
  (v) => `redis-cli -h cache-1 -a ${v} PING`,
  (v) => `docker login -u cn-north-4@li -p ${v} swr.cn-north-4.myhuaweicloud.com`,
  (v) => `<user><name>li</name><password>${v}</password></user>`,
  (v) => `<wsse:Password Type="#PasswordText">${v}</wsse:Password>`,
  (v) => `Server=sql-1;Database=crm;User Id=sa;Password=${v};Encrypt=true`,
  (v) => `Driver={ODBC Driver 18};Server=sql-1;UID=sa;PWD=${v}`,
  (v) => `jdbc:mysql://db-1:3306/crm?user=crm&password=${v}&useSSL=false`,
  (v) => `jdbc:oracle:thin:scott/${v}@//ora-1:1521/XE`,
  (v) => `postgres://crm:${v}@db-1:5432/crm?sslmode=require`,
  (v) => `Caused by: MongoSocketException: mongodb+srv://crm:${v}@cluster0.example.net/crm`,
  (v) => `amqp://guest:${v}@rabbit-1:5672/%2f refused`,
  (v) => `redis://:${v}@cache-1:6379/0 timed out`,
  (v) => `cloning https://li:${v}@git.example.com/crm.git`,
  (v) => `dsn crm:${v}@tcp(db-1:3306)/crm?parseTime=true`,
  (v) => `CREATE USER 'crm'@'%' IDENTIFIED BY '${v}'`,
  (v) => `ALTER ROLE crm WITH PASSWORD '${v}'`,
  (v) => `java.sql.SQLException: bad login {user=crm, password=${v}}\n\tat com.acme.Db.open(Db.java:12)`,
  (v) => `level=debug msg="bind" dn=cn=admin bind_password="${v}"`,
  (v) => `Parameters: {"email"=>"li@example.com", "password"=>"${v}"}`,
  (v) => `the new password is ${v}`,
  (v) => `env: [{"name":"DB_PASSWORD","value":"${v}"}]`,
  (v) => `{"password":{"value":"${v}","ttl":60}}`,
  (v) => `login crm:${v}@db-1.example.com:5432 refused`,
];

const CHINESE_PASSWORDS: readonly Write[] = [
  (v) => `用户登录，用户名：li，密码：${v}，来源：web`,
  (v) => `初始密码为 ${v}`,
  (v) => `数据库连接失败 用户=crm 密码=${v}`,
  (v) => `{"用户":"li","密码":"${v}"}`,
  (v) => `【告警】口令: ${v}`,
  (v) => `账号li密码${v}，请修改`,
];

const ACCESS_KEYS: readonly Write[] = [
  (v) => `obs client ak=${v} region=cn-north-4`,
  (v) => `{"access_key":"${v}","project":"p1"}`,
  (v) => `HUAWEICLOUD_SDK_AK=${v}`,
  (v) => `X-Project-Id: 0605767b5780d5762fc5c0118072a564 AccessKeyId: ${v}`,
  (v) =>
    `Authorization: SDK-HMAC-SHA256 Access=${v}, SignedHeaders=host;x-sdk-date, Signature=${'ab12'.repeat(16)}`,
  (v) => `访问密钥：${v}`,
];

const SECRET_KEYS: readonly Write[] = [
  (v) => `obs client sk=${v} region=cn-north-4`,
  (v) => `{"secret_key": "${v}", "project": "p1"}`,
  (v) => `HUAWEICLOUD_SDK_SK=${v}`,
  (v) => `secretAccessKey: ${v}`,
  (v) => `cloud:\n  secretKey: ${v}\n  region: cn-east-3`,
];

const AWS_SECRETS: readonly Write[] = [
  (v) => `aws_secret_access_key = ${v}`,
  (v) => `AWS_SECRET_ACCESS_KEY=${v} aws s3 ls`,
  (v) => `{"SecretAccessKey":"${v}","Expiration":"2026-11-25T11:00:00Z"}`,
];

const TOKENS: readonly Write[] = [
  (v) => `calling api token=${v}`,
  (v) => `{"access_token":"${v}","token_type":"bearer","expires_in":3600}`,
  (v) => `X-Auth-Token: ${v}`,
  (v) => `> X-Subject-Token: ${v}`,
  (v) => `> x-api-key: ${v}`,
  (v) => `Authorization: Bearer ${v}`,
  (v) => `{"headers":{"authorization":"Bearer ${v}","accept":"*/*"}}`,
  (v) => `headers=[authorization:[Bearer ${v}], accept:[*/*]]`,
  (v) => `sending with Bearer ${v}`,
  (v) => `GET /cb?refresh_token=${v}&state=1`,
  (v) => `//registry.example.com/:_authToken=${v}`,
  (v) => `令牌：${v}`,
  (v) => `DefaultEndpointsProtocol=https;AccountName=a;AccountKey=${v};EndpointSuffix=core.windows.net`,
  (v) => `GET /c/f?sv=2024-11-04&se=2026-12-01&sr=b&sig=${v}`,
  (v) => `GET /b/o?AccessKeyId=x&Expires=1764000000&Signature=${v}`,
];

const CLIENT_SECRETS: readonly Write[] = [
  (v) => `grant_type=client_credentials&client_id=crm&client_secret=${v}`,
  (v) => `{"appId":"wx01","appSecret":"${v}"}`,
  (v) => `oauth.client-secret: ${v}`,
];

const CODES: readonly Write[] = [
  (v) => `sms sent to user 17: otp=${v}`,
  (v) => `【华为云】您的验证码：${v}，5分钟内有效`,
  (v) => `您的动态密码为 ${v}，请勿泄露`,
  (v) => `短信验证码【${v}】已发送`,
  (v) => `{"verification_code":"${v}","channel":"sms"}`,
];
