import type { Span } from './span.ts';

/** Whoever knows one of these addresses may post: what follows its host and path is the secret. */
const HOOKS = new RegExp(
  [
    'hooks\\.slack(?:-gov)?\\.com/(?:services|workflows|triggers|commands|actions)/',
    'oapi\\.dingtalk\\.com/robot/send\\?access_token=',
    'open\\.(?:feishu\\.cn|larksuite\\.com)/open-apis/bot/(?:v2/)?hook/',
    'qyapi\\.weixin\\.qq\\.com/cgi-bin/webhook/(?:send|upload_media)\\?key=',
    'discord(?:app)?\\.com/api/(?:v\\d{1,2}/)?webhooks/',
    '\\.webhook\\.office\\.com/webhookb2/',
    'outlook\\.office(?:365)?\\.com/webhook/',
    'hooks\\.zapier\\.com/hooks/catch/',
    'chat\\.googleapis\\.com/v1/spaces/[\\w-]{1,64}/messages\\?key=',
    'events\\.pagerduty\\.com/integration/',
    'api\\.telegram\\.org/bot',
    'maker\\.ifttt\\.com/use/',
  ].join('|'),
  'gi',
);
const REST = /(?!\[redacted: )[^\s"'`<>\\，。；、）)\]}]{4,}/y;

export function findWebhooks(line: string, spans: Span[]): void {
  HOOKS.lastIndex = 0;
  while (HOOKS.test(line)) {
    const start = HOOKS.lastIndex;
    REST.lastIndex = start;
    if (!REST.test(line)) continue;
    spans.push({ start, end: REST.lastIndex, kind: 'webhook' });
    HOOKS.lastIndex = REST.lastIndex;
  }
}
