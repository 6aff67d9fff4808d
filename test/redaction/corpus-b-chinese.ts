import { type Case, Random } from './corpus.ts';
import { card, host, ip, iso, java, many, one, residentId, strong, user, weak } from './corpus-b-words.ts';

const r = new Random(0xb02);

/** What a Chinese line gives away, and the numbers of cards and people in any. */
export const CHINESE: readonly Case[] = [
  one(
    'password in Chinese',
    weak(r),
    (v) => `${java(r)} INFO 用户登录，用户名：${user(r)}，密码：${v}，来源 ${ip(r)}`,
  ),
  one('password in Chinese', strong(r), (v) => `数据库连接参数 [主机=${host(r)}] [密码=${v}]`),
  one('password in Chinese', r.password(), (v) => `为用户 ${user(r)} 重置密码成功，新密码为：${v}`),
  one('password in Chinese', weak(r), (v) => `初始密码: ${v}，请尽快修改`),
  one('password in Chinese', r.alphanumeric(12), (v) => `登录口令=${v} 校验失败`),
  one('password in Chinese', r.alphanumeric(14), (v) => `{"用户名":"${user(r)}","密码":"${v}"}`),
  one('password in Chinese', weak(r), (v) => `管理员密码是${v}，已写入配置`),
  one('password in Chinese', strong(r), (v) => `旧密码【${v}】不正确`),
  one('token in Chinese', r.alphanumeric(32), (v) => `${iso(r)} 刷新令牌成功，令牌：${v}`),
  one('token in Chinese', r.hex(32), (v) => `调用第三方接口，应用密钥=${v}，耗时 35ms`),
  one('token in Chinese', r.hex(40), (v) => `获取token成功：token=${v}，有效期7200秒`),
  one('token in Chinese', r.alphanumeric(40), (v) => `访问密钥（SK）：${v}`),
  one('token in Chinese', r.base64url(32), (v) => `签名密钥 ${v} 已加载`),
  one('one-time code', r.digits(6), (v) => `短信发送成功，验证码：${v}，5分钟内有效`),
  one('one-time code', r.digits(6), (v) => `[sms] to=+86138****0001 template=LOGIN otp=${v}`),
  one('one-time code', r.digits(6), (v) => `{"event":"2fa","verification_code":"${v}","channel":"sms"}`),
  one('resident id', residentId(r), (v) => `实名认证请求：姓名=张三，身份证号=${v}`),
  one('resident id', residentId(r), (v) => `{"name":"李娜","idCard":"${v}","result":"PASS"}`),
  one('resident id', residentId(r), (v) => `${java(r)} WARN 身份证 ${v} 校验未通过`),
  one('resident id', residentId(r), (v) => `insert into customer(id_no, city) values ('${v}', '深圳')`),
  one('resident id', residentId(r).replace('X', 'x'), (v) => `GET /kyc/check?idNo=${v}&lang=zh 200 15ms`),
  one('resident id', residentId(r), (v) => `Customer(name=Wang Fang, cert=${v}, level=2)`),
  one('card number', card(r, '4', 16), (v) => `${iso(r)} INFO charge card=${v} amount=129.00 CNY`),
  one('card number', card(r, '51', 16), (v) => `{"payment":{"pan":"${v}","exp":"11/29"},"ok":true}`),
  one('card number', card(r, '37', 15), (v) => `amex declined ${v} code=51`),
  one('card number', card(r, '622588', 16), (v) => `绑卡成功，银行卡号：${v}`),
  one('card number', card(r, '621700', 19), (v) => `付款账户 ${v} 余额不足`),
  one('card number', card(r, '6011', 16), (v) => `cardNumber='${v}', brand='DISCOVER'`),
  one('card number', card(r, '4', 16).replace(/(.{4})(?=.)/g, '$1 '), (v) => `receipt for card ${v} printed`),
  one(
    'card number',
    card(r, '55', 16).replace(/(.{4})(?=.)/g, '$1-'),
    (v) => `user typed "${v}" in field note`,
  ),
  one('card number', card(r, '352', 16), (v) => `POST /pay body=amount=10&cc=${v}&cur=JPY`),
  one('card number', card(r, '4', 16), (v) => `java.lang.IllegalStateException: duplicate charge for ${v}`),
  many('card with its code', [card(r, '4', 16), r.digits(3)], (pan, code) => [
    `{"card_number":"${pan}","cvv":"${code}","holder":"A B"}`,
  ]),
];
