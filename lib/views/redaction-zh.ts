import { grouped } from './grouped.ts';
import type { RedactionWords } from './words.ts';

export const redactionZh: RedactionWords = {
  redacted: (count) => `已脱敏 ${grouped(count)} 处。`,
  revealed: (count) =>
    count === 0
      ? '原文：以下日志中没有需要脱敏的内容。仅您可见。'
      : `原文：以下日志中有 ${grouped(count)} 处平时会脱敏。仅您可见。`,
  reveal: '查看原文',
  notShown: 'Slack 未能以仅您可见的方式显示，因此没有显示原文。请重新执行命令，再点击“查看原文”。',
  title: '敏感信息脱敏',
  summary: '日志在显示或导出之前，其中的敏感信息会被替换：',
  kinds: {
    password: '密码及其哈希值',
    token: '各类服务的令牌和 API 密钥、JWT，以及名为 token 且形似令牌的内容',
    'cloud key': '华为云、AWS、Google Cloud、阿里云和腾讯云的访问密钥',
    'private key': '私钥，包括分成多行的私钥',
    credentials: 'Authorization 请求头中的凭证',
    cookie: 'Cookie 的值',
    signature: '预签名 URL 中的签名',
    webhook: 'Webhook 地址（保留主机名）',
    'one-time code': '一次性验证码',
    'card number': '银行卡号',
    'national id': '身份证件号码，例如中国内地、香港和新加坡的证件号码',
    'phone number': '电话号码',
    'e-mail address': '电子邮件地址',
    'IP address': 'IP 地址',
  },
  limits: '如果敏感信息前后没有可供识别的名称，且与普通文本无异，则无法识别。',
  howToReveal: '“查看原文”仅向您显示一页未脱敏的日志，该操作会被记录。',
};
