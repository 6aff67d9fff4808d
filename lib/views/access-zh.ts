import type { Verb } from '../commands/access.ts';
import type { AccessWords } from './access-words.ts';

/** 每项权限允许的操作。 */
const DEEDS: Readonly<Record<Verb, string>> = {
  read: '查询日志，列出日志组和日志流',
  create: '创建日志组和日志流',
  delete: '删除日志组和日志流',
  transfer: '将日志流转储到 OBS',
  share: '将结果展示给其他人',
  export: '将日志导出为文件',
  reveal: '查看未脱敏的日志原文',
  audit: '查看操作记录',
  settings: '修改频道的设置',
};

export const accessZh: AccessWords = {
  missing: (verb) => `您在本频道没有此操作所需的“${verb}”权限（${DEEDS[verb]}）。`,
  readOnly: (verb) =>
    `机器人目前处于只读模式，任何人都不能执行此操作。该操作需要“${verb}”权限（${DEEDS[verb]}）。`,
  ask: '请联系 {contact}。',
  askTheirs: '请联系机器人的维护者。',
  askNamed: '可联系的人见消息内容。',
  mayBeHidden: '也可能存在，但您在本频道没有读取权限。',
  groupsUnsaid: 'Slack 未能返回您所在的用户组，授予用户组的权限暂不生效，请稍后重试。',
};
