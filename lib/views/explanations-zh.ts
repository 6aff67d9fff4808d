import type { Explanations, FieldExplanations } from './explanations.ts';
import { enumerate, fieldsZh } from './fields-zh.ts';
import { grouped } from './grouped.ts';

const meant = (nearest: string | undefined) => (nearest === undefined ? '' : `您要找的是“${nearest}”吗？`);

/** `sinse:1h` 中的 `sinse:` */
const optionIn = (given: string) => given.replace(/[:：].*$/s, ':');

const others: Omit<Explanations, keyof FieldExplanations> = {
  unknown_command: ({ given, nearest }) => `没有“${given}”这个命令。${meant(nearest)}`,
  unknown_topic: ({ given, known, nearest }) =>
    `没有关于“${given}”的帮助，可选：${enumerate(known)}。${meant(nearest)}`,
  action_expected: ({ verb, given, known, nearest }) => {
    const actions = enumerate(known.map((action) => `${verb} ${action}`));
    return given
      ? `没有“${verb} ${given}”这个命令，可用：${actions}。${meant(nearest)}`
      : `“${verb}”不能单独使用，可用：${actions}。`;
  },
  no_default_stream: () => '请指定日志流：本频道还没有默认日志流，可用 use 命令设置。',
  default_stream_gone: ({ group, stream }) =>
    `本频道的默认日志流 ${group}/${stream} 已不存在，可能已被删除或重新创建。请指定日志流，或请有设置权限的人用 use 命令重新设置。`,
  nothing_expected: ({ given }) => `“${given}”是多余的。`,
  unknown_option: ({ given, known, nearest }) => {
    if (known.length === 0) return `无法识别“${given}”：该命令没有选项。`;
    const takes = `该命令的选项有 ${enumerate(known)}。`;
    const search = known.includes('since') ? '如果要搜索它，请加上引号。' : '';
    return `没有“${optionIn(given)}”这个选项。${meant(nearest && `${nearest}:`)}${takes}${search}`;
  },
  value_expected: ({ option }) => `${option}: 后面缺少取值，取值须紧跟冒号。`,
  two_starts: () => 'since: 和 from: 都表示开始时间，请只保留一个。',
  start_expected: () => 'to: 还需要开始时间，例如 from:09:00。',
  bad_visibility: ({ given }) => `“${given}”应为 public（公开）或 private（仅自己可见）。`,
  bad_member: ({ given }) =>
    `“${given}”不是本工作区的成员。请填写 me（自己），用 @ 提及该成员，或填写成员 ID（U…）。`,
  unknown_group: ({ given, nearest, mayBeWords }) => {
    const what = `没有日志组“${given}”。`;
    return nearest === undefined && mayBeWords
      ? `${what}如果要搜索带斜杠的关键词，请在前面写明日志流。`
      : `${what}${meant(nearest)}`;
  },
  unknown_stream: ({ given, group, nearest }) => `日志组 ${group} 中没有日志流“${given}”。${meant(nearest)}`,
  unknown_source: ({ given, known, nearest }) =>
    known.length === 1
      ? `没有日志源“${given}”，只有 ${enumerate(known)}。`
      : `没有日志源“${given}”。${meant(nearest)}可用的日志源：${enumerate(known)}。`,
  too_many_lines: ({ count, max }) =>
    `匹配 ${grouped(count)} 行，一个文件最多导出 ${grouped(max)} 行。请缩小时间范围，或增加关键词。`,
  nothing_to_export: () => '没有匹配的日志可以导出。',
  stale_button: () => '这个按钮来自旧版本，请重新执行命令。',
  own_approval: () => '这是您自己的申请，需由其他人批准。如不再需要，可点击“驳回”撤回。',
  not_decider: () => '只有消息中提到的人可以处理该申请。',
  decider_unknown: () => 'Slack 没有返回相关用户组的成员，因此没有执行任何操作。请一分钟后重试。',
  decided_already: ({ how }) => `该申请已被${how === 'approved' ? '批准' : '驳回'}。`,
  approval_gone: () => '该申请已失效。如仍需要，请重新申请。',
  approval_needs_channel: () => '该操作需要另一人批准，请在审批人所在的频道中执行，而不是在私信中。',
  stale_form: () => '该表单来自旧版本，没有执行任何操作，请重新执行命令。',
  gone: ({ group, stream }) =>
    stream === undefined
      ? `日志组 ${group} 已不存在，没有执行删除。`
      : `日志流 ${group}/${stream} 已不存在，没有执行删除。`,
  group_changed: ({ group }) => `日志组 ${group} 中的日志流在您查看之后有变化，没有执行删除。请重新查看：`,
};

/** Pure, so that the front function can leave it out. */
export const explanationsZh: Explanations = /* @__PURE__ */ Object.assign({}, others, fieldsZh);
