import type { FormWords, HomeWords } from './form-words.ts';
import { grouped } from './grouped.ts';

export const formsZh: FormWords = {
  titles: { create_group: '创建日志组', create_stream: '创建日志流', transfer: '转储到 OBS' },
  submit: { create_group: '创建', create_stream: '创建', transfer: '创建转储' },
  labels: {
    source: '日志源',
    group: '日志组',
    streams: '日志流',
    name: '名称',
    ttl: '日志存储时间（天）',
    project: '企业项目',
    bucket: 'OBS 桶',
    period: '转储周期',
    format: '转储格式',
    prefix: '文件前缀',
    dir: '文件夹',
  },
  hints: { ttl: '1 到 365，部分区域允许的天数更少。' },
  noGroups: '此处没有可供您执行该操作的日志组。',
  noStreams: (group) => `日志组 ${group} 中没有可供您执行该操作的日志流。`,
  rest: (count) => `另有 ${grouped(count)} 个未列出，可在命令中按名称输入。`,
  notOpened: 'Slack 未能显示该表单。',
  open: '打开表单',
};

export const homeZh: HomeWords = {
  searches: '您最近的查询',
  noSearches: '您的查询会列在这里，方便重新执行。',
  searchesNote:
    '重新执行时，未指定结束时间的查询按相同时长查到现在。结果发到您与机器人的私信。含敏感信息的查询不会保留。',
  searchesUnread: '暂时无法读取，请稍后重新打开主页。',
  repeat: '重新执行',
  searchedIn: '{where}，{time}',
  directs: { own: '与机器人的私信', other: '其他私信' },
  defaults: '默认日志流',
  defaultIn: '{where}：{what}',
  noDefault: '未设置',
  unreadLeftOut: '不包括您在与机器人的私信中无权查看的查询和日志流。',
  sources: '日志源',
  source: (name, state) => `${name}：${state}`,
  states: { reachable: '正常', silent: '没有响应', unreadable: '返回的内容无法读取' },
  refused: (code) => `拒绝请求（${code}）`,
  elsewhere: (command) =>
    `以上是您在与机器人的私信中可以执行的操作，在频道中可能不同，可在频道中输入 ${command} help 查看。`,
  settings: (locale, zone) =>
    `您的 Slack 语言为 ${locale}，因此显示中文。时间按您 Slack 个人资料中的时区（${zone}）显示。`,
  settingsUnknown: 'Slack 没有返回您的语言和时区，因此显示英文，时间为 UTC。',
  help: '如需帮助，请联系 {contact}。',
};
