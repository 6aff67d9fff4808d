import { assertNever } from '../errors.ts';
import { accessZh } from './access-zh.ts';
import { approvalsZh } from './approvals-zh.ts';
import { auditZh } from './audit-zh.ts';
import { explanationsZh } from './explanations-zh.ts';
import { formsZh, homeZh } from './forms-zh.ts';
import { grouped } from './grouped.ts';
import { helpZh } from './help-zh.ts';
import { period } from './phrases-zh.ts';
import { redactionZh } from './redaction-zh.ts';
import { refusalsZh } from './refusals-zh.ts';
import { searchZh } from './search-zh.ts';
import type {
  ChangeWords,
  DeletionWords,
  DeliveryWords,
  ExportWords,
  FailureWords,
  ListWords,
  PageWords,
  SettingWords,
  Words,
} from './words.ts';

const page: PageWords = {
  source: (name) => `日志源 ${name}`,
  newestFirst: '从新到旧',
  oldestFirst: '从旧到新',
  lineCount: (shown, total) => {
    if (total === undefined) return `显示 ${grouped(shown)} 行`;
    return total > shown
      ? `匹配 ${grouped(total)} 行，显示 ${grouped(shown)} 行`
      : `匹配 ${grouped(total)} 行，已全部显示`;
  },
  none: (isFiltered) => (isFiltered ? '没有匹配的日志。' : '该时间范围内没有日志。'),
  youCouldTry: '可以试试：',
  longerWindow: '扩大时间范围',
  fewerWords: '减少关键词或标签',
  noWords: '不加条件，查看全部日志',
  labelsAsWords: '在日志内容中查找，而不是按标签',
  otherStream: '换一个日志流',
  logsAreLate: '日志写入后约一分钟才能查到。',
  noOlder: (isFiltered) => `该时间范围内没有更早的${isFiltered ? '匹配' : ''}日志。`,
  nothingNewer: (time) => `截至 ${time}，没有新的日志。`,
  windowEnds: '没有新的日志：时间范围到此为止。',
  aroundLine: (time, position) =>
    position === undefined
      ? `${time} 前后的日志；该行已不存在。`
      : `以下第 ${position} 行（${time}）的上下文，不受关键词和标签限制。`,
  broughtBy: (how, mention, time) => `由 ${mention} 于 ${time} ${how === 'asked' ? '查询' : '分享'}`,
  older: '更早',
  newer: '更晚',
  around: '上下文',
  aroundOne: '查看某一行的上下文',
  aroundOneOf: (choices) => `查看上下文（可选 ${choices} 行）`,
  share: '分享',
  export: '导出',
};

const lists: ListWords = {
  groups: '日志组',
  streamsOf: (group) => `日志组 ${group} 的日志流`,
  listed: (caption, names) => `${caption}：${names}`,
  name: '名称',
  retention: '存储时间',
  created: (zone) => `创建时间（${zone}）`,
  filters: '过滤器',
  id: 'ID',
  noGroups: '该项目中还没有日志组。',
  noStreams: (group) => `日志组 ${group} 中还没有日志流。`,
  howLogsCome:
    '日志可通过 ICAgent、SDK、API 或其他云服务接入日志流，请在云日志服务控制台的“日志接入”中配置。',
  pickGroup: '查看日志流…',
  pickStream: '查看日志…',
  rest: (count) => `另有 ${grouped(count)} 个未显示，可按名称输入：`,
};

const changes: ChangeWords = {
  createdGroup: (name, how) => created(`日志组 ${name}`, how),
  keeps: (retention) => `日志存储 ${retention}。`,
  retentionMayDiffer: '其存储时间可能与您指定的不同。',
  nextGroup: '创建第一个日志组：',
  nextStream: '接下来，在其中创建日志流：',
  createdStream: (name, how) => created(`日志流 ${name}`, how),
  nextLogs: '日志接入后即可查询：',
  transfer: (streams, bucket, every, isOn) =>
    isOn
      ? `${streams}：从现在起${period(every)}转储到 OBS 桶 ${bucket}。`
      : `${streams}：已创建${period(every)}转储到 OBS 桶 ${bucket} 的任务，未开启。`,
  every: period,
  transferIsFixed: '已有的转储无法在此查看或修改（API 未提供相应接口），请使用云日志服务控制台。',
  transferId: (id) => `转储 ID：${id}`,
};

function created(what: string, how: 'answered' | 'found' | 'existed'): string {
  switch (how) {
    case 'answered':
      return `${what} 已创建。`;
    case 'found':
      return `${what} 已创建。未收到确认，但查询到它已存在。`;
    case 'existed':
      return `${what} 之前就已存在，未重复创建。`;
    default:
      return assertNever(how);
  }
}

const deletion: DeletionWords = {
  groupTitle: '删除日志组',
  streamTitle: '删除日志流',
  losesGroup: (name, streams) =>
    streams === 0
      ? `将删除日志组 ${name}，其中没有日志流。`
      : `将删除日志组 ${name}，以及其中的 ${grouped(streams)} 个日志流和全部日志：`,
  losesStream: (name) => `将删除日志流 ${name} 及其中的全部日志。`,
  groupKept: (retention) => `该日志组的日志存储时间为 ${retention}。`,
  streamKept: (retention) => `所在日志组的日志存储时间为 ${retention}，日志流也可能单独设置了时间。`,
  isFinal: '删除后无法恢复。',
  needsApproval: '该操作需要另一人批准：提交后将在频道中发起申请，批准后才会删除。',
  confirm: (name) => `请输入名称以确认：${name}`,
  submit: '删除',
  groupNotOpened: (name) => `尚未删除。请打开确认窗口，查看删除日志组 ${name} 的影响并确认。`,
  streamNotOpened: (name) => `尚未删除。请打开确认窗口，查看删除日志流 ${name} 的影响并确认。`,
  open: '打开确认窗口',
  deletedGroup: (name) => `日志组 ${name} 及其中的日志流已删除。`,
  deletedStream: (name) => `日志流 ${name} 已删除。`,
  logsAreGone: '其中的日志从现在起无法再查询。',
};

const settings: SettingWords = {
  stream: (name, isNew, command) =>
    isNew
      ? `从现在起，在本频道使用 ${command} logs 时如不指定日志流，将查询 ${name}。`
      : `本频道的默认日志流是 ${name}。`,
  noStream: (isNew) => (isNew ? '已清除本频道的默认日志流。' : '本频道还没有默认日志流。'),
  logsWithoutName: '查询：',
  setStream: '设置一个：',
  source: (name, isNew) => (isNew ? `从现在起，本频道使用日志源 ${name}。` : `本频道使用日志源 ${name}。`),
  sources: (names) => `可用的日志源：${names}。`,
  streamCleared: (name) => `原来的默认日志流 ${name} 属于其他日志源，已清除。`,
  answers: (visibility, isNew) => {
    const who = visibility === 'public' ? '本频道的所有人都能看到命令结果' : '命令结果仅发起人可见';
    return `${isNew ? '从现在起，' : ''}${who}。`;
  },
  changeIt: '修改：',
};

const exportWords: ExportWords = {
  running: (done, total) => `正在导出：${grouped(done)} / ${grouped(total)} 行。`,
  done: (lines, format) => `已导出 ${grouped(lines)} 行（${exportWords.formats[format]}）。`,
  failed: '导出失败。',
  notTaken: 'Slack 未接收该文件，请稍后重试。',
  unconfirmed: '文件已发出，但 Slack 没有返回确认。如果一分钟内没有出现，请重新导出。',
  anotherFormat: '导出为其他格式：',
  formats: { ndjson: 'NDJSON', csv: 'CSV', text: '纯文本' },
  direct: '文件将发送到您与机器人的私信中。',
  notMember: '文件将发送到您与机器人的私信中。邀请机器人加入本频道后，文件会发送到消息列中。',
};

const failures: FailureWords = {
  unreachable: '无法连接云日志服务，或连接中断。请稍后重试。',
  late: '云日志服务未能及时响应。请稍后重试，或缩小时间范围。',
  incomplete: '云日志服务尚未读完全部日志。请稍后重试，或缩小时间范围。',
  tooLarge: '云日志服务返回的内容过大。请减少行数（limit:10）后重试。',
  malformed: '云日志服务返回的内容无法读取。请重试；如仍出现，请联系其技术支持。',
  undone: '云日志服务没有返回确认，目前也没有查到它。请一分钟后再查看一次，然后重试。',
  stillThere: '云日志服务没有返回确认，要删除的对象目前仍然存在。请一分钟后再查看一次，然后重试。',
  unknown: '云日志服务没有返回确认，无法确定该操作是否已生效。',
  lookFirst: '重试前请先在此查看列表，或到云日志服务控制台确认。',
  readTooOften: (reads) =>
    `该日志流在一分钟内已被读取 ${grouped(reads)} 次（所有人合计），达到云日志服务允许的上限。`,
  readAgain: (time, zone) => `请在 ${time}（${zone}）之后重试。`,
  badArgument: '有参数不符合云日志服务的要求，请求没有发出。',
  badArgumentRemedy: '如果该参数不是您输入的，请告知机器人的维护者。',
  requestId: (id) => `请求 ID：${id}`,
};

const delivery: DeliveryWords = {
  stillAtWork: '仍在处理，耗时比平时长，结果稍后发送。',
  elsewhere: 'Slack 未能在您操作的位置显示，因此改发到此处。',
  unconfirmed: '结果已发出，但 Slack 没有返回确认。如果没有看到，请重新查询。',
  notShown: 'Slack 未接受答复内容，请告知机器人的维护者。',
  notAnswered: '多次尝试后仍未能完成，请重试。',
  brokenOff: '执行被中断，无法确定该操作是否已生效。',
  unknown: '未能完成，机器人也无法读取自己的记录。如果该操作会更改内容，请先确认是否已生效，再重试。',
};

export const zh: Words = {
  language: 'zh',
  page,
  redaction: redactionZh,
  lists,
  help: helpZh,
  changes,
  deletion,
  forms: formsZh,
  home: homeZh,
  modals: { close: '关闭', cancel: '取消' },
  search: searchZh,
  settings,
  exports: exportWords,
  audit: auditZh,
  mistakes: explanationsZh,
  refusals: refusalsZh,
  access: accessZh,
  failures,
  delivery,
  approvals: approvalsZh,
  confirming: { title: '确定吗？', no: '取消' },
  everyone: '所有人',
  and: '，且须同时是 ',
  list: (names) => names.join('、'),
  more: (count) => `另有 ${grouped(count)} 个`,
  days: (count) => `${grouped(count)} 天`,
  settingsUnavailable: '暂时无法读取或修改本频道的设置，请稍后重试。',
};
