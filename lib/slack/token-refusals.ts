/** What Slack says to a token that is not, or no longer, good. https://docs.slack.dev/reference/methods/auth.test */
export const TOKEN_REFUSALS: readonly string[] = [
  'invalid_auth',
  'not_authed',
  'token_revoked',
  'token_expired',
  'account_inactive',
];
