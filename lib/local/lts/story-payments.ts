import { type Chapter, stamp } from './story-moment.ts';

/** A Go service: key=value lines. */
export const paymentsGateway: Chapter = {
  group: 'payments',
  stream: 'gateway',
  quietMoments: 1300,
  incidentMoments: 500,
  tell({ time, inIncident, random }) {
    const failed = inIncident && random.chance(65);
    const start = `time=${new Date(time).toISOString()} level=${failed ? 'error' : 'info'}`;
    const trace = `trace=${random.hex(16)} provider=${random.oneOf(['visa', 'sepa', 'wechat', 'alipay'])}`;
    if (!failed)
      return [
        `${start} msg="charge authorised" ${trace} amount=${random.between(100, 90_000)} ms=${random.between(20, 240)}`,
      ];
    return random.oneOf([
      [
        `${start} msg="ledger refused connection: pool exhausted (50/50 in use)" ${trace} upstream=ledger:5432`,
      ],
      [
        `${start} msg="charge rolled back" reason="context deadline exceeded" ${trace} ms=${random.between(5000, 5100)}`,
      ],
      [`${start} msg="支付通道 超时 已回滚" ${trace}`],
      [
        `${start} msg="panic recovered: runtime error: invalid memory address or nil pointer dereference" ${trace}`,
        'goroutine 4711 [running]:',
        'main.(*Ledger).Post(0x0, {0xc0004a8000, 0x2})',
        '\t/src/gateway/ledger.go:118 +0x1c4',
        'created by net/http.(*Server).Serve in goroutine 1',
      ],
    ]);
  },
  follow({ time, trace, order }) {
    const at = (after: number, level: string) =>
      `time=${new Date(time + after).toISOString()} level=${level}`;
    return [
      { after: 14, lines: [`${at(14, 'info')} msg="charge started" trace=${trace} order=${order}`] },
      {
        after: 5009,
        lines: [
          `${at(5009, 'error')} msg="ledger refused connection: pool exhausted (50/50 in use)" trace=${trace} order=${order} upstream=ledger:5432`,
        ],
      },
    ];
  },
};

/** A database: what it says about its sessions. */
export const paymentsLedger: Chapter = {
  group: 'payments',
  stream: 'ledger',
  quietMoments: 700,
  incidentMoments: 250,
  tell({ time, inIncident, random }) {
    const start = `${stamp(time)} UTC [${random.between(200, 9999)}]`;
    if (!inIncident) {
      return [
        random.oneOf([
          `${start} LOG:  checkpoint complete: wrote ${random.between(20, 900)} buffers; write=${random.between(1, 30)}.${random.between(100, 999)} s`,
          `${start} LOG:  connection authorized: user=gateway database=ledger application_name=ledger-2.14.0`,
          `${start} LOG:  duration: ${random.between(1, 80)}.${random.between(100, 999)} ms  statement: COMMIT`,
        ]),
      ];
    }
    return random.oneOf([
      [`${start} LOG:  connection authorized: user=gateway database=ledger application_name=ledger-2.14.1`],
      [`${start} FATAL:  remaining connection slots are reserved for roles with the SUPERUSER attribute`],
      [
        `${start} ERROR:  canceling statement due to lock timeout`,
        `${start} STATEMENT:  UPDATE accounts SET balance = balance - $1 WHERE id = ${random.between(1000, 9999)}`,
      ],
      [`${start} ERROR:  deadlock detected, process ${random.between(200, 9999)} waits for ShareLock`],
      [`${start} WARNING:  账本 连接池 已满, 错误 53300`],
    ]);
  },
  follow({ time, trace, user }) {
    const start = `${stamp(time + 4_870)} UTC [${user}]`;
    const lines = [
      `${start} ERROR:  canceling statement due to lock timeout, process ${user} waits for migration 0214_holds`,
      `${start} STATEMENT:  UPDATE accounts SET balance = balance - $1 WHERE id = ${user} /* trace=${trace} */`,
    ];
    return [{ after: 4_870, lines }];
  },
};
