/** What a secret is, as its mark names it. The same in every language: it stands within log text, and in exported files. */
export const KINDS = [
  'password',
  'token',
  'cloud key',
  'private key',
  'credentials',
  'cookie',
  'signature',
  'webhook',
  'one-time code',
  'card number',
  'national id',
  'phone number',
  'e-mail address',
  'IP address',
] as const;
export type Kind = (typeof KINDS)[number];

/** Kinds that are looked for only where a policy asks for them: what an engineer on call most often reads a log for. */
export const OPTIONAL_KINDS = [
  'phone number',
  'e-mail address',
  'IP address',
] as const satisfies readonly Kind[];
export type OptionalKind = (typeof OPTIONAL_KINDS)[number];

export const MARK_START = '[redacted: ';

export function markOf(kind: Kind): string {
  return `${MARK_START}${kind}]`;
}
