import { describe, expect, it } from 'vitest';
import { findSearchable } from '../../lib/alerts/find-searchable.ts';

const STREAMS = [
  { group: 'checkout', stream: 'api' },
  { group: 'payments', stream: 'api' },
  { group: 'prod', stream: 'checkout-api' },
  { group: 'search', stream: 'worker' },
  { group: 'web', stream: 'nginx access' },
  { group: '订单', stream: '支付服务' },
  { group: 'shards', stream: '1' },
];
const HEX = '4bf92f3577b34da6a3ce929d0e0e4736';

function offersOf(text: string) {
  return findSearchable(text, { streams: STREAMS }).map(({ kind, value }) => `${kind} ${value}`);
}

describe('what is offered', () => {
  it.each([
    [`trace_id=${HEX}`, `trace ${HEX}`],
    [`{"traceId":"${HEX}"}`, `trace ${HEX}`],
    [`{"trace":{"id":"${HEX}"}}`, `trace ${HEX}`],
    [`*Trace ID*\n\`${HEX}\``, `trace ${HEX}`],
    [`see trace ${HEX}`, `trace ${HEX}`],
    [`https://jaeger.example.com/trace/${HEX}?x=1`, `trace ${HEX}`],
    [`traceparent: 00-${HEX}-00f067aa0ba902b7-01`, `trace ${HEX}`],
    ['链路ID：a1b2c3d4e5f60718', 'trace a1b2c3d4e5f60718'],
    [`trace_id: ${HEX}4bf92f35`, `trace ${HEX}4bf92f35`],
    ['X-Request-ID: 7b7f2d1e', 'request 7b7f2d1e'],
    ['请求ID：7f3a9c21e0b64d55', 'request 7f3a9c21e0b64d55'],
    ['request id 9f86d081884c7d659a2f', 'request 9f86d081884c7d659a2f'],
    ['got req_8sdf7Asd98', 'request req_8sdf7Asd98'],
    ['hostname: web1.example.com', 'host web1.example.com'],
    ['Host: kraken', 'host kraken'],
    ['down\n*Host*\nsearch-v2', 'host search-v2'],
    ['{"host":{"name":"web-1"}}', 'host web-1'],
    ['instance="db-1:9187"', 'host db-1'],
    ['lost web-7.prod.internal today', 'host web-7.prod.internal'],
    ['主机ecs-web-0012异常', 'host ecs-web-0012'],
    ['from 10.1.2.3:443', 'ip 10.1.2.3'],
    ['connect db/10.1.2.3, [2001:db8::2]:443', 'ip 2001:db8::2'],
    ['Caused by: java.io.IOException: Broken pipe', 'error java.io.IOException'],
    ['ValueError: bad', 'error ValueError'],
    ['connect ECONNREFUSED', 'error ECONNREFUSED'],
    ['err="dial tcp: connection refused"', 'error dial tcp: connection refused'],
    ["it says 'connection refused' again", 'error connection refused'],
    ['panic: index out of range', 'error index out of range'],
    ['报 "库存接口调用失败"', 'error 库存接口调用失败'],
    ['search-worker is late', 'service search/worker'],
    ['container=worker', 'service search/worker'],
    ['image registry.example.com/search/worker:1.2', 'service search/worker'],
    ['"nginx access" is silent', 'service web/nginx access'],
    ['订单的支付服务超时', 'service 订单/支付服务'],
  ])('is what the text names: %s', (text, offered) => {
    expect(offersOf(text)).toEqual([offered]);
  });

  it.each([
    'https://grafana.example.com/d/api?var-host=web-1 and <https://10.0.0.1/trace>',
    'rita@web-1.internal @api-oncall #worker :worker: @10.1.2.3',
    `commit ${HEX}4bf92f35, sha256:${HEX}, event ${HEX}`,
    'trace_id=00000000000000000000000000000000',
    'request-id: none, request id: 42',
    'v1.2.3 2.14.0 version 3.1.4.1 Chrome/120.0.0.0 10.0.0.0/16 127.0.0.1 0.0.0.0 256.1.1.1',
    '2026-11-25T13:05:00Z 21:05:00 2026.11.25',
    'eu-west-1a us-east-1 cn-north-4 utf-8 sha-256 INC-1234 SHOP-4F',
    'instance: prometheus-0, pod: alertmanager-main-1, host: zabbix-server-1',
    'host: all\nhost: localhost\nserver: unreachable\nnode\nlist',
    'it lost its host\nsearch-v2 starts',
    'the host is down, the server error 500',
    'alert "High error rate" of `worker_errors_total`',
    'Monitor: "Payment failed too often"',
    '[FIRING:1] CheckoutError',
    'alertname = CheckoutError',
    'ErrorHandler.handleError(ErrorHandler.java:10) OrderException.java',
    'GET /checkout/api 500, apis, my-api, api_v2',
    'api = 3, "api": 1',
    'https://wiki.internal/x wiki.internal/runbooks',
    '"--" "error: "',
    '::1 12:30:45 std::vector 00:1a:2b:3c:4d:5e',
  ])('is nothing of anything else: %s', (text) => {
    expect(offersOf(text)).toEqual([]);
  });
});

describe('streams', () => {
  it('are offered best first: by both names, then by the stream’s own', () => {
    expect(offersOf('checkout/api')).toEqual(['service checkout/api']);
    expect(offersOf('api of payments')).toEqual(['service payments/api']);
    expect(offersOf('api')).toEqual(['service checkout/api', 'service payments/api']);
    expect(offersOf('checkout-api')).toEqual(['service checkout/api', 'service prod/checkout-api']);
    expect(offersOf('worker and checkout_api')).toEqual(['service checkout/api', 'service search/worker']);
  });

  it('are known by a pod of theirs', () => {
    expect(offersOf('search-worker-6c9d7f5b8d-x2x4q')).toEqual([
      'service search/worker',
      'host search-worker-6c9d7f5b8d-x2x4q',
    ]);
  });

  it('are known by what an alert is grouped by', () => {
    expect(offersOf('[FIRING:1] search-worker (critical)')).toEqual(['service search/worker']);
  });

  it('stand as words', () => {
    expect(offersOf('nginx accesses, old-nginx access, nginx access-log, 1 of 7')).toEqual([]);
    expect(offersOf('nginx accesses of nginx access')).toEqual(['service web/nginx access']);
  });

  it('are not looked for without a list', () => {
    expect(findSearchable('checkout/api')).toEqual([]);
  });
});

describe('the offers', () => {
  it('are three of a kind and ten in all, the most telling first', () => {
    const text = [
      ...[1, 2, 3, 4].map((n) => `trace_id=${HEX.replaceAll('4', String(n))}`),
      ...[1, 2, 3, 4].map((n) => `request_id=abcdef0${n}`),
      ...[1, 2, 3, 4].map((n) => `host: web-${n} 10.0.0.${n}`),
      'search-worker failed with IOException',
    ].join('\n');

    expect(offersOf(text).map((offer) => offer.split(' ')[0])).toEqual([
      ...['trace', 'trace', 'trace', 'request', 'request', 'request'],
      ...['service', 'error', 'host', 'host'],
    ]);
  });

  it('name nothing twice', () => {
    expect(offersOf(`trace_id=${HEX} request_id=${HEX} trace ${HEX}`)).toEqual([`trace ${HEX}`]);
  });

  it('cut a long quotation behind a whole word', () => {
    const [offer = ''] = offersOf(`"connection refused ${'by peer '.repeat(20)}"`);

    expect(offer).toMatch(/^error connection refused by peer .*(by|peer)$/);
    expect(offer.length).toBeLessThanOrEqual('error '.length + 100);
  });
});
