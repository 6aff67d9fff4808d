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
  time_in_future: ({ given }, zone) => `“${given}”还没有到。时间按您的时区（${zone}）解析。`,
  bad_time: ({ given }) =>
    `无法识别时间“${given}”。可以写作 15m 或 2h30m（之前）、13:10、昨天 09:00、2026-11-23T09:00 等。`,
  window_reversed: () => '开始时间必须早于结束时间。',
  window_too_long: () => '时间范围超过 30 天，一次最多查询 30 天。',
  given_twice: ({ given }) => `“${given}”出现了两次，请只保留一个。`,
  bad_limit: ({ given, max }) => `“${given}”不是 1 到 ${max} 之间的行数。`,
  bad_order: ({ given }) => `“${given}”不是排序方式，应为 newest（从新到旧）或 oldest（从旧到新）。`,
  wildcard_first: ({ given }) => `“${given}”以通配符开头；* 和 ? 只能用在词的中间或末尾。`,
  nothing_to_search: ({ given }) => `“${given}”中没有可搜索的词：云日志服务把这些字符当作分词符。`,
  open_quote: ({ given }) =>
    given.trim() ? `“${given.trim()}”前面的引号没有结束。` : '末尾的引号没有结束。',
  too_long: () => '关键词和标签合计过长，请缩短后重试。',
  label_expected: ({ given }) => `“${given}”不是标签，应为 key=value 或 key="带 空格"。`,
  stream_unchosen: () => '请先选择日志组，再选择其中的日志流。',
  start_unchosen: () => '请选择开始时间。',
};
