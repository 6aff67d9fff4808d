export type Language = 'en' | 'zh';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  readonly role: 'reader' | 'operator' | 'approver' | 'guest';
  readonly tz: string;
  readonly locale: string;
  readonly team: Team;
}

export interface Team {
  readonly id: string;
  readonly domain: string;
}

/** The workspace's own. */
export const TEAM: Team = { id: 'T0LOCALWS01', domain: 'local-workspace' };
/** Its people are guests in the channels that are shared with them. */
const PARTNER: Team = { id: 'T0PARTNER01', domain: 'partner' };

/** `language` is that of the reader and the operator. */
export function listPeople(language: Language): Person[] {
  const locale = language === 'zh' ? 'zh-CN' : 'en-US';
  return [
    {
      id: 'U0READER001',
      name: 'rita',
      realName: 'Rita Reader',
      role: 'reader',
      tz: 'Europe/Berlin',
      locale,
      team: TEAM,
    },
    {
      id: 'U0OPERATOR1',
      name: 'omar',
      realName: 'Omar Operator',
      role: 'operator',
      tz: 'America/New_York',
      locale,
      team: TEAM,
    },
    {
      id: 'U0APPROVER1',
      name: 'anwen',
      realName: '安文',
      role: 'approver',
      tz: 'Asia/Shanghai',
      locale: 'zh-CN',
      team: TEAM,
    },
    {
      id: 'U0GUEST0001',
      name: 'gil',
      realName: 'Gil Guest',
      role: 'guest',
      tz: 'America/Los_Angeles',
      locale: 'en-US',
      team: PARTNER,
    },
  ];
}
