import type { ApprovalWords } from './access-words.ts';
import { grouped } from './grouped.ts';
import { period } from './phrases-zh.ts';

export const approvalsZh: ApprovalWords = {
  somebody: (asks) => `有人${asks}`,
  deleteStream: (name) => `申请删除日志流 ${name} 及其全部日志。`,
  deleteGroup: (name, count, streams) =>
    count === 0
      ? `申请删除日志组 ${name}，其中没有日志流。`
      : `申请删除日志组 ${name}、其中的 ${grouped(count)} 个日志流及全部日志：${streams}。`,
  transfer: (streams, bucket, every, isOn) =>
    isOn
      ? `申请从现在起${period(every)}将 ${streams} 转储到 OBS 桶 ${bucket}。`
      : `申请创建${period(every)}将 ${streams} 转储到 OBS 桶 ${bucket} 的任务（暂不开启）。`,
  prefix: (prefix) => `文件名前缀 ${prefix}`,
  directory: (directory) => `目录 ${directory}`,
  decide: '{deciders} 可在 {until} 之前批准或驳回。',
  approve: '批准',
  reject: '驳回',
  confirm: (name) => `${name} 及其全部日志将被删除，且无法恢复。`,
  notShown:
    '该操作需要另一人批准，但 Slack 不允许机器人在该频道发起申请。请先将机器人邀请到该频道，再重新申请。',
  rejected: '申请已被驳回，没有执行任何操作。',
  withdrawn: '申请已撤回，没有执行任何操作。',
  expired: '无人在规定时间内处理，没有执行任何操作。如仍需要，请重新申请。',
  undone: '多次尝试后仍未能执行。如仍需要，请重新申请。',
  void: '申请人已没有此项权限，没有执行任何操作。',
  decided: {
    approved: '{asker} 于 {askedAt} 申请，{decider} 于 {decidedAt} 批准（{zone}）',
    rejected: '{asker} 于 {askedAt} 申请，{decider} 于 {decidedAt} 驳回（{zone}）',
    withdrawn: '{asker} 于 {askedAt} 申请，于 {decidedAt} 撤回（{zone}）',
  },
  nobodyDecided: '{asker} 于 {askedAt} 申请（{zone}）',
};
