import type { ExportFormat } from '../commands/click.ts';
import type { Created } from '../lts/confirm.ts';
import type { Kind } from '../redaction/kinds.ts';
import type { AccessWords, ApprovalWords, AuditWords } from './access-words.ts';
import { en } from './en.ts';
import type { Explanations } from './explanations.ts';
import type { FormWords, HomeWords } from './form-words.ts';
import type { HelpWords } from './help-words.ts';
import type { Refusals } from './refusals.ts';
import type { SearchWords } from './search-words.ts';
import { zh } from './zh.ts';

export type Language = 'en' | 'zh';

/** All text of the bot. Both catalogues are complete: a missing key does not compile. */
export interface Words {
  readonly language: Language;
  readonly page: PageWords;
  readonly redaction: RedactionWords;
  readonly lists: ListWords;
  readonly help: HelpWords;
  readonly changes: ChangeWords;
  readonly deletion: DeletionWords;
  readonly modals: ModalWords;
  readonly forms: FormWords;
  readonly home: HomeWords;
  readonly search: SearchWords;
  readonly settings: SettingWords;
  readonly exports: ExportWords;
  readonly audit: AuditWords;
  readonly mistakes: Explanations;
  readonly refusals: Refusals;
  readonly access: AccessWords;
  readonly failures: FailureWords;
  readonly delivery: DeliveryWords;
  readonly approvals: ApprovalWords;
  /** Asks once more before something is destroyed. */
  readonly confirming: { readonly title: string; readonly no: string };
  readonly everyone: string;
  /** Between two lists, of which somebody must be in both. */
  readonly and: string;
  /** Names one after the other. */
  list(names: readonly string[]): string;
  /** Ends a list that is cut off. */
  more(count: number): string;
  days(count: number): string;
  readonly settingsUnavailable: string;
}

export interface PageWords {
  source(name: string): string;
  readonly newestFirst: string;
  readonly oldestFirst: string;
  /** `total` is how many match in the window, where that is known. */
  lineCount(shown: number, total: number | undefined): string;
  /** Without words and labels nothing has to match. */
  none(isFiltered: boolean): string;
  readonly youCouldTry: string;
  readonly longerWindow: string;
  readonly fewerWords: string;
  readonly noWords: string;
  /** For `status=500`, which is a label as it is typed, and may stand in the line itself. */
  readonly labelsAsWords: string;
  readonly otherStream: string;
  /** Said where the window ends now. */
  readonly logsAreLate: string;
  noOlder(isFiltered: boolean): string;
  nothingNewer(time: string): string;
  readonly windowEnds: string;
  /** `position` counts from 1 and is absent when the line is not there any more. */
  aroundLine(time: string, position: number | undefined): string;
  broughtBy(how: 'asked' | 'shared', mention: string, time: string): string;
  readonly older: string;
  readonly newer: string;
  readonly around: string;
  readonly aroundOne: string;
  /** Some lines shown cannot be chosen: a select holds no more. */
  aroundOneOf(choices: number): string;
  readonly share: string;
  readonly export: string;
}

/** About what is taken out of lines, and about lines with nothing taken out. */
export interface RedactionWords {
  redacted(pieces: number): string;
  /** `pieces` would else be taken out. */
  revealed(pieces: number): string;
  readonly reveal: string;
  /** Where only others, or others too, would have seen it. */
  readonly notShown: string;
  readonly title: string;
  readonly summary: string;
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly limits: string;
  readonly howToReveal: string;
}

export interface ListWords {
  readonly groups: string;
  streamsOf(group: string): string;
  /** Names under their caption. */
  listed(caption: string, names: string): string;
  readonly name: string;
  readonly retention: string;
  created(zone: string): string;
  readonly filters: string;
  readonly id: string;
  readonly noGroups: string;
  noStreams(group: string): string;
  readonly howLogsCome: string;
  readonly pickGroup: string;
  readonly pickStream: string;
  /** Before a line that reaches a row which is not shown. */
  rest(count: number): string;
}

type How = Created['how'];

export interface ChangeWords {
  createdGroup(name: string, how: How): string;
  keeps(retention: string): string;
  readonly retentionMayDiffer: string;
  readonly nextGroup: string;
  readonly nextStream: string;
  createdStream(name: string, how: How): string;
  readonly nextLogs: string;
  /** `every` is one of LTS's periods, such as `5min`. */
  transfer(streams: string, bucket: string, every: string, isOn: boolean): string;
  /** One of LTS's periods, such as `5min`. */
  every(period: string): string;
  readonly transferIsFixed: string;
  transferId(id: string): string;
}

/** Titles and buttons of a modal hold 24 characters. */
interface ModalWords {
  readonly close: string;
  readonly cancel: string;
}

export interface DeletionWords {
  readonly groupTitle: string;
  readonly streamTitle: string;
  losesGroup(name: string, streams: number): string;
  losesStream(name: string): string;
  groupKept(retention: string): string;
  /** A stream may have a time of its own, which LTS does not say. */
  streamKept(retention: string): string;
  readonly isFinal: string;
  /** Before anybody is asked. */
  readonly needsApproval: string;
  confirm(name: string): string;
  readonly submit: string;
  groupNotOpened(name: string): string;
  streamNotOpened(name: string): string;
  readonly open: string;
  deletedGroup(name: string): string;
  deletedStream(name: string): string;
  readonly logsAreGone: string;
}

export interface SettingWords {
  stream(name: string, isNew: boolean, command: string): string;
  noStream(isNew: boolean): string;
  readonly logsWithoutName: string;
  readonly setStream: string;
  source(name: string, isNew: boolean): string;
  sources(names: string): string;
  streamCleared(name: string): string;
  answers(visibility: 'public' | 'private', isNew: boolean): string;
  readonly changeIt: string;
}

export interface ExportWords {
  running(lines: number, total: number): string;
  done(lines: number, format: ExportFormat): string;
  readonly failed: string;
  /** Slack, not LTS, is why. */
  readonly notTaken: string;
  readonly unconfirmed: string;
  readonly anotherFormat: string;
  readonly formats: Readonly<Record<ExportFormat, string>>;
  /** Where the file comes: what is said to the person alone. */
  readonly direct: string;
  readonly notMember: string;
}

export interface FailureWords {
  readonly unreachable: string;
  readonly late: string;
  readonly incomplete: string;
  readonly tooLarge: string;
  readonly malformed: string;
  /** What was to be made is not there. */
  readonly undone: string;
  /** What was to go is. */
  readonly stillThere: string;
  readonly unknown: string;
  readonly lookFirst: string;
  readTooOften(readsPerMinute: number): string;
  readAgain(time: string, zone: string): string;
  readonly badArgument: string;
  readonly badArgumentRemedy: string;
  requestId(id: string): string;
}

/** About the answer itself, and how it comes. */
export interface DeliveryWords {
  readonly stillAtWork: string;
  /** Below an answer that comes to the direct message. */
  readonly elsewhere: string;
  readonly unconfirmed: string;
  /** Slack refuses what is in the answer: a fault of ours. */
  readonly notShown: string;
  readonly notAnswered: string;
  /** An attempt died over a write. */
  readonly brokenOff: string;
  /** The bot's own records cannot be read. */
  readonly unknown: string;
}

/** The catalogue for a Slack locale such as `zh-CN` or `en-GB`; English where there is none. */
export function wordsFor(locale: string | undefined): Words {
  return locale?.startsWith('zh') ? zh : en;
}

/** For moments when nobody knows the person's language yet. Nothing was handed over. */
export const NOT_HANDED_OVER =
  'This could not be passed on, so nothing was done. Please try again. / 未能转交处理，没有执行任何操作，请重试。';

/** Whether it was handed over is not known. */
export const MAYBE_HANDED_OVER =
  'It is not certain that this was passed on. If no answer comes within a minute, please try again. / 无法确定是否已转交处理。如一分钟内没有答复，请重试。';

/** Where people of another workspace see the bot: in a channel that both share. */
export const FOR_MEMBERS =
  'This bot is only for members of the workspace that installed it. / 此机器人仅供安装它的工作区的成员使用。';

/** In the field of a modal, which says in its metadata which language it is in. */
export const WRONG_NAME: Readonly<Record<Language, (name: string) => string>> = {
  en: (name) => `That is another name. Type it as it is shown: ${name}`,
  zh: (name) => `名称不一致，请按显示的名称输入：${name}`,
};
