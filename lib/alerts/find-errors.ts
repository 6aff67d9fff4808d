/** A class as it stands in stack traces; not its file, and not a method of it. */
const EXCEPTION =
  /(?<![\w.$])(?:[a-z_][\w$]{0,60}\.){0,12}[A-Z][\w$]{1,80}?(?:Exception|Error|Throwable)(?![\w$]|\.\w)/g;
/** Names of the operating system (errno(3)), and Oracle's numbers. */
const CODE =
  /(?<![\w-])(?:E(?:CONN|TIMED|ADDR|HOST|NET|PIPE|NOSPC|MFILE|NOTFOUND|ACCES|AI_)[A-Z]{0,20}|ORA-\d{5})(?![\w-])/g;
const PANIC = /^panic: (.{4,400})/gm;

/** What logs say when something goes wrong, and names of metrics do not. */
const SAYS_SO =
  /error|exception|fail|refused|reset|denied|timed? ?out|unavailable|unreachable|exceeded|exhausted|cannot|could not|unable|invalid|not found|no such|broken|deadlock|out of memory|killed|panic|错误|失败|超时|异常|拒绝|不可用|无法/i;
/** What an alert is called: `[FIRING:1] CheckoutError`, `alertname = CheckoutError`. */
const ALERT_NAME =
  /\[(?:firing|resolved)[^\]\n]{0,40}\] *\S{1,200}|\balert ?name["'*\s]{0,3}[:=]["'*\s]{0,3}[\w-]{1,200}/gi;
/** What is quoted behind these is what somebody called an alert. */
const NAMES_IT =
  /(?:monitor|alarm|alert|alert ?name|rule|policy|condition|incident|summary|description|title|subject|sms_content|规则|策略|告警|名称|摘要)[\s"'`*_:=：]{0,8}$/i;

/** In characters: how far from what is quoted its name may be. */
const BEFORE = 40;

/** Errors in the words of a log: exceptions, codes, and what is quoted. Never the sentences of the alert itself. */
export function findErrors(alert: string): string[] {
  const text = alert.replace(ALERT_NAME, '…');
  const exceptions = Array.from(text.matchAll(EXCEPTION), ([name]) => name);
  const codes = Array.from(text.matchAll(CODE), ([code]) => code);
  const panics = Array.from(text.matchAll(PANIC), ([, what = '']) => what);
  return [...exceptions, ...panics, ...text.split('\n').flatMap(findQuoted), ...codes];
}

/** Quoted sentences of one line. What names it may stand on the line before. */
function findQuoted(line: string, index: number, lines: readonly string[]): string[] {
  return ['"', '`', "'"].flatMap((quote) => {
    const pieces = line.split(quote);
    let before = (lines[index - 1] ?? '').slice(-BEFORE);
    return pieces.filter((piece, at) => {
      const isNamed = NAMES_IT.test(before);
      before = (before + quote + piece).slice(-BEFORE);
      return at % 2 === 1 && at < pieces.length - 1 && !isNamed && isError(piece);
    });
  });
}

function isError(quoted: string): boolean {
  return /\S\s+\S|\p{Script=Han}{4}/u.test(quoted) && /^[\p{L}\p{N}[(]/u.test(quoted) && SAYS_SO.test(quoted);
}
