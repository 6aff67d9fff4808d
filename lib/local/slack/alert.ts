import { withIds } from './blocks/interactive.ts';
import { ALERT_CHANNEL } from './channels.ts';
import type { Context } from './context.ts';
import type { Language } from './people.ts';

const ALERTS = {
  en: 'checkout-api: 5xx answers above 5 % for 5 minutes',
  zh: 'checkout-api：5xx 响应超过 5 %，已持续 5 分钟',
} as const;

/** What a shift begins with: a monitoring bot's message, to start looking from. */
export function postAlert({ directory, messages }: Context, language: Language): void {
  const text = ALERTS[language];
  const blocks = withIds([{ type: 'section', text: { type: 'mrkdwn', text: `:rotating_light: *${text}*` } }]);
  messages.post({ text, blocks, channel: ALERT_CHANNEL, from: directory.monitor.userId });
}
