/** What the stand-in answers: the shapes of the local workspace, with a channel as a day's work leaves it. */
export const people = {
  reader: { id: 'U0READER001', name: 'rita', tz: 'Europe/Berlin', locale: 'en-US', role: 'reader' },
  operator: { id: 'U0OPERATOR1', name: 'omar', tz: 'America/New_York', locale: 'en-US', role: 'operator' },
  approver: { id: 'U0APPROVER1', name: '安文', tz: 'Asia/Shanghai', locale: 'zh-CN', role: 'approver' },
  guest: { id: 'U0GUEST0001', name: 'gil', tz: 'America/Los_Angeles', locale: 'en-US', role: 'guest' },
} as const;

export const botUserId = 'U0LTSBOT001';
export const general = 'C0GENERAL01';

const shared = { isPrivate: false, isIm: false, botIsMember: true };

export const localInfo = {
  slack: {
    botUserId,
    teamId: 'T0LOCALWS01',
    command: '/lts',
    users: Object.values(people),
    apps: [{ userId: 'U0MONITOR01', name: 'Monitoring' }],
    userGroups: [{ id: 'S0ONCALL001', handle: 'oncall' }],
    app: {
      shortcuts: [
        { callbackId: 'search_logs', type: 'global', name: 'Search logs' },
        { callbackId: 'look_up_logs', type: 'message', name: 'Look up logs' },
      ],
      hints: {
        en: [
          { line: 'logs checkout/api error since:1h', about: 'finds lines' },
          { line: 'logs checkout/api limit:20', about: 'lines a page' },
          { line: 'groups', about: 'lists the groups' },
        ],
        zh: [{ line: 'groups', about: '列出日志组' }],
      },
    },
    channels: [
      { ...shared, id: general, name: 'general' },
      { ...shared, id: 'C0OPS000001', name: 'ops' },
      { ...shared, id: 'C0RANDOM001', name: 'random', botIsMember: false },
      { ...shared, id: 'C0PRIVATE01', name: 'security-review', isPrivate: true, botIsMember: false },
      ...Object.values(people).map(({ id, name }) => ({
        ...shared,
        id: `D${id.slice(1)}`,
        name,
        isPrivate: true,
        isIm: true,
      })),
    ],
  },
  lts: {
    groups: [
      { id: 'g1', name: 'checkout', streams: [{ id: 's1', name: 'api', lines: 5321, endTime: null }] },
      { id: 'g2', name: 'platform', streams: [{ id: 's2', name: 'ingress', lines: 910, endTime: null }] },
    ],
  },
};

export type Block = Readonly<Record<string, unknown>>;

export interface FakeMessage {
  readonly ts: string;
  readonly threadTs: string | null;
  readonly from: string | null;
  readonly visibleTo: string | null;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly files: readonly { readonly id: string; readonly name: string; readonly size: number }[];
  readonly edited: boolean;
  readonly deleted: boolean;
  readonly shown: boolean;
}

/** 2026-11-23 09:00:00 UTC. */
const morning = 1_795_424_400;

export function message(atSeconds: number, over: Partial<FakeMessage> = {}): FakeMessage {
  return {
    ts: `${morning + atSeconds}.000100`,
    threadTs: null,
    from: botUserId,
    visibleTo: null,
    text: 'hello',
    blocks: [],
    files: [],
    edited: false,
    deleted: false,
    shown: true,
    ...over,
  };
}

export const plain = (text: string): Block => ({ type: 'plain_text', text });
export const mrkdwn = (text: string): Block => ({ type: 'mrkdwn', text });
export const section = (text: string): Block => ({ type: 'section', text: mrkdwn(text) });

export function button(text: string, actionId: string, over: Block = {}): Block {
  return { type: 'button', text: plain(text), action_id: actionId, value: `v1:${actionId}`, ...over };
}

export function option(text: string, value: string): Block {
  return { text: plain(text), value };
}

export function logBlock(text: string): Block {
  const preformatted = { type: 'rich_text_preformatted', elements: [{ type: 'text', text }] };
  return { type: 'rich_text', elements: [preformatted] };
}

const contents = [
  'ERROR payment declined order=88213 provider=stripe code=card_declined trace=4f1c2a9be07d',
  'ERROR timeout calling inventory after 3000ms order=88207 attempt=3 url=http://inventory.internal/v2/stock?sku=HB-2210&region=eu <retry>',
  'ERROR {"level":"error","msg":"idempotency key reused","order":88201,"customer":"c_9213","path":"/api/v1/checkout/confirm","latency_ms":1840,"user_agent":"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36","trace":"9b2e17d4c55a"}',
  'ERROR db: deadlock detected, process 4211 waits for ShareLock on transaction 99812; blocked by process 4202 *not bold* _not italic_ <!channel> :tada:',
];

/** The log lines of one page, newest first, as the bot writes them. */
export function logLines(count: number): string {
  const line = (at: number): string => {
    const time = new Date((morning - at * 37) * 1000 + ((at * 137) % 1000)).toISOString();
    return `${time.slice(0, 10)} ${time.slice(11, 23)}  ${contents[at % contents.length]}`;
  };
  return Array.from({ length: count }, (_, at) => line(at)).join('\n');
}
