import { assertNever } from '../errors.ts';
import { refusalsZh } from './refusals-zh.ts';
import { asTyped } from './typed.ts';
import type { Words } from './words.ts';

export const zh: Words = {
  help: (command) => ({
    title: '查询云日志服务中的日志',
    lines: [
      [`${command} groups`, '列出日志组'],
      [`${command} streams checkout`, '列出日志组中的日志流'],
      [`${command} logs checkout/api error "payment failed" since:1h`, '查找同时包含这些词的日志行'],
      [`${command} logs checkout/api level=warn limit:20 order:oldest`, '按标签过滤；每页 20 行，从旧到新'],
    ],
  }),
  groups: '日志组',
  streams: '日志流',
  name: '名称',
  retention: '保留时间',
  created: '创建时间',
  more: (count) => `另有 ${count} 个`,
  noGroups: '该项目中还没有日志组。',
  days: (count) => `${count} 天`,
  streamsOf: (group) => `日志组 ${group} 的日志流`,
  noStreams: (group) => `日志组 ${group} 中还没有日志流。`,
  nextStreams: (command, group) => `${command} streams ${asTyped(group)}`,
  nextLogs: (command, group, stream) => `${command} logs ${asTyped(`${group}/${stream}`)} since:1h`,
  newestFirst: '从新到旧',
  oldestFirst: '从旧到新',
  lineCount: (count) => `${count} 行`,
  noMatch: '没有匹配的日志行。',
  noMatchHint: (canWiden) =>
    `可以减少关键词${canWiden ? '，或扩大时间范围（since:1d）' : ''}。日志写入后约一分钟才能查到。`,
  noOlder: '该时间范围内没有更早的匹配日志。',
  nothingNewer: (time) => `截至 ${time} 没有更晚的日志。`,
  older: '更早',
  newer: '更晚',
  mistake: (mistake, command) => {
    switch (mistake.kind) {
      case 'unknown_command':
        return { what: `没有“${mistake.given}”这个命令。`, example: `${command} help` };
      case 'group_expected':
        return { what: '缺少日志组的名称或 ID。', example: `${command} streams checkout` };
      case 'stream_expected':
        return {
          what: mistake.given
            ? `“${mistake.given}”不是日志流，应为“日志组/日志流”。`
            : '缺少日志流，应为“日志组/日志流”。',
          example: `${command} logs checkout/api error since:1h`,
        };
      case 'nothing_expected':
        return { what: `“${mistake.given}”是多余的。`, example: `${command} help` };
      case 'unknown_option':
        return {
          what: `没有“${mistake.given}”这个选项；可用的选项是 since:、limit: 和 order:。如果要搜索它，请加上引号。`,
          example: `${command} logs checkout/api "${mistake.given}" since:1h`,
        };
      case 'bad_duration':
        return {
          what: `“${mistake.given}”不是 30 天以内的时间长度，例如 15m、2h30m 或 1d。`,
          example: `${command} logs checkout/api error since:2h30m`,
        };
      case 'bad_limit':
        return {
          what: `“${mistake.given}”不是 1 到 ${mistake.max} 之间的行数。`,
          example: `${command} logs checkout/api error limit:50`,
        };
      case 'bad_order':
        return {
          what: `“${mistake.given}”不是排序方式：newest（从新到旧）或 oldest（从旧到新）。`,
          example: `${command} logs checkout/api error order:oldest`,
        };
      case 'wildcard_first':
        return {
          what: `“${mistake.given}”以通配符开头；* 和 ? 只能用在词的中间或末尾。`,
          example: `${command} logs checkout/api time*`,
        };
      case 'open_quote':
        return {
          what: mistake.given ? `${mistake.given.slice(0, 40)} 前面的引号没有结束。` : '末尾的引号没有结束。',
          example: `${command} logs checkout/api "payment failed"`,
        };
      case 'given_twice':
        return { what: `“${mistake.given}”给出了两次，请只保留一个。` };
      case 'too_long':
        return { what: '关键词和标签合计过长，翻页按钮放不下。请缩短后重试。' };
      case 'unknown_group':
        return { what: `没有日志组“${mistake.given}”。`, example: `${command} groups` };
      case 'unknown_stream':
        return {
          what: `日志组 ${mistake.group} 中没有日志流“${mistake.given}”。`,
          example: `${command} streams ${asTyped(mistake.group)}`,
        };
      case 'not_allowed':
        return { what: '您无权在此执行该操作。' };
      case 'stale_button':
        return { what: '这个按钮来自旧版本，请重新执行命令。' };
      default:
        return assertNever(mistake);
    }
  },
  unreachable: '无法连接云日志服务，或连接中断。请稍后重试。',
  late: '云日志服务未能及时响应。请稍后重试，或缩小时间范围。',
  incomplete: '云日志服务尚未读完全部日志。请稍后重试，或缩小时间范围。',
  tooLarge: '云日志服务的返回内容过大。请减少行数（limit:10）后重试。',
  refusals: refusalsZh,
  malformed: '云日志服务返回的内容无法读取。请重试；如仍出现，请联系其技术支持。',
  requestId: (id) => `请求 ID：${id}`,
};
