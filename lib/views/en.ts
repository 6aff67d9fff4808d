import { assertNever } from '../errors.ts';
import { accessEn } from './access-en.ts';
import { approvalsEn } from './approvals-en.ts';
import { auditEn } from './audit-en.ts';
import { explanationsEn } from './explanations-en.ts';
import { formsEn, homeEn } from './forms-en.ts';
import { grouped } from './grouped.ts';
import { helpEn } from './help-en.ts';
import { count, period } from './phrases-en.ts';
import { redactionEn } from './redaction-en.ts';
import { refusalsEn } from './refusals-en.ts';
import { searchEn } from './search-en.ts';
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

const lines = (number: number) => count(number, 'line', 'lines');

const page: PageWords = {
  source: (name) => `source ${name}`,
  newestFirst: 'newest first',
  oldestFirst: 'oldest first',
  lineCount: (shown, total) => {
    if (total === undefined) return `${lines(shown)} shown`;
    if (total > shown) return `${lines(total)} match, ${grouped(shown)} shown`;
    return total === 1 ? '1 line matches' : `${lines(total)} match, all shown`;
  },
  none: (isFiltered) => (isFiltered ? 'No lines match.' : 'There are no lines in this window.'),
  youCouldTry: 'You could try:',
  longerWindow: 'a longer window',
  fewerWords: 'fewer words or labels',
  noWords: 'all lines, whatever they hold',
  labelsAsWords: 'in the text, not as a label',
  otherStream: 'another stream',
  logsAreLate: 'Logs appear about a minute after they are written.',
  noOlder: (isFiltered) => `The window holds no older ${isFiltered ? 'matching ' : ''}lines.`,
  nothingNewer: (time) => `Nothing newer as of ${time}.`,
  windowEnds: 'Nothing newer: the window ends here.',
  aroundLine: (time, position) =>
    position === undefined
      ? `Around ${time}; that line is no longer there.`
      : `Around line ${position} below (${time}), whatever words the lines hold.`,
  broughtBy: (how, mention, time) =>
    how === 'asked' ? `Asked by ${mention} at ${time}` : `Shared by ${mention} at ${time}`,
  older: 'Older',
  newer: 'Newer',
  around: 'Around',
  aroundOne: 'Around a line',
  aroundOneOf: (choices) => `Around one of ${choices} lines`,
  share: 'Share',
  export: 'Export',
};

const lists: ListWords = {
  groups: 'Log groups',
  streamsOf: (group) => `Log streams of ${group}`,
  listed: (caption, names) => `${caption}: ${names}`,
  name: 'Name',
  retention: 'Kept for',
  created: (zone) => `Created (${zone})`,
  filters: 'Filters',
  id: 'Id',
  noGroups: 'There are no log groups in this project yet.',
  noStreams: (group) => `The group ${group} has no streams yet.`,
  howLogsCome:
    'Logs come into a stream through ICAgent, an SDK or API of LTS, or another cloud service. Set that up in the LTS console, under log ingestion.',
  pickGroup: 'Streams of…',
  pickStream: 'Logs of…',
  rest: (number) => `And ${grouped(number)} more, which can be typed by name:`,
};

const changes: ChangeWords = {
  createdGroup: (name, how) => created(`The log group ${name}`, how),
  keeps: (retention) => `It keeps logs for ${retention}.`,
  retentionMayDiffer: 'It may keep logs for another time than you asked for.',
  nextGroup: 'Create the first one:',
  nextStream: 'Next, create a stream in it:',
  createdStream: (name, how) => created(`The log stream ${name}`, how),
  nextLogs: 'When logs have come, read them:',
  transfer: (streams, bucket, every, isOn) =>
    isOn
      ? `${streams}: copied to the OBS bucket ${bucket} ${period(every)}, from now on.`
      : `${streams}: set up to be copied to the OBS bucket ${bucket} ${period(every)}, and switched off.`,
  every: period,
  transferIsFixed:
    'Transfers that exist can be neither listed nor changed here, for the API has no call for it. Use the LTS console.',
  transferId: (id) => `Transfer id ${id}`,
};

function created(what: string, how: 'answered' | 'found' | 'existed'): string {
  switch (how) {
    case 'answered':
      return `${what} now exists.`;
    case 'found':
      return `${what} now exists. The confirmation was lost, but it is there.`;
    case 'existed':
      return `${what} was there before, so nothing was created.`;
    default:
      return assertNever(how);
  }
}

const deletion: DeletionWords = {
  groupTitle: 'Delete log group',
  streamTitle: 'Delete log stream',
  losesGroup: (name, streams) =>
    streams === 0
      ? `The log group ${name} will be deleted. There are no streams in it.`
      : `The log group ${name} will be deleted, and with it ${count(streams, 'stream', 'streams')} and all logs:`,
  losesStream: (name) => `The log stream ${name} will be deleted, with all logs in it.`,
  groupKept: (retention) => `The group keeps logs for ${retention}.`,
  streamKept: (retention) =>
    `Its group keeps logs for ${retention}; the stream itself may be set to another time.`,
  isFinal: 'This cannot be undone.',
  needsApproval:
    'This needs a second person: they will be asked in the channel, and nothing is deleted before they approve it.',
  confirm: (name) => `To confirm, type the name: ${name}`,
  submit: 'Delete',
  groupNotOpened: (name) =>
    `Nothing has been deleted yet. Open the form to see what would be lost with the log group ${name}, and to confirm.`,
  streamNotOpened: (name) =>
    `Nothing has been deleted yet. Open the form to see what would be lost with the log stream ${name}, and to confirm.`,
  open: 'Open the form',
  deletedGroup: (name) => `The log group ${name} was deleted, with all streams in it.`,
  deletedStream: (name) => `The log stream ${name} was deleted.`,
  logsAreGone: 'Its logs are gone from now on.',
};

const settings: SettingWords = {
  stream: (name, isNew, command) =>
    isNew
      ? `From now on, ${command} logs in this channel searches ${name} when no stream is named.`
      : `The default stream of this channel is ${name}.`,
  noStream: (isNew) =>
    isNew ? 'This channel has no default stream any more.' : 'This channel has no default stream yet.',
  logsWithoutName: 'Search it:',
  setStream: 'Set one:',
  source: (name, isNew) =>
    isNew ? `From now on, this channel uses the source ${name}.` : `This channel uses the source ${name}.`,
  sources: (names) => `The sources are ${names}.`,
  streamCleared: (name) => `The default stream ${name} is of another source, so the channel has none now.`,
  answers: (visibility, isNew) => {
    const since = isNew ? 'From now on, ' : '';
    const who =
      visibility === 'public'
        ? 'everybody in this channel sees the answers to commands'
        : 'only the person who asks sees the answer';
    const text = `${since}${who}.`;
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  },
  changeIt: 'Change it:',
};

const exportWords: ExportWords = {
  running: (done, total) => `Exporting: ${grouped(done)} of ${lines(total)}.`,
  done: (number, format) =>
    `${lines(number)} exported as ${format === 'text' ? 'plain text' : exportWords.formats[format]}.`,
  failed: 'The export did not work.',
  notTaken: 'Slack did not take the file. Try again in a moment.',
  unconfirmed:
    'The file was sent, but Slack has not confirmed it. If it is not here in a minute, please export again.',
  anotherFormat: 'The same lines in another format:',
  formats: { ndjson: 'NDJSON', csv: 'CSV', text: 'Text' },
  direct: 'The file comes to your direct messages with the bot.',
  notMember:
    'The file comes to your direct messages with the bot. Invite the bot to this channel to have it in a thread instead.',
};

const failures: FailureWords = {
  unreachable: 'LTS could not be reached, or broke off. Try again in a moment.',
  late: 'LTS did not answer in time. Try again in a moment, or with a shorter window.',
  incomplete: 'LTS has not read all lines yet. Try again in a moment, or with a shorter window.',
  tooLarge: 'LTS sent more than can be read at once. Try again with fewer lines (limit:10).',
  malformed: 'LTS sent an answer that cannot be read. Try again; if it stays, tell its support.',
  undone: 'LTS did not confirm this, and it is not there so far. Look once more in a minute, then try again.',
  stillThere:
    'LTS did not confirm this, and what was to be deleted is still there. Look once more in a minute, then try again.',
  unknown: 'LTS did not confirm this. Whether it has happened is not known.',
  lookFirst: 'Before you try again, look in the LTS console, or in the lists here, whether it is there.',
  readTooOften: (reads) =>
    `This stream has been read ${count(reads, 'time', 'times')} within a minute, by everybody together, which is as often as LTS allows.`,
  readAgain: (time, zone) => `Try again from ${time} (${zone}).`,
  badArgument: 'LTS does not allow one of the values, so nothing was sent.',
  badArgumentRemedy: 'If you did not type it, tell those who run the bot.',
  requestId: (id) => `Request id ${id}`,
};

const delivery: DeliveryWords = {
  stillAtWork: 'Still at work on this; it takes longer than usual. The answer will follow.',
  elsewhere: 'This comes here because Slack did not take it where you asked.',
  unconfirmed:
    'The answer to this was sent, but Slack has not confirmed it. If you do not see it, please ask again.',
  notShown: 'Slack did not take the answer to this. Please tell those who run the bot.',
  notAnswered: 'This could not be answered, after several attempts. Please try again.',
  brokenOff: 'An attempt at this broke off. Whether it has happened is not known.',
  unknown:
    'This could not be answered, and the bot cannot reach its own records. If it was to change something, look whether it did before you try again.',
};

export const en: Words = {
  language: 'en',
  page,
  redaction: redactionEn,
  lists,
  help: helpEn,
  changes,
  deletion,
  forms: formsEn,
  home: homeEn,
  modals: { close: 'Close', cancel: 'Cancel' },
  search: searchEn,
  settings,
  exports: exportWords,
  audit: auditEn,
  mistakes: explanationsEn,
  refusals: refusalsEn,
  access: accessEn,
  failures,
  delivery,
  approvals: approvalsEn,
  confirming: { title: 'Are you sure?', no: 'Cancel' },
  everyone: 'everybody',
  and: ', if also one of ',
  list: (names) => names.join(', '),
  more: (number) => `and ${grouped(number)} more`,
  days: (number) => count(number, 'day', 'days'),
  settingsUnavailable: 'The settings of this channel could not be read or changed. Try again in a moment.',
};
