import { type Case, Random } from './corpus.ts';
import { host, ip, iso, java, many, one, strong, urlSafe, weak } from './corpus-b-words.ts';

const r = new Random(0xb05);
const storageKey = () => `${r.base64(86)}==`;

/** Keys of clouds, and how services reach databases and queues. */
export const CLOUDS: readonly Case[] = [
  one(
    'AWS access key',
    `AKIA${r.upper(16)}`,
    (v) => `${iso(r)} ERROR InvalidClientTokenId for ${v} in eu-west-1`,
  ),
  one('AWS access key', `ASIA${r.upper(16)}`, (v) => `{"accessKeyId":"${v}","eventName":"AssumeRole"}`),
  one('AWS secret key', r.base64(40), (v) => `AWS_SECRET_ACCESS_KEY=${v}`),
  one('AWS secret key', r.base64(40), (v) => `aws_secret_access_key = ${v}`),
  one(
    'AWS secret key',
    r.base64(40),
    (v) => `{"Credentials":{"SecretAccessKey":"${v}","Expiration":"${iso(r)}"}}`,
  ),
  one('AWS session token', r.base64(180), (v) => `SessionToken: '${v}',`),
  one('AWS session token', r.base64(160), (v) => `export AWS_SESSION_TOKEN=${v}`),
  many('AWS secret key', [`AKIA${r.upper(16)}`, r.base64(40)], (id, secret) => [
    `boto3.client("s3", aws_access_key_id="${id}", aws_secret_access_key="${secret}")`,
  ]),
  one(
    'Google API key',
    `AIza${r.base64url(35)}`,
    (v) => `GET https://maps.googleapis.com/maps/api/geocode/json?key=${v}`,
  ),
  one('Google API key', `AIza${r.base64url(35)}`, (v) => `gapi error 403: key ${v} is not allowed`),
  one('Google OAuth', `ya29.${r.base64url(120)}`, (v) => `using cached credential ${v} (exp 3599s)`),
  one('Google OAuth', `GOCSPX-${r.base64url(28)}`, (v) => `{"web":{"client_secret":"${v}"}}`),
  one('Google OAuth', `1//0${r.base64url(60)}`, (v) => `refresh_token: "${v}"`),
  one(
    'Azure key',
    storageKey(),
    (v) => `DefaultEndpointsProtocol=https;AccountName=logs;AccountKey=${v};EndpointSuffix=x`,
  ),
  one(
    'Azure key',
    `${r.base64(43)}=`,
    (v) => `Endpoint=sb://q.servicebus.windows.net/;SharedAccessKeyName=root;SharedAccessKey=${v}`,
  ),
  one(
    'Azure key',
    `${r.base64(42)}%3D`,
    (v) => `PUT https://a.blob.core.windows.net/c/f?sv=2024-11-04&sp=rw&sig=${v}`,
  ),
  one(
    'Azure key',
    `${r.alphanumeric(3)}8Q~${r.base64url(34)}`,
    (v) => `AADSTS7000215: invalid client secret ${v}`,
  ),
  one('Azure key', storageKey(), (v) => `AZURE_STORAGE_KEY="${v}"`),
  one('Alibaba key', `LTAI5t${r.alphanumeric(18)}`, (v) => `oss: InvalidAccessKeyId ${v} cn-hangzhou`),
  one('Alibaba key', r.alphanumeric(30), (v) => `ALIBABA_CLOUD_ACCESS_KEY_SECRET=${v}`),
  one('Alibaba key', r.alphanumeric(30), (v) => `aliyun.oss.accessKeySecret: ${v}`),
  many('Alibaba key', [`LTAI5t${r.alphanumeric(18)}`, r.alphanumeric(30)], (id, secret) => [
    `new OSSClient(endpoint, "${id}", "${secret}")`,
  ]),
  one(
    'Tencent key',
    `AKID${r.alphanumeric(32)}`,
    (v) => `[TencentCloudSDKException] AuthFailure secretId ${v}`,
  ),
  one(
    'Tencent key',
    r.alphanumeric(32),
    (v) => `cos client: {SecretId: x, SecretKey: ${v}, Region: ap-guangzhou}`,
  ),
  one('Tencent key', r.alphanumeric(32), (v) => `TENCENTCLOUD_SECRET_KEY=${v}`),
  one('Huawei AK/SK', r.alphanumeric(40), (v) => `HUAWEICLOUD_SDK_SK=${v}`),
  one(
    'Huawei AK/SK',
    r.alphanumeric(40),
    (v) => `{"credential":{"access":"${r.upper(20)}","secret":"${v}"}}`,
  ),
  one('Huawei AK/SK', r.alphanumeric(40), (v) => `obs.sk=${v} obs.endpoint=obs.cn-north-4.myhuaweicloud.com`),
  one('Huawei AK/SK', r.upper(20), (v) => `BasicCredentials{ak=${v}, projectId=${r.hex(32)}}`),
  one('Huawei AK/SK', r.alphanumeric(40), (v) => `OBS 上传失败，ak=x，sk=${v}`),
  one('Huawei AK/SK', r.alphanumeric(40), (v) => `hcloud configure set --cli-secret-key=${v}`),
  one('Huawei IAM token', `MII${r.base64(900)}`, (v) => `X-Subject-Token: ${v}`),
  one('Huawei IAM token', `MII${r.base64(700)}`, (v) => `"x-auth-token":"${v}"`),
  one('Huawei IAM token', `MII${r.base64(500)}`, (v) => `${java(r)} INFO 获取 IAM Token 成功: ${v}`),
  one('Huawei IAM token', r.base64(300), (v) => `{"securitytoken":"${v}","expires_at":"${iso(r)}"}`),
  // Connection strings
  one('postgres', urlSafe(r), (v) => `DATABASE_URL=postgres://app:${v}@${host(r)}:5432/app?sslmode=require`),
  one(
    'postgres',
    strong(r).replaceAll('%', '.'),
    (v) => `sqlalchemy.exc.OperationalError: postgresql+psycopg2://app:${v}@db/app`,
  ),
  one(
    'postgres',
    weak(r),
    (v) => `dial: host=db port=5432 user=app password=${v} dbname=app sslmode=disable`,
  ),
  one(
    'postgres',
    urlSafe(r),
    (v) => `PrismaClientInitializationError: invalid url "postgresql://u:${v}@db:5432/x?schema=public"`,
  ),
  one('jdbc', weak(r), (v) => `jdbc:mysql://${host(r)}:3306/shop?user=root&password=${v}&useSSL=false`),
  one(
    'jdbc',
    strong(r),
    (v) => `jdbc:sqlserver://${host(r)}:1433;databaseName=erp;user=sa;password=${v};encrypt=true`,
  ),
  one(
    'jdbc',
    r.alphanumeric(14),
    (v) => `Cannot create PoolableConnection (jdbc:oracle:thin:scott/${v}@//${host(r)}:1521/ORCL)`,
  ),
  one('jdbc', urlSafe(r), (v) => `url='jdbc:postgresql://app:${v}@${host(r)}/ledger'`),
  one(
    'mysql',
    `${r.alphanumeric(6)}@${r.digits(4)}`,
    (v) => `gorm open root:${v}@tcp(${ip(r)}:3306)/app?charset=utf8mb4`,
  ),
  one('mysql', urlSafe(r), (v) => `mysql+pymysql://root:${v}@${host(r)}:3306/app`),
  one('mysql', weak(r), (v) => `Server=${host(r)};Database=erp;Uid=sa;Pwd=${v};Pooling=true`),
  one(
    'mongodb',
    urlSafe(r),
    (v) => `MongoServerSelectionError: mongodb://admin:${v}@m0:27017,m1:27017/?replicaSet=rs0`,
  ),
  one('mongodb', urlSafe(r), (v) => `{"uri":"mongodb+srv://app:${v}@c0.internal/shop?w=majority"}`),
  one('amqp', urlSafe(r), (v) => `pika connecting to amqp://guest:${v}@${host(r)}:5672/%2Fprod`),
  one('amqp', urlSafe(r), (v) => `celery broker: amqps://celery:${v}@${ip(r)}//`),
  one('redis', urlSafe(r), (v) => `Error 111 connecting to redis://:${v}@${host(r)}:6379/0.`),
  one('redis', urlSafe(r), (v) => `rediss://default:${v}@${host(r)}:6380`),
  one('redis', r.alphanumeric(20), (v) => `${host(r)}:6380,password=${v},ssl=True,abortConnect=False`),
  one(
    'redis',
    r.alphanumeric(16),
    (v) => `redisson config: {"singleServerConfig":{"password":"${v}","address":"redis://c"}}`,
  ),
];
