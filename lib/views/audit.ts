import type { RichTextElement, RichTextSection } from '@slack/types';
import type { AuditRecord } from '../commands/audit.ts';
import type { AuditResult } from '../commands/result.ts';
import { escapedLength, LIMITS } from './limits.ts';
import { showText } from './log-text.ts';
import {
  bold,
  bullets,
  escapeText,
  example,
  type Message,
  paragraph,
  plain,
  richText,
  sentence,
} from './message.ts';
import { listNames, showName, streamName } from './names.ts';
import type { Viewer } from './viewer.ts';

/** Room for the title, and for how to see others. */
const RESERVED = 1_000;

/** What people have done, newest first: a line an act, as many as a message holds. */
export function auditMessage({ since, user, records, hasMore }: AuditResult, viewer: Viewer): Message {
  const { words, clock, command } = viewer;
  const { audit } = words;
  const title = audit.title(`${clock.second(since)} (${clock.zone})`);
  const head = paragraph(bold(title), ...(user === undefined ? [] : [plain(' · '), person(user)]));
  const lines = actsOf(records).map((act) => lineOf(act, viewer));
  if (lines.length === 0) {
    return {
      text: escapeText(words.lists.listed(title, audit.none)),
      blocks: [richText(head, sentence(audit.none))],
    };
  }
  const shown = lines.slice(0, countFitting(lines));
  const isCut = hasMore || shown.length < lines.length;
  const next = isCut ? [sentence(audit.narrow), example(`${command} audit since:1h who:me`)] : [];
  return {
    text: escapeText(title),
    blocks: [richText(head, bullets(...shown), ...next)],
  };
}

/** What one job has left: what began, and what came of it. */
interface Act {
  readonly facts: AuditRecord;
  /** In the order in which they were found. */
  readonly outcomes: readonly string[];
}

/** A record of what began knows the names best: a later attempt may have found all done. */
function actsOf(records: readonly AuditRecord[]): Act[] {
  const jobs = Map.groupBy(records, ({ job }) => job);
  return [...jobs.values()].flatMap((ofJob) => {
    const [ended] = ofJob;
    const begun = ofJob.find(({ phase }) => phase === 'begun');
    const outcomes = ofJob
      .toSorted((one, other) => one.attempt - other.attempt)
      .flatMap(({ outcome }) => outcome ?? []);
    return ended ? [{ facts: { ...ended, ...begun }, outcomes }] : [];
  });
}

function lineOf({ facts, outcomes }: Act, viewer: Viewer): RichTextSection {
  const { clock } = viewer;
  const { receivedAt, user } = facts;
  const what = ` · ${whatOf(facts, viewer)} · ${outcomeOf(outcomes, viewer)}`;
  const when = plain(`${clock.second(receivedAt)}  `);
  return paragraph(when, person(user), plain(' · '), placeOf(facts, viewer), plain(what));
}

/** In a private message it calls nobody. */
function person(user_id: string): RichTextElement {
  return { type: 'user', user_id };
}

/** A direct message has no name; one that was named by the person has their id. */
function placeOf({ channel }: AuditRecord, { words }: Viewer): RichTextElement {
  return /^[DUW]/.test(channel) ? plain(words.audit.directMessage) : { type: 'channel', channel_id: channel };
}

function whatOf(facts: AuditRecord, viewer: Viewer): string {
  const { audit } = viewer.words;
  const kinds: Readonly<Record<string, string>> = audit.acts;
  const what = kinds[facts.command] ?? showName(facts.command);
  const target = targetOf(facts, viewer);
  const details = detailsOf(facts, viewer);
  const acted = target === undefined ? what : audit.act(what, target);
  return details.length === 0 ? acted : `${acted}${audit.details(details)}`;
}

function targetOf({ group, streams }: AuditRecord, { words }: Viewer): string | undefined {
  if (group === undefined) return undefined;
  if (streams === undefined) return showName(group);
  return listNames(
    streams.map((stream) => streamName(group, stream)),
    words,
  );
}

function detailsOf({ detail = {}, source }: AuditRecord, { words, sources }: Viewer): string[] {
  const { retentionDays, bucket, format, setTo } = detail;
  return [
    ...(retentionDays === undefined ? [] : [words.days(retentionDays)]),
    ...[bucket, format, setTo].flatMap((value) => (value === undefined ? [] : [showName(value)])),
    ...(source !== undefined && sources.length > 1 ? [words.page.source(showName(source))] : []),
  ];
}

function outcomeOf(outcomes: readonly string[], { words }: Viewer): string {
  const { audit } = words;
  if (outcomes.length === 0) return audit.outcomeUnknown;
  return audit.inTurn(outcomes.map((code) => audit.outcomes[code] ?? showText(code, LIMITS.name)));
}

function countFitting(lines: readonly RichTextSection[]): number {
  let left = LIMITS.messageText - RESERVED;
  const overflow = lines.findIndex((line) => {
    left -= line.elements.reduce(
      (sum, part) => sum + ('text' in part ? escapedLength(part.text ?? '') : 0),
      0,
    );
    return left < 0;
  });
  return overflow < 0 ? lines.length : overflow;
}
