import type { Kind } from './kinds.ts';
import type { Need } from './needs.ts';

/** What a key says its value is, and what the value must look like to be taken for it. */
export interface KeyMeaning {
  readonly kind: Kind;
  readonly need: Need;
}

/** Where a key that may name a secret can be found. Each alternative is short: every line is scanned for them. */
export const KEY_WORD = new RegExp(
  [
    'pass|pwd|secret|token|key|psk|mnemonic|seed.?phrase|credential|auth|cookie|sess(?:ion)?.?id|connect\\.sid',
    'signature|(?<![a-z])(?:[as]k|sign?|pin|pw)(?![a-z])|\\baccess(?=["\'\\\\])|otp|verif\\w{1,8}[ _-]?code|captcha|one.time.\\w{4,8}|sms.?code|cv[vc]2?',
    'ssn|social.security|id.?card|card.?num|密码|口令|[密秘私]钥|令牌|凭证|[验校]证?码|动态[密口]?[码令]|身份证|证件号|银行卡|卡号',
    // OAuth's, not the one of an answer.
    '(?<=[?&])code(?==(?=[^&\\s]{0,64}\\d)[^&\\s]{20})',
  ].join('|'),
  'gi',
);

const TOKEN: KeyMeaning = { kind: 'token', need: 'random' };
const PASSWORD: KeyMeaning = { kind: 'password', need: 'any' };
const CLOUD_KEY: KeyMeaning = { kind: 'cloud key', need: 'long' };
const CODE: KeyMeaning = { kind: 'one-time code', need: 'code' };
const NATIONAL_ID: KeyMeaning = { kind: 'national id', need: 'digits' };
const CARD: KeyMeaning = { kind: 'card number', need: 'digits' };

/** Of a key in small letters and without punctuation; the first that fits decides. */
const MEANINGS: readonly (readonly [RegExp, KeyMeaning | undefined])[] = [
  [/^(?:proxy|x)?authorization(?:header)?$/, { kind: 'credentials', need: 'header' }],
  [/^(?:http|request)*cookies?$/, { kind: 'cookie', need: 'cookies' }],
  [/^(?:http|response)*setcookie$/, { kind: 'cookie', need: 'set-cookie' }],
  [/(?:jsessionid|phpsessid|aspnetsessionid|connectsid|sessioncookie)$/, { kind: 'cookie', need: 'some' }],
  // What pages through lists, counts, or names a thing.
  [
    /(?:next|prev|previous|page|continuation|cursor|cancellation|sync|resume|start|max|min|num|unexpected)tokens?$/,
    undefined,
  ],
  [
    /(?:public|primary|foreign|cache|partition|sort|routing|unique|idempotency|dedup|object|message)key$/,
    undefined,
  ],
  [/(?:by|com|tres|sur|over|under|encom)pass(?:es)?$/, undefined],
  [
    /(?:access|secret|secretaccess)key(?:id|secret)?$|^access$|^[as]k$|(?:sdk|hw|hwc|cloud|huawei|obs|iam|lts)[as]k$/,
    CLOUD_KEY,
  ],
  [/cv[vc]2?$/, { kind: 'card number', need: 'code' }],
  [/cardnum(?:ber)?$/, CARD],
  [/ssn$|socialsecurity(?:number|no)?$|idcard(?:no|num|number)?$/, NATIONAL_ID],
  [
    /(?:otp|otpcode|onetime(?:password|code|passcode)|verif[a-z]*code|captcha(?:code)?|smscode|pin|pincode)$/,
    CODE,
  ],
  [/^code$/, { kind: 'one-time code', need: 'long' }],
  [/^pass$/, { kind: 'password', need: 'mixed' }],
  [/(?:pass(?:word|wd)?|pwd)(?:hash|md5|digest|sha\d*)$/, { kind: 'password', need: 'long' }],
  [/mnemonic|seedphrase/, { kind: 'private key', need: 'phrase' }],
  [
    /(?:db|user|my|ftp|smtp|imap|mail|mysql|pg|redis|mongo|admin|root|proxy|http|auth|bind|key|store|trust|login)pass$/,
    { kind: 'password', need: 'some' },
  ],
  [
    /(?:pass(?:word|wd|phrase|code|wort)|pwd|^pw|psk|presharedkey)s?(?:value|confirm(?:ation)?|again|repeat|plain(?:text)?|text|string|base64|old|new|\d{1,2})?$/,
    PASSWORD,
  ],
  [/[a-z]secret(?:value|string|\d)?$|^secret(?:value|string|text)$/, { kind: 'token', need: 'some' }],
  [/(?:access|refresh|auth|api|bearer|personal|private|csrf|xsrf)token$/, { kind: 'token', need: 'mixed' }],
  [/secrets?$|tokens?(?:value|secret|header)?$/, TOKEN],
  [
    /(?:api|app|auth|private|encryption|encrypt|signing|shared|sharedaccess|account|storage|master|license|subscription|ssh|webhook|consumer|hmac|aes|des|rsa|jwt|deploy|service|client|session|admin|secret|functions?|integration|instrumentation|data|dd|x)key(?:value|base(?:64)?|\d)?$/,
    TOKEN,
  ],
  [/credentials?$|^(?:basic|http|proxy|x|registry)?auth$/, { kind: 'credentials', need: 'long' }],
  [/signature$|^sign?$/, { kind: 'signature', need: 'long' }],
];

const CHINESE: readonly (readonly [RegExp, KeyMeaning])[] = [
  [/[验校]证?码|动态/, CODE],
  [/密码|口令/, PASSWORD],
  [/身份证|证件号/, NATIONAL_ID],
  [/卡/, CARD],
  [/钥/, { kind: 'token', need: 'some' }],
  [/令牌|凭证/, TOKEN],
];

/** `key` is the whole key; `word` is what KEY_WORD found of it. */
export function meaningOf(key: string, word: string): KeyMeaning | undefined {
  if (word.charCodeAt(0) > 127) return CHINESE.find(([pattern]) => pattern.test(word))?.[1];
  const name = key.toLowerCase().replace(/[^a-z0-9]+/g, '');
  return MEANINGS.find(([pattern]) => pattern.test(name))?.[1];
}
