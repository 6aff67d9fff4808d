import { MARK_START } from './kinds.ts';

/**
 * What a value must look like to be a secret.
 *
 * - `any`: whatever is no placeholder and no word of a message
 * - `some`: six characters of such
 * - `mixed`: five characters, of which some are letters and some are not
 * - `random`: what nobody would say, count or name a thing
 * - `long`: 16 characters of base64, hex or the like
 * - `phrase`: words
 * - `code`: three to ten digits and letters, a digit among them
 * - `digits`: six digits or more
 *
 * The rest are headers, which headers.ts reads.
 */
export type Need =
  | 'any'
  | 'some'
  | 'mixed'
  | 'random'
  | 'long'
  | 'phrase'
  | 'code'
  | 'digits'
  | 'header'
  | 'cookies'
  | 'set-cookie';

/** Longer than this, a value is never a word. It also bounds what is looked at in vain. */
export const LONGEST_HARMLESS = 128;

/** Values that say that there is none, or that it is elsewhere: `null`, `****`, `<secret>`, `${VAR}`, `%s`. */
const PLACEHOLDER =
  /^(?:null|nil|none|undefined|true|false|yes|no|on|off|n\/a|empty|unset|string|object|\[?hidden\]?|\[?masked\]?|\[?filtered\]?|\[?redacted\]?|\[?protected\]?|\[?removed\]?|[*•·.xX#?_-]+|<[^<>]*>|\$\([^()]*\)|\$[A-Z_]+|\{\w*\}|%[sdv@]|%\w+%|\?+|:\w+|(?:\{\{|\$\{|<%|%\{).*|env\..*|vault:.*|arn:.*)$/i;

/** What messages say of a secret. */
const SAID =
  /^(?:is|was|are|be|been|has|have|had|must|may|can|cannot|should|will|would|not|no|for|from|of|to|in|on|at|by|with|and|or|but|if|the|a|an|too|invalid|incorrect|wrong|bad|missing|required|expired|expires|expiring|valid|ok|okay|failed|failure|fail|success|successful|succeeded|error|mismatch|changed|updated|reset|rotated|revoked|refreshed|renewed|accepted|rejected|denied|correct|matched|matches|verified|unverified|validated|found|provided|set|sent|received|created|deleted|generated|issued|loaded|loading|cached|used|unused|unknown|unsupported|blank|short|long|weak|strong|enabled|disabled|authentication|authenticated|auth|login|user|username|account|policy|check|checking|checks|field|value|input|prompt|please|enter|type|unable|could|does|did|never|pending|skipped|present|absent|stored|sensitive|known|chauthtok|setcred|plain|hashed|encrypted|rotation|length|malformed|already|only|password|token|secret|key)$/i;

/** The same in quotes, where a password may be a word. */
const SAID_IN_QUOTES =
  /^(?:invalid|incorrect|wrong|missing|required|expired|mismatch|failed|(?:is|must|can't|cannot|should|may|has|does|too) .*)$/i;

/** Code that a log quotes: `token = jwt.sign(…`. A password may have a bracket in it. */
const CALL = /^[A-Za-z_$][A-Za-z_$.]*\(/;
const CALL_ONLY = /^(?:[a-z][A-Za-z_$.]*\(\)?|pam_\w{1,32}\([\w-]{1,32}:\w{1,32}\))$/;

export function isSecret(value: string, need: Need, isQuoted: boolean): boolean {
  if (value === '' || value.startsWith(MARK_START)) return false;
  if (value.length > LONGEST_HARMLESS) return need !== 'code' && need !== 'digits';
  if (PLACEHOLDER.test(value) || value.includes('****')) return false;
  return !(isQuoted ? SAID_IN_QUOTES.test(value) : isMessage(value, need)) && FITS[need](value);
}

/** What is not quoted may be the message that goes on, in English or Chinese, or code. */
function isMessage(value: string, need: Need): boolean {
  if (/^[\u4e00-\u9fff]/.test(value) || SAID.test(value.replace(/[,.;:!]+$/, ''))) return true;
  return (need === 'any' ? CALL_ONLY : CALL).test(value);
}

const FITS: Readonly<Record<Need, (value: string) => boolean>> = {
  any: (value) => !isPath(value) && /[A-Za-z0-9]|[\u0021-\u007e]{3}/.test(value),
  some: (value) =>
    value.length >= 6 && !isPath(value) && !/^\d{1,9}$/.test(value) && /[\u0021-\u007e]/.test(value),
  mixed: (value) =>
    value.length >= 5 && !isPath(value) && /[A-Za-z]/.test(value) && /[\d!@#$%^&*+?]/.test(value),
  random: isRandom,
  long: (value) => /^[\w+/=.%:~-]{16,}$/.test(value) && isRandom(value),
  code: (value) => /^(?=[A-Za-z-]*\d)[A-Za-z\d-]{3,10}$/.test(value),
  digits: (value) => /^\D{0,3}(?:\d[ -]?){5,}[\dXx*]/.test(value),
  phrase: (value) => value.length >= 6,
  header: () => true,
  cookies: () => true,
  'set-cookie': () => true,
};

/** PWD is also the directory that a process works in. */
function isPath(value: string): boolean {
  return /^(?:\/(?:[\w.-]+(?:\/|$)|$)|~\/|[A-Z]:\\|\.\.?\/|file:)/.test(value) && !/[!@#$%^&*]/.test(value);
}

/** `default-token-x7k2p`, `kube-system/crm-2`: what things are called. */
const NAME = /^[a-z0-9]{1,12}(?:[-./:][a-z0-9]{1,12})+$/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** At least eight characters that are neither a number, a date, a path, an address nor words. */
function isRandom(value: string): boolean {
  if (value.length < 8 || isPath(value) || !/^[\u0021-\u007e]+$/.test(value)) return false;
  if (/^[\d.,:+-]*$/.test(value) && value.length < 20) return false;
  if (/^(?:\w+:\/\/|\d{4}-\d\d-\d\d)/.test(value)) return false;
  if (NAME.test(value) && !UUID.test(value)) return false;
  if (/^[A-Za-z]+(?:[-_./:][A-Za-z]+)*$/.test(value)) return /^[A-Za-z]{16,}$/.test(value);
  return true;
}
