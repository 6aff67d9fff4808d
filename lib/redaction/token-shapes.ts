import type { Kind } from './kinds.ts';

/** A token that its first characters give away. */
export interface TokenShape {
  /** The longest prefix that fits decides. */
  readonly prefix: string;
  /** What follows the prefix. Only the last quantifier may be open, so that nothing is tried twice. */
  readonly body: RegExp;
  readonly kind: Kind;
}

const shape = (kind: Kind, body: RegExp, ...prefixes: readonly string[]): readonly TokenShape[] =>
  prefixes.map((prefix) => ({ prefix, kind, body: new RegExp(body.source, 'y') }));

/** Ends where its alphabet does: a longer run of it is something else. */
const exactly = (characters: string, count: number): RegExp =>
  new RegExp(`[${characters}]{${count}}(?![${characters}])`);

// Prefixes as the services document them, and as the push protection of Git hosts knows them:
// https://docs.github.com/en/code-security/reference/secret-security/supported-secret-scanning-patterns
export const TOKEN_SHAPES: readonly TokenShape[] = [
  // https://docs.slack.dev/authentication/tokens
  ...shape('token', /[\w.-]{10,}/, 'xoxa-', 'xoxb-', 'xoxc-', 'xoxd-', 'xoxe-', 'xoxe.', 'xoxo-', 'xoxp-'),
  ...shape('token', /[\w.-]{10,}/, 'xoxr-', 'xoxs-', 'xapp-'),
  // https://github.blog/engineering/behind-githubs-new-authentication-token-formats/
  ...shape('token', /[A-Za-z0-9]{30,}/, 'ghp_', 'gho_', 'ghu_', 'ghr_'),
  ...shape('token', /[\w.-]{30,}/, 'ghs_'),
  ...shape('token', /\w{22,}/, 'github_pat_'),
  // https://docs.gitlab.com/security/tokens/#token-prefixes
  ...shape(
    'token',
    /[\w.-]{16,}/,
    'glpat-',
    'gloas-',
    'gldt-',
    'glrt-',
    'glcbt-',
    'glptt-',
    'glft-',
    'glimt-',
  ),
  ...shape('token', /[\w.-]{16,}/, 'glagent-', 'glsoat-', 'glffct-', 'glwt-'),
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
  ...shape('cloud key', exactly('A-Z0-9', 16), 'AKIA', 'ASIA', 'ABIA', 'ACCA'),
  // Alibaba Cloud and Tencent Cloud.
  ...shape('cloud key', /[A-Za-z0-9]{12,26}(?![A-Za-z0-9])/, 'LTAI'),
  ...shape('cloud key', exactly('A-Za-z0-9', 32), 'AKID'),
  // Google: API keys, OAuth access tokens, client secrets, refresh tokens.
  ...shape('cloud key', /[\w-]{35}/, 'AIza'),
  ...shape('token', /[\w.-]{20,}/, 'ya29.'),
  ...shape('token', /[\w-]{24,}/, 'GOCSPX-'),
  ...shape('token', /[\w-]{30,}/, '1//0', '4/0A'),
  // https://docs.stripe.com/keys
  ...shape('token', /\w{10,}/, 'sk_live_', 'sk_test_', 'rk_live_', 'rk_test_'),
  ...shape('token', /[A-Za-z0-9+/=]{24,}/, 'whsec_'),
  // Package registries.
  ...shape('token', /[A-Za-z0-9]{36,}/, 'npm_'),
  ...shape('token', /[\w-]{50,}/, 'pypi-AgE'),
  ...shape('token', /[0-9a-f]{48}/, 'rubygems_'),
  ...shape('token', exactly('a-z0-9', 43), 'oy2'),
  ...shape('token', /[\w-]{20,}/, 'dckr_pat_', 'dckr_oat_'),
  // Clouds and tools.
  ...shape('token', exactly('0-9a-f', 64), 'dop_v1_', 'doo_v1_', 'dor_v1_'),
  ...shape('token', /[\w-]{16,}\.[\w-]{20,}/, 'SG.'),
  ...shape('token', exactly('0-9a-z', 32), 'key-'),
  ...shape('token', exactly('0-9a-f', 32), 'SK'),
  ...shape('token', /[\w-]{20,}/, 'sq0atp-', 'sq0csp-'),
  ...shape('token', exactly('0-9a-f', 32), 'shpat_', 'shpca_', 'shppa_', 'shpss_'),
  ...shape('token', /[\w-]{20,}/, 'sk-proj-', 'sk-ant-', 'sk-svcacct-', 'sk-or-v1-'),
  ...shape('token', /[A-Za-z0-9]{32,}/, 'sk-'),
  ...shape('token', /[A-Za-z]{34}/, 'hf_'),
  ...shape('token', /[\w-]{24,}/, 'hvs.', 'hvb.', 'hvr.'),
  ...shape('token', /[\w=+/-]{40,}/, 'ATATT3', 'ATCTT3', 'ATBB'),
  ...shape('token', /[A-Za-z0-9]{32,}/, 'lin_api_', 'ntn_'),
  ...shape('token', /[\w.-]{30,}/, 'pscale_tkn_', 'pscale_pw_'),
  ...shape('token', /[0-9a-f]{24}-[0-9a-f]{34}/, 'PMAK-'),
  ...shape('token', /[A-Z0-9]{27}/, 'NRAK-'),
  ...shape('token', /[\w-]{32,}/, 'glsa_', 'glc_'),
  ...shape('token', /[\w=+/]{40,}/, 'sntrys_', 'sntryu_'),
  ...shape('token', /[A-Za-z0-9]{40,44}/, 'dp.pt.', 'dp.st.'),
  ...shape('token', /[0-9a-f]{32}(?:-\d)?/, 'dapi'),
  ...shape('token', /[0-9a-f]{40}/, 'sbp_'),
  ...shape('token', /[\w-]{40,}/, 'figd_'),
  ...shape('private key', /[A-Z0-9]{58}/, 'AGE-SECRET-KEY-1'),
  // JWT and JWE: a header that names its algorithm or type, whole or cut off; else at least two parts.
  ...shape(
    'token',
    /(?:hbGciOi|0eXAiOi|raWQiOi|lbmMiOi|qa3UiOi)[\w-]*(?:\.[\w-]*){0,4}|[\w-]{8,}(?:\.[\w-]{8,}){2,4}/,
    'eyJ',
  ),
  // A token of Huawei Cloud IAM is a signed CMS message: this is the beginning of its ASN.1, in base64.
  ...shape('token', /[\w+/-]{3}YJKoZIhvcNAQcC[\w+/-]{40,}={0,2}/, 'MII'),
  // Hashes of passwords as crypt(3) writes them: what can be guessed offline.
  ...shape('password', /[./A-Za-z0-9]{50,53}/, ...['2a', '2b', '2y'].flatMap((id) => costs(`$${id}$`))),
  ...shape('password', /(?:rounds=\d{1,9}\$)?[./A-Za-z0-9]{1,16}\$[./A-Za-z0-9]{22,86}/, '$1$', '$5$', '$6$'),
  ...shape('password', /[\w$=,.+/-]{30,}/, '$argon2', '$y$'),
];

function costs(start: string): string[] {
  return ['04', '05', '06', '07', '08', '09', '10', '11', '12', '13', '14', '15'].map(
    (cost) => `${start}${cost}$`,
  );
}
