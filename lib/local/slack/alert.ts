import { withIds } from './blocks/interactive.ts';
import { ALERT_CHANNEL } from './channels.ts';
import type { Context } from './context.ts';
import type { JsonObject } from './json.ts';
import type { Language } from './people.ts';

/** What an alert names beside its title. */
export interface Alert {
  /** Milliseconds. */
  readonly since: number;
  /** As `group/stream`. */
  readonly stream: string;
  readonly host: string;
  /** The trace id of one request that failed. */
  readonly trace: string;
}

const WORDS = {
  en: {
    title: 'checkout-api: 5xx answers above 5 % for 5 minutes',
    since: 'Since',
    stream: 'Stream',
    host: 'Host',
    trace: 'Example',
  },
  zh: {
    title: 'checkout-api：5xx 响应超过 5 %，已持续 5 分钟',
    since: '开始于',
    stream: '日志流',
    host: '主机',
    trace: '示例请求',
  },
} as const;

/** What a shift begins with: a monitoring bot's message, to start looking from. */
export function postAlert({ directory, messages }: Context, language: Language, alert?: Alert): void {
  const { title } = WORDS[language];
  const fields = alert === undefined ? {} : { fields: fieldsOf(alert, language) };
  const text = { type: 'mrkdwn', text: `*[FIRING] ${title}*` };
  const blocks = withIds([{ type: 'section', text, ...fields }]);
  messages.post({
    text: `[FIRING] ${title}`,
    blocks,
    channel: ALERT_CHANNEL,
    from: directory.monitor.userId,
  });
}

function fieldsOf({ since, stream, host, trace }: Alert, language: Language): JsonObject[] {
  const words = WORDS[language];
  const at = `<!date^${Math.floor(since / 1000)}^{time_secs}|${new Date(since).toISOString()}>`;
  const fields = [
    [words.since, at],
    [words.stream, stream],
    [words.host, host],
    [words.trace, `trace=${trace}`],
  ];
  return fields.map(([name, value]) => ({ type: 'mrkdwn', text: `*${name}*\n${value}` }));
}
