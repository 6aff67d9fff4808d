import { type Chapter, type Moment, stamp } from './story-moment.ts';

/** A Java service: log4j lines, stack traces over several lines. */
export const checkoutApi: Chapter = {
  group: 'checkout',
  stream: 'api',
  quietMoments: 2600,
  incidentMoments: 700,
  tell(moment) {
    if (moment.number % 97 === 0)
      return [head(moment, 'WARN', 'c.s.checkout.CommentFilter') + oddity(moment)];
    if (moment.inIncident && moment.random.chance(60)) return failure(moment);
    return [routine(moment)];
  },
  follow({ time, trace, order, user }) {
    const at = (after: number, level: string, logger: string) =>
      `${stamp(time + after)} ${level.padEnd(5)} [http-nio-8080-exec-7] c.s.checkout.${logger} - `;
    const failed = `${at(5014, 'ERROR', 'PaymentClient')}payment for order ${order} timed out after 5003 ms, trace=${trace}`;
    return [
      { after: 6, lines: [`${at(6, 'INFO', 'OrderController')}order ${order} accepted, trace=${trace}`] },
      { after: 5014, lines: stackTrace(failed, user) },
    ];
  },
};

function head({ time, random }: Moment, level: string, logger: string): string {
  return `${stamp(time)} ${level.padEnd(5)} [http-nio-8080-exec-${random.between(1, 32)}] ${logger} - `;
}

function routine(moment: Moment): string {
  const { random } = moment;
  const order = `ORD-${random.between(100_000, 999_999)}`;
  const info = head(moment, 'INFO', 'c.s.checkout.OrderController');
  return random.oneOf([
    `${info}order ${order} accepted, total=${random.between(5, 900)}.${random.between(10, 99)} EUR, items=${random.between(1, 9)}`,
    `${info}order ${order} paid in ${random.between(40, 380)} ms, trace=${random.hex(16)}`,
    `${info}cart ${random.hex(8)} updated by user ${random.between(1000, 9999)}`,
    `${info}GET /api/v1/orders/${order} 200 ${random.between(2, 90)} ms`,
    `${info}订单 ${order} 已创建, 用户 ${random.between(1000, 9999)}`,
    `${head(moment, 'DEBUG', 'c.s.checkout.SessionStore')}session ${random.hex(12)} refreshed, ttl=1800s`,
  ]);
}

function failure(moment: Moment): string[] {
  const { random } = moment;
  const order = `ORD-${random.between(100_000, 999_999)}`;
  const error = head(moment, 'ERROR', 'c.s.checkout.PaymentClient');
  return random.oneOf([
    [`${error}payment for order ${order} failed: error calling payments/gateway: 503 Service Unavailable`],
    [
      `${error}payment for order ${order} timed out after ${random.between(5000, 5020)} ms, attempt ${random.between(1, 3)} of 3`,
    ],
    [`${error}订单 ${order} 支付失败, 错误 网关超时, 请稍后重试`],
    stackTrace(`${error}unexpected error while paying order ${order}`, random.between(1000, 9999)),
    [
      `${head(moment, 'WARN', 'c.s.checkout.CircuitBreaker')}circuit payments-gateway is OPEN, error rate ${random.between(52, 97)}%`,
    ],
  ]);
}

function stackTrace(first: string, user: number): string[] {
  return [
    first,
    'java.util.concurrent.TimeoutException: no connection to payments-gateway:8443 within 5000 ms',
    '\tat com.shop.checkout.http.Pool.acquire(Pool.java:214)',
    '\tat com.shop.checkout.PaymentClient.charge(PaymentClient.java:88)',
    `\tat com.shop.checkout.OrderController.pay(OrderController.java:141) ~[user=${user}]`,
    '\tat java.base/java.lang.Thread.run(Thread.java:1583)',
    'Caused by: java.net.SocketTimeoutException: connect timed out',
    '\t... 12 more',
  ];
}

/** What users and careless programmers put into logs: markup, secrets that are made up, very long lines. */
function oddity({ number, random }: Moment): string {
  const oddities = [
    'comment refused: "<!channel> *free* :tada: <https://evil.example|your bank>"',
    `comment refused: <script>alert('checkout')</script> & <b>bold</b> _it_ ~no~ \`code\` \`\`\`block\`\`\``,
    'comment refused: name=\u202Egnp.exe\u202C, greeting=\u0645\u0631\u062D\u0628\u0627, zero\u200Bwidth, <@U012ABCDEF> <!here>',
    `config dump: db.password=hunter2-example db.url=postgres://shop:pa55-example@db.internal:5432/shop`,
    `request headers: Authorization: Bearer example.${random.hex(24)}.${random.hex(32)} X-Auth-Token=EXAMPLE${random.hex(40)}`,
    `card 4111 1111 1111 1111 refused for alice@shop.example, phone +49 151 00000000, ak=AKEXAMPLE${random.hex(8).toUpperCase()}`,
    `request body: ${JSON.stringify({ cart: Array.from({ length: 12 }, () => ({ sku: random.hex(10), count: random.between(1, 5), note: '请勿折叠' })) })}`,
    `heap histogram: ${Array.from({ length: 160 }, (_, at) => `${at}:com.shop.Type${random.hex(6)}=${random.between(1, 1e6)}`).join(' ')}`,
  ] as const;
  return oddities[(number / 97) % oddities.length] ?? '';
}

/** A Node.js service: one JSON object a line. */
export const checkoutWorker: Chapter = {
  group: 'checkout',
  stream: 'worker',
  quietMoments: 1200,
  incidentMoments: 300,
  tell({ time, inIncident, random }) {
    const job = {
      queue: random.oneOf(['mail', 'invoice', 'stock']),
      job: random.hex(8),
      attempt: random.between(1, 4),
    };
    const failed = inIncident && random.chance(55);
    const line = {
      time: new Date(time).toISOString(),
      level: failed ? 'error' : 'info',
      msg: failed
        ? 'invoice not sent: order is unpaid'
        : random.oneOf(['job done', 'job taken', '任务 完成']),
      ...job,
      ms: random.between(3, failed ? 9000 : 400),
      ...(failed && {
        err: {
          name: 'PaymentPendingError',
          stack: 'PaymentPendingError: unpaid\n    at settle (/app/settle.js:31:11)',
        },
      }),
    };
    return [JSON.stringify(line)];
  },
  follow({ time, trace, order }) {
    const after = 9120;
    const line = {
      time: new Date(time + after).toISOString(),
      level: 'error',
      msg: 'invoice not sent: order is unpaid',
      queue: 'invoice',
      order,
      trace,
      err: { name: 'PaymentPendingError' },
    };
    return [{ after, lines: [JSON.stringify(line)] }];
  },
};
