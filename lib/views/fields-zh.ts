import type { FieldExplanations } from './explanations.ts';

export const enumerate = (names: readonly string[]) => names.join('、');

/** Apart from the others: the front function says these, and is as small as can be. */
export const fieldsZh: FieldExplanations = {
  group_expected: () => '缺少日志组的名称或 ID。',
  stream_expected: ({ given }) =>
    given ? `“${given}”不是日志流，应为“日志组/日志流”。` : '缺少日志流，应为“日志组/日志流”。',
  name_expected: ({ what }) => (what === 'group' ? '缺少日志组的名称。' : '缺少日志流的名称。'),
  bad_name: ({ given }) => `“${given}”不能用作名称。名称最多 64 个字符，日志组的名称不能包含斜杠。`,
  bad_retention: ({ given }) => `“${given}”不是 1 到 365 之间的天数。`,
  option_expected: ({ option }) =>
    option === 'bucket' ? '缺少 bucket:，即转储到哪个 OBS 桶。' : '缺少 every:，即多久转储一次。',
  bad_bucket: ({ given }) => `“${given}”不能用作桶名，桶名长度为 3 到 63 个字符。`,
  bad_period: ({ given, known }) => `“${given}”不是转储周期，可选：${enumerate(known)}。`,
  bad_format: ({ given }) => `“${given}”不是转储格式，应为 RAW 或 JSON。`,
  bad_prefix: ({ given }) => `“${given}”过长，前缀和文件夹最多 64 个字符。`,
  other_streams: () => '所选日志流不属于该日志组。请稍候，待日志流刷新后重新选择，或另选日志组。',
};
